import { baseAddress, tableIn } from '../../../feishu/base/baseAddress';
import { fromList, optionalLocatorField, TEXT } from '../fields/locator';
import { fieldGroup } from '../fields/nested';
import { complaint } from '../operation/field';
import { baseField } from './base';
import { GET_TABLES } from './contents';
import { searchTables } from './searchTables';
import { Table } from './tablePlace';

const base = baseField();

const entered = optionalLocatorField({
	displayName: 'Table',
	name: 'table',
	description: 'Taken from the address of the base where nothing is chosen and the address has a table in it',
	modes: [
		fromList('searchTables', 'Choose a table…'),
		{ displayName: 'By Name or ID', name: 'id', ...TEXT, placeholder: 'e.g. tblsRc9GRRXKqhvW' },
	],
	searches: { searchTables },
	calls: [GET_TABLES],
});

/** A base and one of its tables. @throws InputError where neither the panel nor the address names one */
export const tableField = fieldGroup('tableOfBase', [base, entered], ({ read, label }): Table => {
	const chosen = read(base);
	const { value } = read(entered) ?? {};
	const name = label(entered);
	const table = value === undefined ? tableIn(label(base), chosen.address) : entry(name, value);
	if (table === undefined)
		throw complaint(name, 'is empty', 'Choose from the list, or copy the address of the base while the table is open');
	return new Table(chosen, table, name);
});

function entry(label: string, value: string): string | undefined {
	return /^https?:\/\//i.test(value) ? tableIn(label, baseAddress(label, value)) : value;
}
