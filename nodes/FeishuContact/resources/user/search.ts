import {
	DEPARTMENT_CHILDREN,
	DEPARTMENT_USERS,
	peopleBelow,
	take,
	userMatches,
	WHOLE_ORGANIZATION,
} from '../../../shared/contact/directory';
import { pagingFieldsOld, simplifyFieldOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { userOutput } from './output';

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search users',
	description:
		'Find people by words of name, e-mail address, mobile number or job title. Large organizations take a while: all people whom the app can see are gone through.',
	endpoint: DEPARTMENT_USERS,
	alsoCalls: [DEPARTMENT_CHILDREN],
	scopes: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	fields: [
		{
			displayName: 'Words',
			name: 'words',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Zhang engineer',
			description: 'All of them must appear, in any order; parts of words count, upper and lower case do not',
		},
		...pagingFieldsOld(),
		simplifyFieldOld(),
	],
	async run({ param, feishu }) {
		const words = param.text('words');
		const found = await take(peopleBelow(feishu, WHOLE_ORGANIZATION), param.limit(), (user) =>
			userMatches(user, words),
		);
		return found.map((user) => userOutput(user, param.flag('simple')));
	},
});
