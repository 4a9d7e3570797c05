import { outputOf } from '../../../shared/operation/output';

/** Source: …/calendar/get */
export const CALENDAR_SHAPE = {
	calendar_id: 'string',
	'summary?': 'string',
	'description?': 'string',
	'permissions?': 'string',
	'color?': 'number',
	'type?': 'string',
	'summary_alias?': 'string',
	'is_deleted?': 'boolean',
	'is_third_party?': 'boolean',
	'role?': 'string',
} as const;

export const CALENDAR = outputOf(CALENDAR_SHAPE);

/** Who has which right. Source: …/calendar-acl/create */
export const ACCESS_SHAPE = {
	acl_id: 'string',
	'role?': 'string',
	'scope?': { 'type?': 'string', 'user_id?': 'string' },
} as const;
