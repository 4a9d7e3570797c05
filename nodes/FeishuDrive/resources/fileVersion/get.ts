import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { online, version, VERSION_SHAPE } from './chosen';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a version',
	description: 'Name, time and maker of a named version of a document or spreadsheet',
	endpoint: 'GET /open-apis/drive/v1/files/:file_token/versions/:version_id',
	scopes: ['drive:drive:version:readonly', 'drive:drive:version'],
	identity: 'either',
	fields: [online, version],
	output: outputOf(VERSION_SHAPE),
	async run({ read, ...asking }) {
		const chosen = read(online);
		const version_id = read(version);
		const { type, token } = await chosen.content(asking);
		return await asking.feishu.call(this.endpoint, {
			path: { file_token: token, version_id },
			query: { obj_type: type },
		});
	},
});
