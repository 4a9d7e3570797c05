import type { IDataObject } from 'n8n-workflow';

import { outputOf } from '../../../shared/operation/output';

/** A person as the platform gives it; fields that the app has no scope for are missing. */
export type User = IDataObject;

/** The useful keys of a person. */
export const userOutput = outputOf({
	open_id: 'string',
	'union_id?': 'string',
	'user_id?': 'string',
	'name?': 'string',
	'en_name?': 'string',
	'email?': 'string',
	'enterprise_email?': 'string',
	'mobile?': 'string',
	'job_title?': 'string',
	'department_ids?': ['string'],
});

/** The raw person, or the useful keys that are there. */
export function simplified(user: User, simple: boolean): IDataObject {
	return simple ? userOutput.simplify(user) : user;
}
