import { defineResource } from '../../../shared/operation/operationSet';
import { deleteAttachment } from './delete';
import { download } from './download';
import { get } from './get';
import { getMany } from './getMany';
import { upload } from './upload';

export const taskAttachment = defineResource({
	value: 'taskAttachment',
	name: 'Attachment',
	operations: [deleteAttachment, download, get, getMany, upload],
	defaultOperation: upload.value,
});
