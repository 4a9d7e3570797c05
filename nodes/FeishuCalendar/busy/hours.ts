import { freeSlots, type SlotSearch, type WorkingHours } from '../../../feishu/calendar/freeSlots';
import { DAY, isPlace } from '../../../feishu/zones';
import { timeZoneField } from '../../shared/calendar/timeZone';
import { choiceField, choicesField, flagField, listField, numberField, textField } from '../../shared/fields/plain';
import { complaint, mappedField } from '../../shared/operation/field';
import type { Added } from '../../shared/fields/nested';

/** Minutes since midnight of `9:00`; up to 24:00. */
function clock(text: string, label: string): number {
	const [, hours, minutes] = /^(\d{1,2}):(\d\d)$/.exec(text) ?? [];
	const found = Number(hours) * 60 + Number(minutes);
	if (Number(minutes) < 60 && found <= 1440) return found;
	throw complaint(label, `holds no time of day: ${text.slice(0, 20)}`, 'A time looks like 09:00');
}

const workFrom = mappedField(
	textField({
		displayName: 'Working Hours From',
		name: 'workFrom',
		default: '09:00',
		placeholder: 'e.g. 09:00',
		description: 'On the clock of everybody’s time zone',
	}),
	clock,
);
const workTo = mappedField(
	textField({
		displayName: 'Working Hours To',
		name: 'workTo',
		default: '18:00',
		placeholder: 'e.g. 18:00',
		description: 'Up to 24:00',
	}),
	clock,
);
const days = choicesField({
	displayName: 'Working Days',
	name: 'workDays',
	options: [
		{ name: 'Friday', value: '4' },
		{ name: 'Monday', value: '0' },
		{ name: 'Saturday', value: '5' },
		{ name: 'Sunday', value: '6' },
		{ name: 'Thursday', value: '3' },
		{ name: 'Tuesday', value: '1' },
		{ name: 'Wednesday', value: '2' },
	],
	default: ['0', '1', '2', '3', '4'],
	description: 'Days of the week on which there may be a meeting',
});
const zones = mappedField(
	listField({
		displayName: 'Further Time Zones',
		name: 'furtherZones',
		placeholder: 'e.g. Europe/Berlin, America/New_York',
		description: 'Of people elsewhere, separated by commas: it has to be working hours in each',
	}),
	(list, label) => {
		const unknown = list.find((zone) => !isPlace(zone));
		if (unknown === undefined) return list;
		throw complaint(label, `holds no time zone: ${unknown.slice(0, 40)}`, 'Use names such as Europe/Berlin');
	},
);

/** What a time has to be beside free. */
export const HOW = [
	flagField({
		displayName: 'Any Time of Day',
		name: 'anyTime',
		default: false,
		description: 'Whether nights and weekends are taken as well',
	}),
	zones,
	numberField({
		displayName: 'Gap (Minutes)',
		name: 'gapMinutes',
		typeOptions: { minValue: 0, maxValue: 1440 },
		default: 0,
		description: 'Time that people have free before and after',
	}),
	choiceField({
		displayName: 'Rooms',
		name: 'roomsNeeded',
		options: [
			{ name: 'All Are Needed', value: 'all' },
			{ name: 'One Is Enough', value: 'any' },
		],
		default: 'any',
		description: 'Which of the meeting rooms have to be free',
	}),
	numberField({
		displayName: 'Start Every (Minutes)',
		name: 'stepMinutes',
		typeOptions: { minValue: 5, maxValue: 240 },
		default: 30,
		description: 'At which minutes of the day it may begin: 30 for full and half hours',
	}),
	timeZoneField({ hint: 'Of the working hours and of Not Before; that of the workflow unless chosen' }),
	choiceField({
		displayName: 'Unanswered Invitations',
		name: 'unanswered',
		options: [
			{ name: 'Count as Busy', value: 'busy' },
			{ name: 'Count as Free', value: 'free', description: 'Only what was accepted is in the way' },
		],
		default: 'busy',
		description: 'What becomes of times for which somebody was invited and has not accepted',
	}),
	days,
	workFrom,
	workTo,
] as const;

/** When there may be a meeting: in the working hours of each zone. @throws InputError */
export function workingHours(given: Added<(typeof HOW)[number]>, zone: string): WorkingHours[] {
	if (given.anyTime) return [];
	const { workFrom: from = 540, workTo: to = 1080, workDays = ['0', '1', '2', '3', '4'], furtherZones = [] } = given;
	if (to <= from) throw workTo.refuse(`must be later than '${workFrom.label}'`);
	if (workDays.length === 0) throw days.refuse('is empty', 'Choose a day');
	const weekdays = workDays.map(Number);
	return [...new Set([zone, ...furtherZones])].map((one) => ({ zone: one, from, to, weekdays }));
}

/** Why nothing can fit however far ahead one looks, with nobody busy at all; undefined where it can. A changed clock changes that by an hour, so a whole year is looked at. */
export function neverFits(search: Pick<SlotSearch, 'start' | 'hours' | 'length' | 'step'>): string | undefined {
	const { start, hours, step } = search;
	const year = {
		...{ start, end: start + 366 * DAY, hours, step, gap: 0, busy: [], rooms: new Map() },
		allRooms: false,
	};
	const fits = (length: number) => freeSlots({ ...year, length }).next().done !== true;
	if (fits(search.length)) return undefined;
	if (hours.length > 1 && !fits(1))
		return `No time fits, and looking further ahead does not help: the working hours of ${hours.map(({ zone }) => zone).join(', ')} never meet. Widen them, or choose Any Time of Day`;
	return 'No time fits, and looking further ahead does not help: the working hours of a day are shorter than the meeting. Take a shorter length or wider working hours';
}
