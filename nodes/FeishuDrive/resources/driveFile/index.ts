import { defineResource } from '../../../shared/operation/operationSet';
import { copy } from './copy';
import { createShortcut } from './createShortcut';
import { deleteFile } from './delete';
import { download } from './download';
import { downloadMedia } from './downloadMedia';
import { exportDocument } from './export';
import { get } from './get';
import { getLink } from './getLink';
import { getMany } from './getMany';
import { getStatistics } from './getStatistics';
import { getViewRecords } from './getViewRecords';
import { importFile } from './import';
import { move } from './move';
import { rename } from './rename';
import { search } from './search';
import { upload } from './upload';
import { uploadMedia } from './uploadMedia';

export const driveFile = defineResource({
	value: 'driveFile',
	name: 'File',
	operations: [
		copy,
		createShortcut,
		deleteFile,
		download,
		downloadMedia,
		exportDocument,
		get,
		getLink,
		getMany,
		getStatistics,
		getViewRecords,
		importFile,
		move,
		rename,
		search,
		upload,
		uploadMedia,
	],
	defaultOperation: upload.value,
});
