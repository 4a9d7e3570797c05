import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { pagingFieldsOld, simplifyFieldOld } from '../../../shared/fields/common';
import { periodFieldsOld, readPeriod } from '../../../shared/fields/period';
import { defineOperation } from '../../../shared/operation/operation';
import { pinOutput } from './output';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many pins',
	description: 'List the pinned messages of a chat, the newest pin first',
	endpoint: 'GET /open-apis/im/v1/pins',
	scopes: ['im:message.pins:read', 'im:message:readonly', 'im:message'],
	fields: [
		chatFieldOld(),
		...pagingFieldsOld(),
		simplifyFieldOld(),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: periodFieldsOld('Pinned'),
		},
	],
	async run({ param, feishu }) {
		// In milliseconds, unlike the history of a chat.
		const { from, to } = readPeriod(param, 'Pinned');
		const pins = await feishu.list(this.endpoint, {
			query: { chat_id: chatId(param), start_time: from, end_time: to },
			limit: param.limit(),
			pageSize: 50,
		});
		return pins.map((pin) => pinOutput(pin, param.flag('simple')));
	},
});
