import { baseField } from '../../../shared/base/base';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { nameField } from './fields';

const base = baseField();

const updateFields = collectionField({ displayName: 'Update Fields', name: 'baseFields', placeholder: 'Add Field' }, [
	flagField({
		displayName: 'Advanced Permissions',
		name: 'advanced',
		default: true,
		description:
			'Whether roles decide who sees and changes what. Bases in wikis have none; turned on, it takes a moment.',
	}),
	nameField({ displayName: 'Name', name: 'name', description: 'What the base is called' }),
]);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a base',
	description: 'Rename a base, or turn its advanced permissions on or off',
	endpoint: 'PUT /open-apis/bitable/v1/apps/:app_token',
	scopes: ['base:app:update', 'bitable:app'],
	identity: 'either',
	fields: [base, updateFields],
	output: outputOf({ app_token: 'string', 'name?': 'string', 'is_advanced?': 'boolean', 'time_zone?': 'string' }),
	orderBy: ({ read }) => JSON.stringify(read(base).address),
	async run({ read, ...asking }) {
		const chosen = read(base);
		const { name, advanced: is_advanced } = read(updateFields);
		if (name === undefined && is_advanced === undefined)
			throw updateFields.refuse('is empty', 'Add at least one field that is to change');
		// The platform would change nothing, and say that all went well.
		if (name === '')
			throw updateFields.refuse("has an empty 'Name'", 'A base has a name: enter one, or remove the field');
		if (is_advanced && chosen.address.wikiNode !== undefined)
			throw updateFields.refuse(
				'turns advanced permissions on for a base in a wiki',
				'Feishu has them for bases in folders only; in a wiki, the permissions of the page count',
			);
		const path = { app_token: await chosen.token(asking) };
		const body = { ...(name !== undefined && { name }), ...(is_advanced !== undefined && { is_advanced }) };
		const { app = {} } = await asking.feishu.call<{ app?: object }>(this.endpoint, { path, body, idempotent: true });
		return { ...path, ...app };
	},
});
