import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../feishu/json';
import { listSearch } from '../fields/listSearch';
import { withoutName, type Entry } from '../fields/listWalks';
import { peopleBelow, WHOLE_ORGANIZATION, wordsOfUser } from './directory';
import { USER_SEARCH_SCOPES, usersFound } from './personSearch';

/** The scope for people's names. */
const NAMES = 'contact:user.base:readonly';

/** Departments asked at once: 20,000 people in 300 departments are 900 pages, and somebody waits for them. */
const AHEAD = 10;

/**
 * People that the app can see. The platform lists people by department only, and most are not in the uppermost one, so
 * all departments are walked. A person has the search of the client.
 */
export const searchUsers = listSearch({
	what: 'people',
	scopes: ['contact:contact.base:readonly', NAMES],
	keepMs: 60_000,
	foundBy: 'name, e-mail address, mobile number and job title',
	async *entries({ feishu }) {
		for await (const user of peopleBelow(feishu, WHOLE_ORGANIZATION, AHEAD)) yield entryOf(user);
	},
	nothing: {
		message: 'The app sees nobody',
		advice:
			"Widen the app's contact range in the developer console (Permissions & Scopes → Data permissions), and publish a version. Or enter an ID or an address.",
	},
	person: {
		scopes: USER_SEARCH_SCOPES,
		foundBy: 'the name, the e-mail address and the mobile number',
		async *entries({ feishu, filter }) {
			for await (const user of usersFound(feishu, filter)) yield entryOf(user);
		},
		nothing: { message: 'This person finds nobody', advice: 'Enter an ID or an address.' },
	},
});

function entryOf(user: IDataObject): Entry {
	const value = text(user.open_id);
	const name = text(user.name) || text(user.en_name) || withoutName(value, NAMES);
	const email = text(user.email) || text(user.enterprise_email);
	return { name: email ? `${name} (${email})` : name, value, words: wordsOfUser(user) };
}
