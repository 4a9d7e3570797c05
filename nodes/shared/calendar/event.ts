import { eventId, eventInAddress, type EventId } from '../../../feishu/calendar/eventIds';
import { fromList, TEXT, locatorField } from '../fields/locator';
import type { Words } from '../fields/plain';
import { complaint, mappedField, type Field } from '../operation/field';
import { CALENDAR_CALLS } from './calendar';
import { searchEvents } from './searchEvents';

/** An event: from the list, by its address, or by its ID. An occurrence of a series has an ID of its own. */
export function eventField<const N extends string = 'event'>(words: Partial<Words<N>> = {}): Field<EventId, N> {
	const located = locatorField({
		displayName: 'Event',
		description: 'Comes out of Create, Get Many and Search as event_id; each occurrence of a series has its own',
		modes: [
			fromList('searchEvents', 'Choose an event…'),
			{
				displayName: 'By URL',
				name: 'url',
				...TEXT,
				placeholder: 'e.g. https://applink.feishu.cn/client/calendar/event/detail?key=…',
				hint: 'The url of an event',
			},
			{
				displayName: 'By ID',
				name: 'id',
				...TEXT,
				placeholder: 'e.g. 00592a0e-7edf-4678-bc9d-1b77383ef08e_0',
			},
		],
		searches: { searchEvents },
		calls: CALENDAR_CALLS,
		...words,
		name: (words.name ?? 'event') as N,
	});
	return mappedField(located, ({ value }, label) => {
		const found = eventId(eventInAddress(value)?.event_id ?? value);
		if (found) return found;
		throw complaint(
			label,
			`holds no event: ${value.slice(0, 60)}`,
			/^https?:/i.test(value)
				? 'The address of an event looks like https://applink.feishu.cn/client/calendar/event/detail?calendarId=…&key=…: it comes out of Create, Get and Get Many as url'
				: `An event ID looks like ${looksLike(value)}: it ends in _0, or for one event of a series in _ and its time`,
		);
	});
}

/** The same ID with the end that it lacks, where it is most of one. */
const looksLike = (value: string): string =>
	/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
		? `${value}_0`
		: '00592a0e-7edf-4678-bc9d-1b77383ef08e_0';
