import { perDownloader } from '../../../shared/client/pacing';
import { outputFileField } from '../../../shared/fields/common';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { uploaded, version } from './chosen';

export const download = defineOperation({
	value: 'download',
	name: 'Download',
	action: 'Download a version of a file',
	description: 'Get an uploaded file as it once was',
	endpoint: 'GET /open-apis/drive/v1/files/:file_token/download',
	scopes: ['drive:file:download', 'drive:file:readonly', 'drive:drive:readonly', 'drive:drive'],
	identity: 'either',
	fields: [uploaded, version, outputFileField],
	output: outputOf({ token: 'string', version: 'string', 'name?': 'string', 'mime_type?': 'string' }),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(uploaded);
		const wanted = read(version);
		const property = read(outputFileField);
		const { token } = await chosen.content(asking);
		const file = await feishu.download(this.endpoint, {
			path: { file_token: token },
			query: { version: wanted },
			paces: [perDownloader(await feishu.sender())],
		});
		const { fileName: name, mimeType: mime_type } = file;
		return new FileOutput({ token, version: wanted, name, mime_type }, { [property]: file });
	},
});
