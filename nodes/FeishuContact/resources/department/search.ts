import { holdsAllWords } from '../../../../feishu/words';
import { RANGE_CALLS } from '../../../shared/contact/contactRange';
import {
	DEPARTMENT_CHILDREN,
	wordsOfDepartment,
	departmentsBelow,
	take,
	WHOLE_ORGANIZATION,
} from '../../../shared/contact/directory';
import { DEPARTMENT_SEARCH, departmentsFor } from '../../../shared/contact/personSearch';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { wordsField } from '../wordsField';
import { departmentOutput } from './output';

const wanted = wordsField('e.g. sales east');

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search departments',
	description: 'Find departments that the app can see by words of their name, in any language that they have one in',
	endpoint: DEPARTMENT_CHILDREN,
	alsoCalls: [DEPARTMENT_SEARCH, ...RANGE_CALLS],
	scopes: ['contact:department.organize:readonly', 'contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	identity: 'either',
	fields: [wanted, pagingFields],
	output: departmentOutput,
	async run({ read, feishu }) {
		const words = read(wanted);
		if (await feishu.isPerson()) return await departmentsFor(feishu, words, read(pagingFields));
		return await take(departmentsBelow(feishu, WHOLE_ORGANIZATION), read(pagingFields), (department) =>
			holdsAllWords(wordsOfDepartment(department), words),
		);
	},
});
