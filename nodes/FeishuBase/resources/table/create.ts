import { baseField } from '../../../shared/base/base';
import { defineOperation } from '../../../shared/operation/operation';
import { CHANGE_FIELD, CREATE_TABLE, makeTable } from './makeTable';
import { createOptions, defaultViewName, tableName } from './names';
import { fieldsToMake, newFields } from './newFields';
import { MADE_TABLE } from './output';

const base = baseField();

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a table',
	description: 'Add a table with fields of any type to a base',
	endpoint: CREATE_TABLE,
	alsoCalls: [CHANGE_FIELD],
	scopes: ['base:table:create', 'bitable:app'],
	identity: 'either',
	fields: [base, tableName, newFields, createOptions],
	output: MADE_TABLE,
	orderBy: ({ read }) => JSON.stringify(read(base).address),
	async run({ read, refuse, ...asking }) {
		const chosen = read(base);
		const name = read(tableName);
		const entered = read(newFields);
		const { defaultViewName: view } = read(createOptions);
		if (view && entered.length === 0)
			throw refuse(newFields, 'is empty', `${defaultViewName.label} takes a table with fields: add one`);
		const fields = await fieldsToMake(asking, chosen, entered);
		return await makeTable(asking, chosen, { name, defaultViewName: view, fields });
	},
});
