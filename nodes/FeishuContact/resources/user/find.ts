import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { userIdTypeFieldOld } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';

/** Addresses, and numbers, in one request of the endpoint. */
const BATCH = 50;

interface Found {
	user_id?: string;
	email?: string;
	mobile?: string;
	status?: IDataObject;
}

export const find = defineOperation({
	value: 'find',
	name: 'Find by Email or Mobile',
	action: 'Find users by email or mobile',
	description:
		'Get the IDs of people whose e-mail addresses or mobile numbers are known; whoever is not found appears with found: false',
	endpoint: FIND_ENDPOINT,
	scopes: ['contact:user.id:readonly'],
	fields: [
		{
			displayName: 'Emails',
			name: 'emails',
			type: 'string',
			default: '',
			placeholder: 'name@email.com',
			description: 'Separated by commas or line breaks; an expression may give a list',
		},
		{
			displayName: 'Mobile Numbers',
			name: 'mobiles',
			type: 'string',
			default: '',
			placeholder: 'e.g. 13800138000, +6591234567',
			description: 'With country code outside mainland China',
		},
		userIdTypeFieldOld(),
		{
			displayName: 'Include Former Employees',
			name: 'includeResigned',
			type: 'boolean',
			default: false,
			description: 'Whether people who have left are found as well',
		},
	],
	async run({ param, feishu }) {
		const emails = param.optionalList('emails');
		const mobiles = param.optionalList('mobiles');
		if (emails.length + mobiles.length === 0)
			throw new InputError(
				param.label('emails'),
				`The fields '${param.label('emails')}' and '${param.label('mobiles')}' are both empty`,
			);
		const users: Found[] = [];
		for (let start = 0; start < Math.max(emails.length, mobiles.length); start += BATCH) {
			const { user_list = [] } = await feishu.call<{ user_list?: Found[] }>(this.endpoint, {
				query: { user_id_type: param.choice('userIdType') },
				body: {
					emails: emails.slice(start, start + BATCH),
					mobiles: mobiles.slice(start, start + BATCH),
					include_resigned: param.flag('includeResigned'),
				},
				idempotent: true,
			});
			users.push(...user_list);
		}
		return users.map((user): IDataObject => ({ found: user.user_id !== undefined, ...user }));
	},
});
