import { plainCell } from '../../../feishu/base/readCell';
import { isObject, text } from '../../../feishu/json';
import { listSearch } from '../fields/listSearch';
import { chosenTable, keyOfTable } from './chosen';
import { askingFor } from '../fields/panel';
import { fieldsOf } from './contents';
import { recordsOf } from './searching';

/** Records of the table that is chosen in the same panel, by what stands in their first column. */
export const searchRecords = listSearch({
	what: 'records',
	scopes: ['base:record:retrieve', 'bitable:app:readonly', 'bitable:app'],
	of: keyOfTable,
	foundBy: 'the first column',
	async *entries(ask) {
		const path = await chosenTable(ask);
		const fields = await fieldsOf(askingFor(ask), path);
		const primary = fields.find(({ is_primary }) => is_primary) ?? fields[0];
		if (!primary) return;
		for await (const { record_id: value, fields: cells } of recordsOf(ask.feishu, path, {
			field_names: [primary.field_name],
		})) {
			const cell = plainCell(primary, cells[primary.field_name]);
			yield { name: titleOf(cell) || `${value} (nothing in its first column)`, value };
		}
	},
	nothing: { message: 'The table has no record that can be seen', advice: 'Record: Create adds one' },
});

function titleOf(cell: unknown): string {
	if (Array.isArray(cell)) return cell.map(titleOf).join(', ');
	if (isObject(cell)) return text(cell.name) || text(cell.text);
	return cell === null ? '' : String(cell);
}
