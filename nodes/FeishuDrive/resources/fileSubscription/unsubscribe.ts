import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { aboutOf, document, SCOPES } from './chosen';

export const unsubscribe = defineOperation({
	value: 'unsubscribe',
	name: 'Unsubscribe',
	action: 'Unsubscribe from events of a file',
	description: 'Have Feishu send no more events of a file, document or folder, to triggers neither',
	endpoint: 'DELETE /open-apis/drive/v1/files/:file_token/delete_subscribe',
	scopes: SCOPES,
	identity: 'either',
	fields: [document],
	output: doneOutput('unsubscribed', 'token', 'type'),
	async run({ read, ...asking }) {
		const { type, token, request } = await aboutOf(read(document), asking);
		await asking.feishu.call(this.endpoint, { ...request, idempotent: true });
		return { unsubscribed: true, token, type };
	},
});
