/** What lists tell of a user group. */
export const GROUP = {
	id: 'string',
	name: 'string',
	'description?': 'string',
	'type?': 'number',
	'member_user_count?': 'number',
	'member_department_count?': 'number',
	'department_scope_list?': ['string'],
	'group_id?': 'string',
} as const;
