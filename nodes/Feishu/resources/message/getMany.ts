import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation';
import type { Params } from '../../../shared/params';
import { historyContainer, historyFields } from './history';
import { messageOutput, type Message } from './output';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Read the history of a chat or a thread',
	endpoint: 'GET /open-apis/im/v1/messages',
	scopes: ['im:message:readonly', 'im:message', 'im:message.history:readonly'],
	fields: [
		...historyFields(),
		...pagingFields(),
		simplifyField(),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Sent After',
					name: 'startTime',
					type: 'dateTime',
					default: '',
					description: 'Chats only; threads are read whole',
				},
				{
					displayName: 'Sent Before',
					name: 'endTime',
					type: 'dateTime',
					default: '',
					description: 'Chats only; threads are read whole',
				},
				{
					displayName: 'Sort',
					name: 'sort',
					type: 'options',
					options: [
						{ name: 'Newest First', value: 'ByCreateTimeDesc', description: 'With Limit: the latest messages' },
						{ name: 'Oldest First', value: 'ByCreateTimeAsc', description: 'With Limit: the first messages' },
					],
					default: 'ByCreateTimeDesc',
					description: 'In which order messages come',
				},
			],
		},
	],
	async run({ param, feishu }) {
		const records = await feishu.list(this.endpoint, {
			query: {
				...historyContainer(param),
				start_time: seconds(param, 'filters.startTime'),
				end_time: seconds(param, 'filters.endTime'),
				sort_type: param.optionalText('filters.sort') || 'ByCreateTimeDesc',
			},
			limit: param.limit(),
			pageSize: 50,
		});
		return records.map((message): IDataObject => messageOutput(message as unknown as Message, param.flag('simple')));
	},
});

/** The endpoint takes seconds, and for chats only. @throws InputError */
function seconds(param: Params, name: string): number | undefined {
	const ms = param.moment(name);
	if (ms === undefined) return undefined;
	if (param.choice('source') === 'thread') {
		const field = param.label(name);
		throw new InputError(
			field,
			`The field '${field}' does not work for threads`,
			'Feishu gives threads whole only: remove the filter, or read the chat',
		);
	}
	return Math.floor(ms / 1000);
}
