import { choiceField } from '../fields/plain';

/** As which kind of ID people appear in the output. */
export const userIdTypeField = choiceField({
	displayName: 'User ID Type',
	name: 'userIdType',
	options: [
		{ name: 'Open ID', value: 'open_id', description: 'Belongs to this app' },
		{ name: 'Union ID', value: 'union_id', description: 'The same for all apps of one developer' },
		{
			name: 'User ID',
			value: 'user_id',
			description: "The organization's own; needs the scope contact:user.employee_id:readonly",
		},
	],
	default: 'open_id',
	description: 'As which kind of ID people appear in the output',
});
