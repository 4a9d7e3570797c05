import type { IDataObject } from 'n8n-workflow';

import { isCalendarId } from '../../../feishu/calendar/eventIds';
import { text } from '../../../feishu/json';
import { InputError } from '../../../feishu/input';
import type { Asking } from '../client/asking';
import { ADDRESS_CALLS } from '../contact/people';
import { referenceOf, resolveUser } from '../contact/user';
import { fromList, TEXT, locatorField } from '../fields/locator';
import type { Words } from '../fields/plain';
import { complaint, mappedField, type Field, type NodeMethods } from '../operation/field';
import { CALENDAR_SCOPES, GET_PRIMARIES, GET_PRIMARY } from './endpoints';
import { PRIMARY, PRIMARY_NAME } from './primary';
import {
	searchCalendars,
	searchDeletableCalendars,
	searchManagedCalendars,
	searchNewCalendars,
	searchOtherCalendars,
	searchOwnCalendars,
} from './searchCalendars';

/** Calendars that an execution has looked up: items mostly name the same one. */
const looked = new WeakMap<object, Map<string, Promise<string>>>();

/** A calendar as filled in: by its ID, the caller's own first one, or that of a person. */
export class CalendarRef {
	constructor(
		/** `primary`, a calendar's ID, or what a person is known by. Tells calendars from each other. */
		readonly written: string,
		private readonly label: string,
	) {}

	/**
	 * `calendar_id`. The word `primary` is not sent in its place, which private deployments do not know.
	 * @throws InputError where nobody is found, CallError
	 */
	async id(asking: Asking): Promise<string> {
		if (isCalendarId(this.written)) return this.written;
		const known = looked.get(asking.context) ?? new Map<string, Promise<string>>();
		looked.set(asking.context, known);
		const found = known.get(this.written) ?? this.find(asking);
		known.set(this.written, found);
		const { scopes } = asking.errorContext;
		asking.errorContext.scopes = CALENDAR_SCOPES;
		const id = await found;
		asking.errorContext.scopes = scopes;
		return id;
	}

	private async find({ feishu }: Asking): Promise<string> {
		const [endpoint, request] =
			this.written === PRIMARY ? [GET_PRIMARY, {}] : [GET_PRIMARIES, await this.person(feishu)];
		const { calendars = [] } = await feishu.call<{ calendars?: Array<{ calendar?: IDataObject }> }>(endpoint, {
			...request,
			idempotent: true,
		});
		const id = text(calendars[0]?.calendar?.calendar_id);
		if (id !== '') return id;
		throw new InputError(
			this.label,
			`Feishu knows no calendar of ${this.written}`,
			'Choose the calendar from the list',
		);
	}

	private async person(feishu: Asking['feishu']) {
		const { id, type } = await resolveUser(feishu, referenceOf('id', this.written), this.label);
		return { query: { user_id_type: type }, body: { user_ids: [id] } };
	}
}

/** What looking a calendar up may call. */
export const CALENDAR_CALLS = [GET_PRIMARY, GET_PRIMARIES, ...ADDRESS_CALLS];

/** @throws InputError about what is neither a calendar nor a person */
export function calendarRef(written: string, label: string): CalendarRef {
	if (written === PRIMARY || isCalendarId(written) || /^(?:ou|on)_\w+$/.test(written))
		return new CalendarRef(written, label);
	if (/^[^\s@]+@[^\s@]+$/.test(written)) return new CalendarRef(written, label);
	throw complaint(
		label,
		`holds neither a calendar nor a person: ${written.slice(0, 60)}`,
		'Choose from the list, or enter primary, the ID of a calendar, an e-mail address or an open_id',
	);
}

/** A calendar: the caller's own unless another is chosen, from the list that also has people, or by its ID. @param begins `''`: nothing is chosen */
export function calendarField<const N extends string = 'calendar'>(
	words: Partial<Words<N>> = {},
	begins: typeof PRIMARY | '' = PRIMARY,
	searches: NodeMethods['listSearch'] = { searchCalendars },
): Field<CalendarRef, N> {
	const located = locatorField({
		displayName: 'Calendar',
		description: "As an app, its own calendar, which nobody sees until invited; as a person, the person's own",
		modes: [
			fromList(Object.keys(searches)[0] ?? '', 'Choose a calendar…'),
			{
				displayName: 'By ID',
				name: 'id',
				...TEXT,
				placeholder: 'e.g. feishu.cn_xxxxxxxxxx@group.calendar.feishu.cn',
				hint: 'Or primary, or the e-mail address or open_id of a person, for their own calendar',
			},
		],
		searches,
		calls: CALENDAR_CALLS,
		...(begins === PRIMARY && {
			default: { mode: 'list', value: PRIMARY, cachedResultName: PRIMARY_NAME },
		}),
		...words,
		name: (words.name ?? 'calendar') as N,
	});
	return mappedField(located, ({ value }, label) => calendarRef(value, label));
}

/** The same for what an app can only do in its own calendars and in shared ones: it is offered no people. */
export const ownCalendarField = (words: Partial<Words<'calendar'>> = {}): Field<CalendarRef, 'calendar'> =>
	calendarField(words, PRIMARY, { searchOwnCalendars });

/** The same for what takes an owner: it is offered those that the caller manages. */
export const managedCalendarField = (): Field<CalendarRef, 'calendar'> =>
	calendarField({}, PRIMARY, { searchManagedCalendars });

/** One that is not in the caller's list yet. */
export const newCalendarField = (words: Partial<Words<'calendar'>>): Field<CalendarRef, 'calendar'> =>
	calendarField(words, '', { searchNewCalendars });

/** Those that the caller can delete, and those of its list. */
export const OTHERS = { deletable: { searchDeletableCalendars }, listed: { searchOtherCalendars } };

/** One for what a primary calendar is not for: chosen each time, and never the caller's own first one. @param why that is so @throws InputError about that one */
export const otherCalendarField = (
	words: Partial<Words<'calendar'>>,
	why: string,
	searches: NodeMethods['listSearch'],
): Field<CalendarRef, 'calendar'> =>
	mappedField(calendarField(words, '', searches), (place, label) => {
		if (place.written !== PRIMARY) return place;
		throw complaint(label, `is the primary calendar, ${why}`, 'Choose another one from the list');
	});
