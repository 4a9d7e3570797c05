import { text } from '../../../feishu/json';
import { holdsAllWords } from '../../../feishu/words';
import { peopleBelow, WHOLE_ORGANIZATION, wordsOfUser } from '../contact/directory';
import { usersFound } from '../contact/personSearch';
import { listSearch, type Ask } from '../fields/listSearch';
import type { Entry } from '../fields/listWalks';
import { CALENDAR_SCOPES, GET_CALENDARS } from './endpoints';

/** Departments asked at once while people are listed. */
const AHEAD = 10;

const foundBy = 'the name of the calendar or of the person';
const nothing = {
	message: 'No calendar that can be seen',
	advice: 'Create one, or let its owner share it. A person’s own calendar goes by the e-mail address.',
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
	person: {
		scopes: CALENDAR_SCOPES,
		foundBy,
		async *entries(ask) {
			for await (const entry of calendars(ask)) if (holdsAllWords(entry.name, ask.filter)) yield entry;
			yield* people(usersFound(ask.feishu, ask.filter));
		},
		nothing,
	},
});

async function* calendars({ feishu }: Ask): AsyncGenerator<Entry> {
	for await (const calendar of feishu.records(GET_CALENDARS, { pageSize: 500, itemsKey: 'calendar_list' })) {
		if (calendar.is_deleted === true) continue;
		const name = text(calendar.summary_alias) || text(calendar.summary) || 'Unnamed calendar';
		const isOwn = calendar.type === 'primary' && calendar.role === 'owner';
		yield { name: isOwn ? `${name} (primary)` : name, value: text(calendar.calendar_id) };
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
