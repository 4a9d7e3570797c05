/** What the platform tells of a role. */
export const ROLE = {
	role_id: 'string',
	role_name: 'string',
	'table_roles?': [{ table_id: 'string', table_perm: 'number', '*': 'any' }],
	'block_roles?': [{ block_id: 'string', block_perm: 'number', '*': 'any' }],
	'base_rule?': 'any',
} as const;
