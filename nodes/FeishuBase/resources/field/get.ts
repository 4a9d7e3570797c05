import { columnField } from '../../../shared/base/column';
import { GET_FIELDS } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { FIELD, fieldItem } from './output';

const column = columnField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a field',
	description: 'Get a field (column) of a table with its type and options',
	endpoint: GET_FIELDS,
	scopes: ['base:field:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [tableField, column, simplifyField],
	output: FIELD,
	async run({ read, ...asking }) {
		const table = read(tableField);
		const chosen = read(column);
		const simple = read(simplifyField);
		const path = await table.path(asking);
		return fieldItem(path, await chosen.field(asking, path), simple);
	},
});
