import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { periodFields } from '../../../shared/fields/period';
import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { pinItem, pinOutput } from './output';

const chat = chatField();
const period = periodFields('pinned');

const filters = collectionField({ displayName: 'Filters', name: 'filters', placeholder: 'Add Filter' }, period.fields);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many pins',
	description: 'List the pinned messages of a chat, the newest pin first',
	endpoint: 'GET /open-apis/im/v1/pins',
	scopes: ['im:message.pins:read', 'im:message:readonly', 'im:message'],
	identity: 'either',
	fields: [chat, pagingFields, simplifyField, filters],
	output: pinOutput,
	async run({ read, feishu }) {
		// In milliseconds, unlike the history of a chat.
		const { from, to } = period.of(read(filters));
		const pins = await feishu.list(this.endpoint, {
			query: { chat_id: read(chat), start_time: from, end_time: to },
			limit: read(pagingFields),
			pageSize: 50,
		});
		return pins.map((pin) => pinItem(pin, read(simplifyField)));
	},
});
