import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { aboutOf, document, SCOPES } from './chosen';

export const subscribe = defineOperation({
	value: 'subscribe',
	name: 'Subscribe',
	action: 'Subscribe to events of a file',
	description: 'Have Feishu send the events of a file, document or folder; only its owner or who manages it may',
	endpoint: 'POST /open-apis/drive/v1/files/:file_token/subscribe',
	scopes: SCOPES,
	identity: 'either',
	fields: [document],
	output: doneOutput('subscribed', 'token', 'type'),
	async run({ read, ...asking }) {
		const { type, token, request } = await aboutOf(read(document), asking);
		await asking.feishu.call(this.endpoint, { ...request, idempotent: true });
		return { subscribed: true, token, type };
	},
});
