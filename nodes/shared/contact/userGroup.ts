import { searchUserGroups } from './searchUserGroups';
import type { Field } from '../operation/operation';
import { fromList } from '../fields/locator';

/** A user group of the organization: from the list, or by its ID. Read with `param.located('userGroup').value`. */
export function userGroupField(overrides: Partial<Field> = {}): Field {
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
