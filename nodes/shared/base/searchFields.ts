import { kindOf } from '../../../feishu/base/baseField';
import { listSearch } from '../fields/listSearch';
import { chosenTable, keyOfTable } from './chosen';
import { askingFor } from '../fields/panel';
import { fieldsOf } from './contents';

/** Fields of the table that is chosen in the same panel. */
export const searchFields = listSearch({
	what: 'fields',
	scopes: ['base:field:read', 'bitable:app:readonly', 'bitable:app'],
	of: keyOfTable,
	async *entries(ask) {
		const fields = await fieldsOf(askingFor(ask), await chosenTable(ask));
		for (const field of fields) yield { name: `${field.field_name} (${kindOf(field)})`, value: field.field_id };
	},
	nothing: { message: 'The table has no field that can be seen', advice: 'Give access to one in the base' },
});
