import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { aboutOf, document, SCOPES } from './chosen';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get whether events of a file are subscribed to',
	description: 'Whether Feishu sends the events of a file, document or folder',
	endpoint: 'GET /open-apis/drive/v1/files/:file_token/get_subscribe',
	scopes: SCOPES,
	identity: 'either',
	fields: [document],
	output: outputOf({ token: 'string', type: 'string', subscribed: 'boolean' }),
	async run({ read, ...asking }) {
		const { type, token, request } = await aboutOf(read(document), asking);
		const { is_subscribe } = await asking.feishu.call<{ is_subscribe?: boolean }>(this.endpoint, request);
		return { token, type, subscribed: is_subscribe === true };
	},
});
