import { perDownloader } from '../../../shared/client/pacing';
import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { outputFileField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { numberField, textField } from '../../../shared/fields/plain';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const DOWNLOAD_FILE = 'GET /open-apis/drive/v1/files/:file_token/download';
const DOWNLOAD_SCOPES = ['drive:file:download', 'drive:file:readonly', 'drive:drive:readonly', 'drive:drive'];

const document = anyDocumentField({
	displayName: 'File',
	types: ['file'],
	takes: 'Documents that were made in Feishu are exported: take File → Export; for a folder take Folder → Download All',
});

const fileName = textField({
	displayName: 'File Name',
	name: 'fileName',
	placeholder: 'e.g. report.pdf',
	description: 'Another name than the file has',
});

const from = numberField({
	displayName: 'First Byte',
	name: 'firstByte',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'Where in the file to begin; 0 for its start',
});

const to = numberField({
	displayName: 'Last Byte',
	name: 'lastByte',
	typeOptions: { minValue: 0 },
	default: 1_048_575,
	description: 'Where in the file to end; this byte comes along',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	fileName,
	from,
	to,
]);

export const download = defineOperation({
	value: 'download',
	name: 'Download',
	action: 'Download a file',
	description: 'Get an uploaded file, or a part of it; large ones stream',
	endpoint: DOWNLOAD_FILE,
	scopes: DOWNLOAD_SCOPES,
	identity: 'either',
	fields: [document, outputFileField, options],
	output: outputOf({ token: 'string', 'name?': 'string', 'mime_type?': 'string' }),
	async run({ read, refuse, ...asking }) {
		const { feishu } = asking;
		const chosen = read(document);
		const property = read(outputFileField);
		const { fileName: wanted, firstByte, lastByte } = read(options);
		if (lastByte !== undefined && lastByte < (firstByte ?? 0))
			throw refuse(options, 'has a Last Byte before the First Byte', 'Exchange them, or leave one out');
		const { token } = await chosen.content(asking);
		const isPart = firstByte !== undefined || lastByte !== undefined;
		const file = await feishu.download(this.endpoint, {
			path: { file_token: token },
			...(isPart && { headers: { Range: `bytes=${firstByte ?? 0}-${lastByte ?? ''}` } }),
			paces: [perDownloader(await feishu.sender())],
			...(wanted && { fileName: wanted }),
		});
		return new FileOutput({ token, name: file.fileName, mime_type: file.mimeType }, { [property]: file });
	},
});
