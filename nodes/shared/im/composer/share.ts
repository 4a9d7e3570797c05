import { userField } from '../../contact/person';
import { complaint, mappedField, type Field } from '../../operation/field';
import { chatField } from '../chat';
import type { Compose, MessageKind } from './kind';

const GROUP = {
	displayName: 'Group to Share',
	name: 'sharedChat',
	description: 'The reader can join it for 7 days',
} as const;

/** A group by its ID, where there is no app that could list the groups. */
function groupById(): Field<string> {
	const modes = chatField(GROUP).properties.flatMap((property) => property.modes ?? []);
	return { ...chatField({ ...GROUP, modes: modes.filter(({ name }) => name !== 'list') }), methods: {} };
}

export const shareChat: MessageKind = {
	value: 'shareChat',
	name: 'Group Card',
	description: 'A card with which the reader can join a group',
	field: ({ app }) =>
		mappedField<string, Compose, string>(app ? chatField(GROUP) : groupById(), (chat_id) => async () => [
			{ msg_type: 'share_chat', content: { chat_id } },
		]),
};

/** Kinds of IDs that the platform does not take here, and that nothing is looked up by. */
const OTHER_IDS = ['union_id', 'user_id'];

const person = userField({
	displayName: 'Person to Share',
	name: 'sharedUser',
	description: 'Feishu takes an open_id here; an e-mail address is looked up',
});

export const shareUser: MessageKind = {
	value: 'shareUser',
	name: 'Contact Card',
	description: "A person's card",
	field: () =>
		mappedField(person, (shared, label): Compose => {
			if (OTHER_IDS.includes(shared.reference.type))
				throw complaint(
					label,
					'needs an open_id',
					'Choose the person from the list, or enter an e-mail address or an open_id (ou_…)',
				);
			return async ({ feishu }) => {
				const { id } = await shared.id(feishu);
				return [{ msg_type: 'share_user', content: { user_id: id } }];
			};
		}),
};
