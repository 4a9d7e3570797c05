import { collectionField } from '../../../shared/fields/nested';
import { choiceField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { fileOrDocument } from './chosen';

const wanted = choiceField({
	displayName: 'Permission',
	name: 'wantedPermission',
	options: [
		{ name: 'Can Edit', value: 'edit' },
		{ name: 'Can View', value: 'view' },
	],
	default: 'view',
	description: 'What to ask for',
});

const remark = textField({
	displayName: 'Remark',
	name: 'remark',
	placeholder: 'e.g. For the report of November',
	description: 'What the owner reads with it',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [remark]);

/** In no page of the documentation; the platform's own command line tool calls it. */
export const requestAccess = defineOperation({
	value: 'requestAccess',
	name: 'Ask for Access',
	action: 'Ask for access to a file',
	description: 'Ask the owner of a file, document or page for access, in the name of a person',
	endpoint: 'POST /open-apis/drive/v1/permissions/:token/members/apply',
	scopes: ['docs:permission.member:apply'],
	identity: 'user',
	fields: [fileOrDocument, wanted, options],
	output: outputOf({ requested: 'boolean', token: 'string', type: 'string', perm: 'string' }),
	async run({ read, feishu }) {
		const { type, token } = read(fileOrDocument).named;
		const perm = read(wanted);
		const words = read(options).remark;
		await feishu.call(this.endpoint, {
			path: { token },
			query: { type },
			body: { perm, ...(words && { remark: words }) },
		});
		return { requested: true, token, type, perm };
	},
});
