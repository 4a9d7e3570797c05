import { downloadMedia as bring, MEDIA_DOWNLOAD } from '../../../shared/drive/mediaDownload';
import { outputFileField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { textField } from '../../../shared/fields/plain';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { extra, mediaField } from './mediaFields';

const fileName = textField({
	displayName: 'File Name',
	name: 'fileName',
	placeholder: 'e.g. report.pdf',
	description: 'Another name than the file has',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	extra,
	fileName,
]);

export const downloadMedia = defineOperation({
	value: 'downloadMedia',
	name: 'Download From Document',
	action: 'Download a file from a document',
	description: 'Get an attachment or image of a document, a base or a spreadsheet by its token',
	endpoint: MEDIA_DOWNLOAD,
	scopes: ['docs:document.media:download', 'drive:drive:readonly', 'drive:drive'],
	identity: 'either',
	fields: [mediaField, outputFileField, options],
	output: outputOf({ file_token: 'string', 'name?': 'string', 'mime_type?': 'string' }),
	async run({ read, feishu }) {
		const fileToken = read(mediaField);
		const property = read(outputFileField);
		const { fileName: wanted, mediaExtra } = read(options);
		const file = await bring(feishu, { fileToken, extra: mediaExtra || undefined, fileName: wanted || undefined });
		const { fileName: name, mimeType: mime_type } = file;
		return new FileOutput({ file_token: fileToken, name, mime_type }, { [property]: file });
	},
});
