import type { IDataObject } from 'n8n-workflow';

import { FIND_ENDPOINT } from '../../../shared/contact/people';
import { userIdTypeField } from '../../../shared/contact/userIdType';
import { flagField, listField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

/** Addresses, and numbers, in one request of the endpoint. */
const BATCH = 50;

interface Found {
	user_id?: string;
	email?: string;
	mobile?: string;
	status?: IDataObject;
}

const emailsField = listField({
	displayName: 'Emails',
	name: 'emails',
	placeholder: 'name@email.com',
	description: 'Separated by commas or line breaks; an expression may give a list',
});

const mobilesField = listField({
	displayName: 'Mobile Numbers',
	name: 'mobiles',
	placeholder: 'e.g. 13800138000, +6591234567',
	description: 'With country code outside mainland China',
});

const includeResigned = flagField({
	displayName: 'Include Former Employees',
	name: 'includeResigned',
	default: false,
	description: 'Whether people who have left are found as well',
});

export const find = defineOperation({
	value: 'find',
	name: 'Find by Email or Mobile',
	action: 'Find users by email or mobile',
	description: 'Get the IDs of people by e-mail address or mobile number; found: false for those who have none',
	endpoint: FIND_ENDPOINT,
	scopes: ['contact:user.id:readonly'],
	identity: 'app',
	fields: [emailsField, mobilesField, userIdTypeField, includeResigned],
	output: outputOf({
		found: 'boolean',
		'user_id?': 'string',
		'email?': 'string',
		'mobile?': 'string',
		'status?': {
			'is_frozen?': 'boolean',
			'is_resigned?': 'boolean',
			'is_activated?': 'boolean',
			'is_exited?': 'boolean',
			'is_unjoin?': 'boolean',
		},
	}),
	async run({ read, feishu }) {
		const emails = read(emailsField);
		const mobiles = read(mobilesField);
		if (emails.length + mobiles.length === 0)
			throw emailsField.refuse(`and the field '${mobilesField.label}' are both empty`);
		const users: Found[] = [];
		for (let start = 0; start < Math.max(emails.length, mobiles.length); start += BATCH) {
			const { user_list = [] } = await feishu.call<{ user_list?: Found[] }>(this.endpoint, {
				query: { user_id_type: read(userIdTypeField) },
				body: {
					emails: emails.slice(start, start + BATCH),
					mobiles: mobiles.slice(start, start + BATCH),
					include_resigned: read(includeResigned),
				},
				idempotent: true,
			});
			users.push(...user_list);
		}
		return users.map((user): IDataObject => ({ found: user.user_id !== undefined, ...user }));
	},
});
