import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { periodFields } from '../../../shared/fields/period';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { historyField } from './history';
import { messageItem, messageOutput, WHOLE_CARDS, type Message } from './output';

const period = periodFields('sent', '; threads are read whole');

const sort = choiceField({
	displayName: 'Sort',
	name: 'sort',
	options: [
		{ name: 'Newest First', value: 'ByCreateTimeDesc', description: 'With Limit: the latest messages' },
		{ name: 'Oldest First', value: 'ByCreateTimeAsc', description: 'With Limit: the first messages' },
	],
	default: 'ByCreateTimeDesc',
	description: 'In which order messages come',
});

const filters = collectionField({ displayName: 'Filters', name: 'filters', placeholder: 'Add Filter' }, [
	...period.fields,
	sort,
]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Read the history of a chat or a thread',
	endpoint: 'GET /open-apis/im/v1/messages',
	scopes: ['im:message:readonly', 'im:message', 'im:message.history:readonly'],
	identity: 'either',
	fields: [historyField, pagingFields, simplifyField, filters],
	output: messageOutput,
	async run({ read, feishu }) {
		const container = read(historyField);
		const added = read(filters);
		const { from, to } = period.of(added);
		if ((from ?? to) !== undefined && container.container_id_type === 'thread')
			throw period.fields[from === undefined ? 1 : 0].refuse(
				'does not work for threads',
				'Feishu gives threads whole only: remove the filter, or read the chat',
			);
		const records = await feishu.list(this.endpoint, {
			query: {
				...container,
				...WHOLE_CARDS,
				start_time: toSeconds(from),
				end_time: toSeconds(to),
				sort_type: added.sort ?? 'ByCreateTimeDesc',
			},
			limit: read(pagingFields),
			pageSize: 50,
		});
		return records.map((message) => messageItem(message as unknown as Message, read(simplifyField)));
	},
});

const toSeconds = (ms: number | undefined) => (ms === undefined ? undefined : Math.floor(ms / 1000));
