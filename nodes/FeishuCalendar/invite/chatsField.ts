import { chosenInRow } from '../../shared/calendar/chosenInRow';
import { rowsField } from '../../shared/fields/nested';
import type { Words } from '../../shared/fields/plain';
import { optionalChatField } from '../../shared/im/chat';
import { mappedField, type Field } from '../../shared/operation/field';

/** Any number of group chats, each from the list or by its ID. @param meaning of one that was chosen @throws InputError about a row without one */
export function chatsField<const N extends string>(
	words: Pick<Words<N>, 'name' | 'description'>,
	meaning = 'A group that the caller is in',
): Field<string[], N> {
	const chat = optionalChatField({ description: meaning });
	const rows = rowsField(
		{
			displayName: 'Group Chats',
			placeholder: 'Add Group',
			groupKey: 'chat',
			groupName: 'Group',
			rowName: (_, index) => `Group Chats → Group ${index + 1}`,
			...words,
		},
		[chat],
	);
	return mappedField(rows, (readers) => readers.map((row) => chosenInRow(row, chat)));
}
