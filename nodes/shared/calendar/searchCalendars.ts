import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../feishu/json';
import { holdsAllWords } from '../../../feishu/words';
import { peopleBelow, WHOLE_ORGANIZATION, wordsOfUser } from '../contact/directory';
import { usersFound } from '../contact/personSearch';
import { listSearch, type Ask, type ListSpec } from '../fields/listSearch';
import type { Entry } from '../fields/listWalks';
import { CALENDAR_SCOPES, GET_CALENDARS, SEARCH_CALENDARS } from './endpoints';
import { PRIMARY, PRIMARY_NAME } from './primary';

/** Departments asked at once while people are listed. */
const AHEAD = 10;

const foundBy = 'the name of the calendar or of the person';
const nothing = {
	message: 'No calendar that can be seen',
	advice: 'Create one, or let its owner share it. A person’s own calendar goes by the e-mail address.',
};

const person: ListSpec['person'] = {
	scopes: CALENDAR_SCOPES,
	foundBy,
	async *entries(ask) {
		for await (const entry of calendars(ask))
			if (holdsAllWords(`${entry.name} ${entry.words ?? ''}`, ask.filter)) yield entry;
		yield* people(usersFound(ask.feishu, ask.filter));
	},
	nothing,
};

/**
 * The calendars in the caller's own list, and after them people, whose calendars an app never finds by a search: for an app
 * all whom it may see, for a person whom the platform finds. Whoever may not list people has calendars only.
 */
export const searchCalendars = listSearch({
	what: 'calendars',
	scopes: CALENDAR_SCOPES,
	keepMs: 60_000,
	foundBy,
	async *entries(ask) {
		yield* calendars(ask);
		if (!(await ask.feishu.isPerson())) yield* people(peopleBelow(ask.feishu, WHOLE_ORGANIZATION, AHEAD));
	},
	nothing,
	person,
});

/** The same without people for an app, which can do nothing in their calendars unless these are shared with it. */
export const searchOwnCalendars = listSearch({
	what: 'calendars',
	scopes: CALENDAR_SCOPES,
	keepMs: 60_000,
	of: () => 'own',
	foundBy: 'the name of the calendar',
	entries: (ask) => calendars(ask),
	nothing: {
		message: 'No calendar that can be seen',
		advice: 'Create one, or let its owner share it with the app, which then subscribes to it.',
	},
	person,
});

/** Those that are not the caller's first one, without people. */
export const searchOtherCalendars = listSearch({
	what: 'calendars',
	scopes: CALENDAR_SCOPES,
	keepMs: 60_000,
	of: () => 'others',
	foundBy: 'the name of the calendar',
	async *entries(ask) {
		for await (const entry of calendars(ask)) if (entry.value !== PRIMARY) yield entry;
	},
	nothing: { message: 'No calendar beside the primary one', advice: 'Create one, or subscribe to one.' },
});

/** Calendars that the caller may share: those that it owns. */
export const searchManagedCalendars = listSearch({
	what: 'calendars',
	scopes: CALENDAR_SCOPES,
	keepMs: 60_000,
	of: () => 'managed',
	foundBy: 'the name of the calendar',
	entries: (ask) => calendars(ask, isManaged),
	nothing: {
		message: 'No calendar that the caller manages',
		advice: 'Create one, or let its owner share it with the right Can Manage.',
	},
});

/** The same without the first one, which stays. */
export const searchDeletableCalendars = listSearch({
	what: 'calendars',
	scopes: CALENDAR_SCOPES,
	keepMs: 60_000,
	of: () => 'deletable',
	foundBy: 'the name of the calendar',
	async *entries(ask) {
		for await (const entry of calendars(ask, isManaged)) if (entry.value !== PRIMARY) yield entry;
	},
	nothing: { message: 'No calendar that the caller manages beside the primary one', advice: 'Create one first.' },
});

/** Calendars that the caller may take into its list: people, and for a person what the platform finds by words. */
export const searchNewCalendars = listSearch({
	what: 'calendars',
	scopes: CALENDAR_SCOPES,
	keepMs: 60_000,
	of: () => 'new',
	foundBy,
	async *entries(ask) {
		if (!(await ask.feishu.isPerson())) yield* people(peopleBelow(ask.feishu, WHOLE_ORGANIZATION, AHEAD));
	},
	nothing: {
		message: 'Nothing to choose from without words',
		advice: 'Enter part of the name of a calendar or of a person, or the ID of the calendar under By ID.',
	},
	person: {
		scopes: CALENDAR_SCOPES,
		foundBy,
		async *entries({ feishu, filter }) {
			const own = new Set<string>();
			for await (const one of feishu.records(GET_CALENDARS, ALL)) own.add(text(one.calendar_id));
			const found = feishu.records(SEARCH_CALENDARS, { body: { query: filter }, idempotent: true, pageSize: 50 });
			for await (const one of found) {
				const value = text(one.calendar_id);
				if (one.type !== 'primary' && !own.has(value)) yield { name: nameOf(one), value };
			}
			yield* people(usersFound(feishu, filter));
		},
		nothing,
	},
});

const ALL = { pageSize: 500, itemsKey: 'calendar_list' };
const isManaged = ({ role }: IDataObject): boolean => role === 'owner';
const nameOf = (calendar: IDataObject): string =>
	text(calendar.summary_alias) || text(calendar.summary) || 'Unnamed calendar';

async function* calendars(
	{ feishu }: Pick<Ask, 'feishu'>,
	isMeant: (calendar: IDataObject) => boolean = () => true,
): AsyncGenerator<Entry> {
	for await (const calendar of feishu.records(GET_CALENDARS, ALL)) {
		if (calendar.is_deleted === true || !isMeant(calendar)) continue;
		const name = nameOf(calendar);
		const isOwn = calendar.type === 'primary' && calendar.role === 'owner';
		if (isOwn) yield { name: PRIMARY_NAME, value: PRIMARY, words: name };
		else yield { name, value: text(calendar.calendar_id) };
	}
}

async function* people(users: ReturnType<typeof peopleBelow>): AsyncGenerator<Entry> {
	try {
		for await (const user of users) {
			const name = text(user.name) || text(user.en_name);
			const value = text(user.open_id);
			if (name !== '' && value !== '') yield { name: `${name} (person)`, value, words: wordsOfUser(user) };
		}
	} catch {
		return;
	}
}
