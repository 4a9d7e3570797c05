import type { IDataObject } from 'n8n-workflow';

import { shownColor } from '../../event/color';
import { outputOf } from '../../../shared/operation/output';

/** Source: …/calendar/get */
export const CALENDAR_SHAPE = {
	calendar_id: 'string',
	'summary?': 'string',
	'description?': 'string',
	'permissions?': 'string',
	'color?': 'string',
	'type?': 'string',
	'summary_alias?': 'string',
	'is_deleted?': 'boolean',
	'is_third_party?': 'boolean',
	'role?': 'string',
} as const;

export const CALENDAR = outputOf(CALENDAR_SHAPE);

/** A calendar as the platform gives it, with its color as it is entered. */
export function calendarItem(calendar: Record<string, unknown>): IDataObject {
	const { color } = calendar;
	return { ...calendar, ...(typeof color === 'number' && { color: shownColor(color) }) } as IDataObject;
}

/** Who has which right. Source: …/calendar-acl/create */
export const ACCESS_SHAPE = {
	acl_id: 'string',
	'name?': 'string',
	'role?': 'string',
	'scope?': { 'type?': 'string', 'user_id?': 'string' },
} as const;
