import { InputError } from '../../../../feishu/input';
import { chatField, chatId } from '../../../shared/fields/chat';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation';
import type { Params } from '../../../shared/params';
import { pinOutput } from './output';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many pins',
	description: 'List the pinned messages of a chat, the newest pin first',
	endpoint: 'GET /open-apis/im/v1/pins',
	scopes: ['im:message.pins:read', 'im:message:readonly', 'im:message'],
	fields: [
		chatField(),
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
					displayName: 'Pinned After',
					name: 'pinnedAfter',
					type: 'dateTime',
					default: '',
					description: 'Only what was pinned at this moment or later',
				},
				{
					displayName: 'Pinned Before',
					name: 'pinnedBefore',
					type: 'dateTime',
					default: '',
					description: 'Only what was pinned before this moment',
				},
			],
		},
	],
	async run({ param, feishu }) {
		const pins = await feishu.list(this.endpoint, {
			query: { chat_id: chatId(param), ...range(param) },
			limit: param.limit(),
			pageSize: 50,
		});
		return pins.map((pin) => pinOutput(pin, param.flag('simple')));
	},
});

/** In milliseconds, unlike the history of a chat. @throws InputError when the end is not after the start */
function range(param: Params): { start_time?: number; end_time?: number } {
	const start_time = param.moment('filters.pinnedAfter');
	const end_time = param.moment('filters.pinnedBefore');
	if (start_time !== undefined && end_time !== undefined && start_time >= end_time) {
		const field = param.label('filters.pinnedAfter');
		throw new InputError(field, `The field '${field}' must be earlier than '${param.label('filters.pinnedBefore')}'`);
	}
	return { start_time, end_time };
}
