import { checkKind } from '../../../feishu/idKinds';
import { fromList, locatorField } from '../fields/locator';
import { mappedField } from '../operation/field';
import { searchUserGroups } from './searchUserGroups';

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
	({ value }, label) => checkKind('userGroup', value, label),
);
