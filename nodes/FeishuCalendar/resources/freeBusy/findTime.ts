import { apart, freeSlots } from '../../../../feishu/calendar/freeSlots';
import { DAY, isoIn, MINUTE } from '../../../../feishu/zones';
import { collectionField } from '../../../shared/fields/nested';
import { wholeNumberField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { tell } from '../../../shared/operation/tell';
import { BUSY_CALLS, BUSY_ENDPOINT, BUSY_SCOPES, peopleBusy, roomsBusy, type Busy } from '../../busy/busyOf';
import { writtenField } from '../../event/when';
import { HOW, neverFits, workingHours } from '../../busy/hours';
import { NAME_CALLS, namesOfAll } from '../../busy/names';
import { everybody, whoField } from '../../busy/whoField';

const length = wholeNumberField({
	displayName: 'Length (Minutes)',
	name: 'meetingMinutes',
	typeOptions: { minValue: 5, maxValue: 1440 },
	default: 60,
	description: 'How long it takes',
});
const from = writtenField({
	displayName: 'Not Before',
	name: 'notBefore',
	hint: 'On the clock of the workflow’s time zone, unless Options → Time Zone says another',
	description: 'Now when empty, or when it has passed',
});
const days = wholeNumberField({
	displayName: 'Within Days',
	name: 'withinDays',
	typeOptions: { minValue: 1, maxValue: 90 },
	default: 14,
	description: 'How far ahead to look; each ten people and two weeks take one request, each room one more',
});
const most = wholeNumberField({
	displayName: 'Most Results',
	name: 'mostSlots',
	typeOptions: { minValue: 1, maxValue: 1000 },
	default: 1,
	description: 'How many times to give, the earliest first; they do not overlap',
});
const how = collectionField({ displayName: 'Options', name: 'slotOptions', placeholder: 'Add option' }, HOW);

export const findTime = defineOperation({
	value: 'findTime',
	name: 'Find a Time',
	action: 'Find a time for people and rooms',
	description: 'Find the first times in working hours at which everybody, and a room, is free',
	endpoint: BUSY_ENDPOINT,
	alsoCalls: [...BUSY_CALLS, ...NAME_CALLS],
	scopes: BUSY_SCOPES,
	identity: 'either',
	fields: [whoField, length, from, days, most, how],
	output: outputOf({
		start: 'string',
		end: 'string',
		time_zone: 'string',
		minutes: 'number',
		people: ['string'],
		people_names: ['string'],
		room_ids: ['string'],
		room_names: ['string'],
		'room_id?': 'string',
		'room_name?': 'string',
	}),
	async run({ read, panel, feishu, context }) {
		const who = read(whoField);
		const minutes = read(length);
		const limit = Math.floor(read(most));
		const given = read(how);
		const zone = given.timeZone ?? panel.timeZone;
		const start = Math.max(read(from)?.moment(zone) ?? 0, Date.now());
		const range = { start, end: start + read(days) * DAY };
		const hours = workingHours(given, zone);
		const { ids, type } = await everybody(feishu, who);
		const gap = (given.gapMinutes ?? 0) * MINUTE;
		// What lies just outside may still be too near.
		const asked = { start: range.start - gap, end: range.end + gap };
		const busy = await peopleBusy(feishu, ids, asked, { type, zone, external: true });
		const counts = ({ rsvp_status }: Busy) => given.unanswered !== 'free' || ['', 'accept'].includes(rsvp_status);
		const step = Math.floor(given.stepMinutes ?? 30) * MINUTE;
		const slots = apart(
			freeSlots({
				...range,
				length: minutes * MINUTE,
				step,
				gap,
				hours,
				busy: [...busy.values()].flat().filter(counts),
				rooms: await roomsBusy(feishu, who.rooms, range, zone, who.roomsLabel),
				allRooms: given.roomsNeeded === 'all',
			}),
		);
		const chosen = [];
		for (const slot of slots) {
			chosen.push(slot);
			if (chosen.length >= limit) break;
		}
		const names = chosen.length > 0 ? await namesOfAll(feishu, { ids, type }, who.rooms) : new Map<string, string>();
		// Side by side with the IDs; whose name is not known stays with the ID.
		const named = (all: readonly string[]) => all.map((id) => names.get(id) ?? id);
		const found = chosen.map((slot) => ({
			start: isoIn(slot.start, zone),
			end: isoIn(slot.end, zone),
			time_zone: zone,
			minutes,
			people: ids,
			people_names: named(ids),
			room_ids: slot.rooms,
			room_names: named(slot.rooms),
			...(slot.rooms[0] !== undefined && { room_id: slot.rooms[0], room_name: named(slot.rooms)[0] }),
		}));
		if (found.length === 0)
			tell(context, [
				`${neverFits({ start, hours, length: minutes * MINUTE, step }) ?? 'No time fits: look further ahead, or take a shorter length or wider working hours'}. Always Output Data in the settings of the node lets the workflow go on`,
			]);
		return found;
	},
});
