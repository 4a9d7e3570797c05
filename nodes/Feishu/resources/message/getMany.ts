import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import { pagingFieldsOld, simplifyFieldOld } from '../../../shared/fields/common';
import { periodFieldsOld, readPeriod } from '../../../shared/fields/period';
import { defineOperation } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
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
		...pagingFieldsOld(),
		simplifyFieldOld(),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				...periodFieldsOld('Sent', '; threads are read whole'),
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
				...range(param),
				sort_type: param.optionalText('filters.sort') || 'ByCreateTimeDesc',
			},
			limit: param.limit(),
			pageSize: 50,
		});
		return records.map((message): IDataObject => messageOutput(message as unknown as Message, param.flag('simple')));
	},
});

/** In seconds, and of chats only. @throws InputError */
function range(param: Params): { start_time?: number; end_time?: number } {
	const { from, to } = readPeriod(param, 'Sent');
	const filter = from === undefined ? 'filters.sentBefore' : 'filters.sentAfter';
	if ((from ?? to) !== undefined && param.choice('source') === 'thread') {
		const field = param.label(filter);
		throw new InputError(
			field,
			`The field '${field}' does not work for threads`,
			'Feishu gives threads whole only: remove the filter, or read the chat',
		);
	}
	return { start_time: toSeconds(from), end_time: toSeconds(to) };
}

const toSeconds = (ms: number | undefined) => (ms === undefined ? undefined : Math.floor(ms / 1000));
