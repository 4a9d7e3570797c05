import { holdsAllWords } from '../../../../feishu/words';
import { RANGE_CALLS } from '../../../shared/contact/contactRange';
import {
	DEPARTMENT_CHILDREN,
	DEPARTMENT_USERS,
	peopleBelow,
	take,
	wordsOfUser,
	WHOLE_ORGANIZATION,
} from '../../../shared/contact/directory';
import { USER_SEARCH, usersFor } from '../../../shared/contact/personSearch';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { wordsField } from '../wordsField';
import { simplified, userOutput } from './output';

const wanted = wordsField('e.g. Zhang engineer');

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search users',
	description: 'Find people by words of name, e-mail address, number or job title, among all whom the app sees',
	endpoint: DEPARTMENT_USERS,
	alsoCalls: [DEPARTMENT_CHILDREN, USER_SEARCH, ...RANGE_CALLS],
	scopes: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	identity: 'either',
	fields: [wanted, pagingFields, simplifyField],
	output: userOutput,
	async run({ read, feishu }) {
		const words = read(wanted);
		const simple = read(simplifyField);
		if (await feishu.isPerson()) {
			const users = await usersFor(feishu, words, read(pagingFields));
			return users.map((user) => simplified(user, simple));
		}
		const found = await take(peopleBelow(feishu, WHOLE_ORGANIZATION), read(pagingFields), (user) =>
			holdsAllWords(wordsOfUser(user), words),
		);
		return found.map((user) => simplified(user, simple));
	},
});
