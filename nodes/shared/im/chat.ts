import { checkId, LINK_PATTERNS } from '../../../feishu/ids';
import { searchChats } from './searchChats';
import type { Field } from '../operation/operation';
import type { Params } from '../operation/params';
import { fromList } from '../fields/locator';

/** A group chat: from the list, or by ID. */
export function chatField(overrides: Partial<Field> = {}): Field {
	return {
		displayName: 'Chat',
		name: 'chat',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description:
			'A group that the app is in. Missing from the list? Add the app to the group: Settings → Bots → Add Bot.',
		modes: [
			fromList('searchChats', 'Choose a chat…'),
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. oc_a0553eda9014c201e6969b478895c230',
				validation: [
					{
						type: 'regex',
						properties: { regex: `.*${LINK_PATTERNS.chat}.*`, errorMessage: 'A chat ID starts with oc_' },
					},
				],
			},
		],
		searches: { searchChats },
		...overrides,
	};
}

/** @throws InputError when it is empty or no chat ID */
export function chatId(param: Params, name = 'chat'): string {
	return checkId('chat', param.located(name).value, param.label(name));
}
