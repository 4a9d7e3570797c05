import { baseAddress, tableIn } from '../../../feishu/base/baseAddress';
import { InputError } from '../../../feishu/input';
import { askingFor, filledIn, type Panel } from '../fields/panel';
import { Base } from './basePlace';
import type { TablePath } from './contents';
import { Table } from './tablePlace';

/** The base that the panel's Base field holds. @throws InputError while there is none, or an expression that has no value yet */
export function chosenBase(panel: Panel): Base {
	const value = filledIn(panel, 'base');
	if (value === '') throw new InputError('Base', 'Choose the base first', 'What is in this list belongs to a base');
	return new Base(baseAddress('Base', value), 'Base');
}

/** The table that the panel's Base and Table fields hold. @throws InputError as `chosenBase` */
export async function chosenTable(panel: Panel): Promise<TablePath> {
	const base = chosenBase(panel);
	const table = filledIn(panel, 'table') || (tableIn('Base', base.address) ?? '');
	if (table === '') throw new InputError('Table', 'Choose the table first', 'What is in this list belongs to a table');
	return await new Table(base, table, 'Table').path(askingFor(panel));
}

/** Tells lists of one base, or of one table, from those of others. @throws InputError as `chosenBase` */
export function keyOfBase(panel: Panel): string {
	return JSON.stringify(chosenBase(panel).address);
}

export function keyOfTable(panel: Panel): string {
	return `${keyOfBase(panel)} ${filledIn(panel, 'table')}`;
}
