import { ROOM_ID } from '../../../feishu/calendar/eventIds';
import { fromList, TEXT, optionalLocatorField } from '../fields/locator';
import { rowsField } from '../fields/nested';
import type { Words } from '../fields/plain';
import { complaint, mappedField, type Field } from '../operation/field';
import { chosenInRow } from './chosenInRow';
import { searchRooms } from './searchRooms';

/** A meeting room: from the list or by its ID; undefined when none is chosen. */
export function optionalRoomField<const N extends string = 'room'>(
	words: Partial<Words<N>> = {},
): Field<string | undefined, N> {
	const located = optionalLocatorField({
		displayName: 'Meeting Room',
		description: 'A room of the organization',
		modes: [
			fromList('searchRooms', 'Choose a room…'),
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. omm_eada1d61a550955240c28757e7dec3af' },
		],
		searches: { searchRooms },
		...words,
		name: (words.name ?? 'room') as N,
	});
	return mappedField(located, (found, label) => {
		if (!found || ROOM_ID.test(found.value)) return found?.value;
		throw complaint(
			label,
			`holds no meeting room: ${found.value.slice(0, 60)}`,
			'Choose from the list; an ID begins with omm_',
		);
	});
}

const one = optionalRoomField();

/** Any number of rooms. @throws InputError about a row without one */
export function roomsField<const N extends string = 'rooms'>(words: Partial<Words<N>> = {}): Field<string[], N> {
	const rows = rowsField(
		{
			displayName: 'Meeting Rooms',
			placeholder: 'Add Room',
			groupKey: 'room',
			groupName: 'Room',
			rowName: (_, index) => `${words.displayName ?? 'Meeting Rooms'} → Room ${index + 1}`,
			description: 'Rooms of the organization',
			...words,
			name: (words.name ?? 'rooms') as N,
		},
		[one],
	);
	return mappedField(rows, (readers) => readers.map((row) => chosenInRow(row, one)));
}
