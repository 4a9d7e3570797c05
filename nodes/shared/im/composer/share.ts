import { chatFieldOld, chatId } from '../chat';
import { userId, userFieldOld } from '../../contact/user';
import { InputError } from '../../../../feishu/input';
import type { MessageKind } from './kind';

export const shareChat: MessageKind = {
	value: 'shareChat',
	name: 'Group Card',
	description: 'A card with which the reader can join a group',
	fields: ({ app }) => {
		const field = chatFieldOld({
			displayName: 'Group to Share',
			name: 'sharedChat',
			description: 'The reader can join it for 7 days',
		});
		if (app) return [field];
		// Without an app there is nobody who could list the groups.
		const { searches: _searches, ...rest } = field;
		return [{ ...rest, default: { mode: 'id', value: '' }, modes: field.modes?.filter(({ name }) => name !== 'list') }];
	},
	async compose({ param }) {
		return [{ msg_type: 'share_chat', content: { chat_id: chatId(param, 'sharedChat') } }];
	},
};

export const shareUser: MessageKind = {
	value: 'shareUser',
	name: 'Contact Card',
	description: "A person's card",
	fields: () => [
		userFieldOld({
			displayName: 'Person to Share',
			name: 'sharedUser',
			description: 'Feishu takes an open_id here; an e-mail address is looked up',
		}),
	],
	async compose({ param, feishu }) {
		const { id, type } = await userId(param, feishu, 'sharedUser');
		if (type !== 'open_id') {
			const field = param.label('sharedUser');
			throw new InputError(
				field,
				`The field '${field}' needs an open_id`,
				'Choose the person from the list, or enter an e-mail address or an open_id (ou_…)',
			);
		}
		return [{ msg_type: 'share_user', content: { user_id: id } }];
	},
};
