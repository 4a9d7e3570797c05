import type { IDataObject } from 'n8n-workflow';

import { ownCalendarField } from '../../../shared/calendar/calendar';
import { EVENT_SCOPES, SEARCH_EVENTS } from '../../../shared/calendar/endpoints';
import { roomsField } from '../../../shared/calendar/room';
import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { momentField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { tell } from '../../../shared/operation/tell';
import { chatsField } from '../../invite/chatsField';
import { allDayEnds, EVENT_SHAPE, eventItem } from '../../event/eventItem';
import { DAY } from '../../../../feishu/zones';

/** Characters. Source: …/calendar-event/search */
const MAX_QUERY = 200;

const calendar = ownCalendarField();
const query = mappedField(
	textField({
		displayName: 'Search For',
		name: 'searchFor',
		placeholder: 'e.g. review',
		description:
			'Words of the title; all events of the range when empty. A series of which one event fits comes once, with the time of its first event, which may lie before From: Get Many lists its single events.',
	}),
	(words, label) => {
		if (words.length <= MAX_QUERY) return words;
		throw complaint(label, 'is too long', `Use up to ${MAX_QUERY} characters`);
	},
);
const from = momentField({ displayName: 'From', name: 'searchFrom', description: 'A month ago when empty' });
const to = momentField({ displayName: 'Until', name: 'searchUntil', description: 'In a month when empty' });
const people = optionalPeopleField({
	displayName: 'Attendees',
	name: 'withPeople',
	description: 'Only events to which one of these is invited',
});
const rooms = roomsField({ name: 'inRooms', description: 'Only events in one of these' });
const chats = chatsField({ name: 'withChats', description: 'Only events to which one of these is invited' });
const options = collectionField({ displayName: 'Filters', name: 'searchFilters', placeholder: 'Add filter' }, [
	people,
	chats,
	from,
	rooms,
	to,
]);

/** A month, as the platform takes it where nothing is said. */
const USUAL_MS = 30 * DAY;

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search events',
	description: 'Find events by words, people, groups and rooms; a series comes once, with its first time',
	endpoint: SEARCH_EVENTS,
	scopes: EVENT_SCOPES,
	identity: 'either',
	fields: [calendar, query, options, pagingFields],
	output: outputOf(EVENT_SHAPE),
	async run({ read, refuse, panel, ...asking }) {
		const { feishu } = asking;
		const place = read(calendar);
		const words = read(query);
		const limit = read(pagingFields);
		const { searchFrom, searchUntil, withPeople, inRooms = [], withChats = [] } = read(options);
		const period = { start: searchFrom ?? (searchUntil ?? Date.now()) - USUAL_MS, end: searchUntil };
		const end = period.end ?? Math.max(Date.now(), period.start) + USUAL_MS;
		if (end <= period.start) throw refuse(options, `has an '${to.label}' that is no later than '${from.label}'`);
		const at = (ms: number) => ({ timestamp: String(Math.floor(ms / 1000)), timezone: panel.timeZone });
		const found = await withPeople?.resolve(feishu);
		const filter = {
			...((searchFrom ?? searchUntil) !== undefined && { start_time: at(period.start), end_time: at(end) }),
			...(found && found.ids.length > 0 && { user_ids: found.ids }),
			...(inRooms.length > 0 && { room_ids: inRooms }),
			...(withChats.length > 0 && { chat_ids: withChats }),
		};
		const path = { calendar_id: await place.id(asking) };
		const request = {
			path,
			query: { user_id_type: found?.type ?? 'open_id' },
			body: { query: words, ...(Object.keys(filter).length > 0 && { filter }) },
			idempotent: true,
			pageSize: 100,
			itemsKey: 'items',
		};
		const events: IDataObject[] = [];
		// No page has fewer than ten.
		for await (const event of feishu.records(this.endpoint, request)) {
			if (events.length >= limit) break;
			events.push(event);
		}
		if (events.length === 0 && inRooms.length + withChats.length > 0)
			tell(asking.context, [
				`Nothing was found. Feishu finds nothing either where a group or a room is not there: ${[...withChats, ...inRooms].slice(0, 5).join(', ')}`,
			]);
		const ends = await allDayEnds(feishu);
		return events.map((event) => eventItem(event, ends));
	},
});
