import { mappedField } from '../operation/field';
import { locatorField } from '../fields/locator';
import { searchUserGroups } from './searchUserGroups';
import type { Field } from '../operation/operation';
import { fromList } from '../fields/locator';

/** A user group of the organization: from the list, or by its ID. Read with `param.located('userGroup').value`. */
export function userGroupFieldOld(overrides: Partial<Field> = {}): Field {
	return {
		displayName: 'User Group',
		name: 'userGroup',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'A group of people that an administrator made; not a group chat',
		modes: [
			fromList('searchUserGroups', 'Choose a user group…'),
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. g193821' },
		],
		searches: { searchUserGroups },
		...overrides,
	};
}

/** The ID of a user group of the organization: from the list, or entered. */
export const userGroupField = mappedField(
	locatorField({
		displayName: 'User Group',
		name: 'userGroup',
		description: 'A group of people that an administrator made; not a group chat',
		modes: [
			fromList('searchUserGroups', 'Choose a user group…'),
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. g193821' },
		],
		searches: { searchUserGroups },
	}),
	({ value }) => value,
);
