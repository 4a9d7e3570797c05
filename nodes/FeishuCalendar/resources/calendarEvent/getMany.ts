import { text } from '../../../../feishu/json';
import { holdsAllWords } from '../../../../feishu/words';
import { ownCalendarField } from '../../../shared/calendar/calendar';
import { EVENT_SCOPES, GET_EVENT, GET_VIEW } from '../../../shared/calendar/endpoints';
import { userIdTypeField } from '../../../shared/contact/userIdType';
import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, momentField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import type { IDataObject } from 'n8n-workflow';
import { allDayEnds, EVENT_SHAPE, eventItem } from '../../event/eventItem';
import { tooEarly } from '../../event/when';
import { eventsBetween } from '../../event/view';
import { readEvent, seriesOf } from '../../series/series';
import { DAY, WEEK } from '../../../../feishu/zones';

const calendar = ownCalendarField();
const from = momentField({
	displayName: 'From',
	name: 'rangeFrom',
	hint: 'On the clock of the workflow’s time zone, unless it has an offset',
	description: 'Events that have not ended by then; now when empty',
});
const to = momentField({
	displayName: 'Until',
	name: 'rangeUntil',
	description: 'Events that begin before; a week after From when empty',
});
const repeating = choiceField({
	displayName: 'Recurring Events',
	name: 'recurringEvents',
	options: [
		{ name: 'Each Event', value: 'each', description: 'Every event of a series with its own time and ID' },
		{ name: 'The Series Once', value: 'series', description: 'The series as a whole, with its rule' },
	],
	default: 'each',
	description: 'How a series is listed',
});
const titled = textField({
	displayName: 'Title Contains',
	name: 'titleContains',
	placeholder: 'e.g. review',
	description: 'Only events whose title has all of these words',
});
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	repeating,
	titled,
	userIdTypeField,
]);

/** Farther than this it is a slip, and each 39 days take a request. */
const LONGEST_MS = 5 * 366 * DAY;

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many events',
	description: 'List what is on in a calendar, each event of a series with its own time',
	endpoint: GET_VIEW,
	alsoCalls: [GET_EVENT],
	scopes: EVENT_SCOPES,
	identity: 'either',
	fields: [calendar, from, to, pagingFields, options],
	output: outputOf(EVENT_SHAPE),
	async run({ read, refuse, ...asking }) {
		const { feishu } = asking;
		const place = read(calendar);
		const start = read(from) ?? Date.now();
		const end = read(to) ?? start + WEEK;
		const limit = read(pagingFields);
		const { recurringEvents = 'each', titleContains = '', userIdType = 'open_id' } = read(options);
		if (end <= start) throw refuse(to, ...tooEarly(read(from) !== undefined, from.label));
		if (end - start > LONGEST_MS) throw refuse(to, 'is more than five years later', 'Choose a shorter range');
		const calendar_id = await place.id(asking);
		const range = { from: Math.floor(start / 1000), to: Math.ceil(end / 1000), type: userIdType };
		const ends = await allDayEnds(feishu);
		const found: IDataObject[] = [];
		const listed = new Set<string>();
		for await (const event of eventsBetween(feishu, calendar_id, range)) {
			if (found.length >= limit) break;
			if (!holdsAllWords(text(event.summary), titleContains)) continue;
			const series = seriesOf(event);
			if (recurringEvents === 'each' || series === '' || series === event.event_id) {
				if (recurringEvents === 'series' && listed.has(text(event.event_id))) continue;
				listed.add(text(event.event_id));
				found.push(eventItem(event, ends));
			} else if (!listed.has(series)) {
				listed.add(series);
				found.push(eventItem(await readEvent(feishu, { calendar_id, event_id: series }), ends));
			}
		}
		return found;
	},
});
