import type { IDataObject } from 'n8n-workflow';

/** A person as the platform gives it; fields that the app has no scope for are missing. */
export type User = IDataObject;

const USEFUL = [
	'open_id',
	'union_id',
	'user_id',
	'name',
	'en_name',
	'email',
	'enterprise_email',
	'mobile',
	'job_title',
	'department_ids',
] as const;

/** The raw person, or the useful fields that are there. */
export function userOutput(user: User, simple: boolean): IDataObject {
	if (!simple) return user;
	return Object.fromEntries(USEFUL.filter((name) => user[name] !== undefined).map((name) => [name, user[name]]));
}
