import { guessFields } from '../../../../feishu/base/guessFields';
import { InputError } from '../../../../feishu/input';
import { isObject } from '../../../../feishu/json';
import { baseField } from '../../../shared/base/base';
import { noticeField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { onlyChosen, withPrimary, withTypes } from './keyedFields';
import { keyOptions, typesByKey } from './keys';
import { CHANGE_FIELD, CREATE_TABLE, makeTable, told, type NewField } from './makeTable';
import { tableName } from './names';
import { TABLE_SHAPE } from './output';

const base = baseField();

const notice = noticeField(
	'fromItemsNotice',
	'The keys of all input items become fields, of the types that their values fit. One table is made for all items; Record: Create fills it afterwards.',
);

const { table_id: _id, ...shape } = TABLE_SHAPE;

export const createFromItems = defineOperation({
	value: 'createFromItems',
	name: 'Create From Input Items',
	action: 'Create a table from input items',
	description: 'Add a table whose fields come from the keys and values of the input',
	endpoint: CREATE_TABLE,
	alsoCalls: [CHANGE_FIELD],
	scopes: ['base:table:create', 'bitable:app'],
	identity: 'either',
	once: true,
	fields: [notice, base, tableName, typesByKey, keyOptions],
	output: outputOf({
		...shape,
		'table_id?': 'string',
		'default_view_id?': 'string',
		'preview?': 'boolean',
		fields: [{ 'field_id?': 'string', field_name: 'string', kind: 'string', type: 'number', 'key?': 'string' }],
	}),
	async run({ read, ...asking }) {
		const chosen = read(base);
		const name = read(tableName);
		const types = read(typesByKey);
		const { only, except, primaryKey, previewOnly, defaultViewName } = read(keyOptions);
		const items = asking.context.getInputData().map(({ json }) => json);
		const guessed = guessFields(onlyChosen(items.filter(isObject), { only, except }));
		if (guessed.length === 0)
			throw new InputError(
				'Input',
				'The items have no keys that could become fields',
				'See what the node before gives',
			);
		const typed = await withTypes(asking, chosen, guessed, types);
		const fields = withPrimary(typed, primaryKey) as Array<NewField & { key: string }>;
		if (previewOnly)
			return {
				app_token: await chosen.token(asking),
				name,
				preview: true,
				fields: fields.map((field) => told(field)),
			};
		return await makeTable(asking, chosen, { name, defaultViewName, fields });
	},
});
