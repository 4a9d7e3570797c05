import { DAY, isoIn, WEEK } from '../../../../feishu/zones';
import { timeZoneField } from '../../../shared/calendar/timeZone';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { BUSY_CALLS, BUSY_ENDPOINT, BUSY_SCOPES, peopleBusy, roomsBusy, type Busy } from '../../busy/busyOf';
import { tooEarly, writtenField } from '../../event/when';
import { NAME_CALLS, namesOfAll } from '../../busy/names';
import { everybody, whoField } from '../../busy/whoField';

const from = writtenField({
	displayName: 'From',
	name: 'busyFrom',
	hint: 'On the clock of the workflow’s time zone, unless Options → Time Zone says another',
	description: 'Now when empty',
});
const to = writtenField({ displayName: 'Until', name: 'busyUntil', description: 'A week after From when empty' });
const external = flagField({
	displayName: 'With External Calendars',
	name: 'externalCalendars',
	default: true,
	description: 'Whether calendars of other services that people have added count',
});
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	timeZoneField({ hint: 'Of times without an offset, and of the output; that of the workflow unless chosen' }),
	external,
]);

const LONGEST_MS = 366 * DAY;

/** Those that come out. */
const busyAt = (all: ReadonlyMap<string, readonly Busy[]>): string[] =>
	[...all].filter(([, spans]) => spans.length > 0).map(([id]) => id);

export const getBusy = defineOperation({
	value: 'getBusy',
	name: 'Get Busy Times',
	action: 'Get when people and rooms are busy',
	description: 'List when people, everybody in groups, and rooms are busy, without telling with what',
	endpoint: BUSY_ENDPOINT,
	alsoCalls: [...BUSY_CALLS, ...NAME_CALLS],
	scopes: BUSY_SCOPES,
	identity: 'either',
	fields: [whoField, from, to, options],
	output: outputOf({
		'user_id?': 'string',
		'room_id?': 'string',
		'name?': 'string',
		start: 'string',
		end: 'string',
		'rsvp_status?': 'string',
	}),
	async run({ read, refuse, panel, feishu }) {
		const who = read(whoField);
		const { timeZone: zone = panel.timeZone, externalCalendars = true } = read(options);
		const start = read(from)?.moment(zone) ?? Date.now();
		const end = read(to)?.moment(zone) ?? start + WEEK;
		if (end <= start) throw refuse(to, ...tooEarly(read(from) !== undefined, from.label));
		if (end - start > LONGEST_MS) throw refuse(to, 'is more than a year later', 'Choose a shorter range');
		const { ids, type } = await everybody(feishu, who);
		const people = await peopleBusy(feishu, ids, { start, end }, { type, zone, external: externalCalendars });
		const rooms = await roomsBusy(feishu, who.rooms, { start, end }, zone, who.roomsLabel);
		const names = await namesOfAll(feishu, { ids: busyAt(people), type }, busyAt(rooms));
		const shown = (key: string, all: ReadonlyMap<string, readonly Busy[]>) =>
			[...all].flatMap(([id, spans]) =>
				spans.map((one) => ({
					[key]: id,
					...(names.has(id) && { name: names.get(id) }),
					start: isoIn(one.start, zone),
					end: isoIn(one.end, zone),
					...(one.rsvp_status && { rsvp_status: one.rsvp_status }),
				})),
			);
		return [...shown('user_id', people), ...shown('room_id', rooms)];
	},
});
