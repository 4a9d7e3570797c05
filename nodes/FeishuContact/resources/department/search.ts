import {
	DEPARTMENT_CHILDREN,
	departmentMatches,
	departmentsBelow,
	take,
	WHOLE_ORGANIZATION,
} from '../../../shared/contact/directory';
import { pagingFieldsOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search departments',
	description: 'Find departments that the app can see by words of their name, in any language that they have one in',
	endpoint: DEPARTMENT_CHILDREN,
	scopes: ['contact:department.organize:readonly', 'contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	fields: [
		{
			displayName: 'Words',
			name: 'words',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. sales east',
			description: 'All of them must appear, in any order; parts of words count, upper and lower case do not',
		},
		...pagingFieldsOld(),
	],
	async run({ param, feishu }) {
		const words = param.text('words');
		return await take(departmentsBelow(feishu, WHOLE_ORGANIZATION), param.limit(), (department) =>
			departmentMatches(department, words),
		);
	},
});
