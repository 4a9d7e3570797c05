import { text } from '../../../feishu/json';
import { peopleBelow, WHOLE_ORGANIZATION, wordsOfUser } from '../contact/directory';
import { usersFound } from '../contact/personSearch';
import { listSearch, type Ask } from '../fields/listSearch';
import type { Entry } from '../fields/listWalks';
import { CALENDAR_SCOPES, GET_CALENDARS } from './endpoints';

/** Departments asked at once while people are listed. */
const AHEAD = 10;

/**
 * The calendars in the caller's own list, and after them people, whose calendars an app never finds by a search. Whoever
 * may not list people has calendars only.
 */
export const searchCalendars = listSearch({
	what: 'calendars',
	scopes: CALENDAR_SCOPES,
	keepMs: 60_000,
	foundBy: 'the name of the calendar or of the person',
	async *entries(ask) {
		for await (const calendar of ask.feishu.records(GET_CALENDARS, { pageSize: 500, itemsKey: 'calendar_list' })) {
			if (calendar.is_deleted === true) continue;
			const name = text(calendar.summary_alias) || text(calendar.summary) || 'Unnamed calendar';
			const value = text(calendar.calendar_id);
			if (calendar.type === 'primary' && calendar.role === 'owner') yield { name: `${name} (primary)`, value };
			else yield { name, value };
		}
		yield* people(ask);
	},
	nothing: {
		message: 'No calendar that can be seen',
		advice: 'Create one, or let its owner share it. A person’s own calendar goes by the e-mail address.',
	},
});

async function* people({ feishu, filter }: Ask): AsyncGenerator<Entry> {
	try {
		const found = (await feishu.isPerson())
			? usersFound(feishu, filter)
			: peopleBelow(feishu, WHOLE_ORGANIZATION, AHEAD);
		for await (const user of found) {
			const name = text(user.name) || text(user.en_name);
			const value = text(user.open_id);
			if (name !== '' && value !== '') yield { name: `${name} (person)`, value, words: wordsOfUser(user) };
		}
	} catch {
		return;
	}
}
