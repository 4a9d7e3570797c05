import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { document, version } from './chosen';

/** In no page of the documentation; the platform's own command line tool calls it. */
const DELETE_UPLOADED = 'POST /open-apis/drive/v1/files/:file_token/version_del';

export const deleteVersion = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a version',
	description: 'Delete a named version of a document or spreadsheet, or an earlier version of an uploaded file',
	endpoint: 'DELETE /open-apis/drive/v1/files/:file_token/versions/:version_id',
	alsoCalls: [DELETE_UPLOADED],
	scopes: ['drive:drive:version'],
	identity: 'either',
	fields: [document, version],
	output: doneOutput('deleted', 'token', 'version'),
	async run({ read, ...asking }) {
		const { feishu, errorContext } = asking;
		const chosen = read(document);
		const version_id = read(version);
		const { type, token } = await chosen.content(asking);
		const path = { file_token: token };
		if (type === 'file') {
			errorContext.scopes = ['drive:file:upload'];
			await feishu.call(DELETE_UPLOADED, { path, body: { version: version_id } });
		} else await feishu.call(this.endpoint, { path: { ...path, version_id }, query: { obj_type: type } });
		return { deleted: true, token, version: version_id };
	},
});
