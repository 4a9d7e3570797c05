import { InputError } from '../../../../feishu/input';
import { userField } from '../../../shared/contact/person';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { document } from './chosen';

const owner = userField({ displayName: 'New Owner', name: 'newOwner', description: 'Who is to own it' });

const before = choiceField({
	displayName: 'Old Owner',
	name: 'oldOwner',
	options: [
		{ name: 'Can Edit', value: 'edit' },
		{ name: 'Can Manage', value: 'full_access' },
		{ name: 'Can View', value: 'view' },
		{ name: 'Loses It', value: 'none' },
	],
	default: 'full_access',
	description: 'What who owned it may do with it afterwards',
});

const silent = flagField({
	displayName: 'Notify',
	name: 'notifyOwner',
	default: true,
	description: 'Whether Feishu tells the new owner',
});

const stay = flagField({
	displayName: 'Stay in Its Folder',
	name: 'stayPut',
	default: false,
	description: "Whether it stays where it is; otherwise it moves from a personal folder into the new owner's space",
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	before,
	silent,
	stay,
]);

/** How the endpoint calls a person. Source: …/permission-member/transfer_owner */
const TYPES: Readonly<Record<string, string>> = { open_id: 'openid', user_id: 'userid', email: 'email' };

export const transferOwner = defineOperation({
	value: 'transferOwner',
	name: 'Transfer Ownership',
	action: 'Transfer the ownership of a file',
	description: 'Give a file, document, folder or page to somebody; only its owner may',
	endpoint: 'POST /open-apis/drive/v1/permissions/:token/members/transfer_owner',
	scopes: ['docs:permission.member:transfer', 'drive:drive'],
	identity: 'either',
	fields: [document, owner, options],
	output: outputOf({ token: 'string', type: 'string', owner: 'string' }),
	// One at a time, as the page says.
	orderBy: () => 'owners',
	async run({ read, label, feishu }) {
		const { type, token } = read(document).named;
		const person = read(owner);
		const { oldOwner = 'full_access', notifyOwner, stayPut } = read(options);
		if (person.reference.type === 'union_id')
			throw new InputError(
				label(owner),
				`The field '${label(owner)}' holds a union_id`,
				'Take the open_id (ou_…), the user_id or the e-mail address of the person',
			);
		const { id, type: idType } = await person.receiver(feishu);
		await feishu.call(this.endpoint, {
			path: { token },
			query: {
				type,
				need_notification: notifyOwner,
				stay_put: stayPut,
				...(oldOwner === 'none' ? { remove_old_owner: true } : { old_owner_perm: oldOwner }),
			},
			body: { member_type: TYPES[idType] ?? 'openid', member_id: id },
		});
		return { token, type, owner: id };
	},
});
