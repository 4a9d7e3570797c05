import { choiceField, listField } from '../../../shared/fields/plain';
import type { Mapped } from '../../../shared/fields/mapper';
import { complaint } from '../../../shared/operation/field';

export const severalMatchesOption = choiceField({
	displayName: 'When Several Rows Fit',
	name: 'severalMatches',
	options: [
		{ name: 'Refuse', value: 'refuse', description: 'The item fails, and its error names the rows' },
		{ name: 'Take the First', value: 'first' },
		{ name: 'Take All', value: 'all' },
	],
	default: 'refuse',
	description: 'What to do where several rows have the same values in the columns to match on',
});

export const matchOnOption = listField({
	displayName: 'Columns to Match On',
	name: 'matchOn',
	placeholder: 'e.g. Email, Country',
	description: 'Names of columns, where an expression gives the values of Columns',
});

/**
 * The columns by which rows are told to be the same.
 * @param label what complaints call the columns
 * @throws InputError where there are none
 */
export function matchedColumns(label: string, mapped: Mapped, matchOn: readonly string[] = []): string[] {
	const entered = mapped.from === 'expression' || matchOn.length > 0 ? matchOn : mapped.matching;
	if (entered.length > 0) return entered.map((one) => one.trim());
	throw complaint(
		label,
		'has no column to match on',
		'Choose one under Columns to Match On, such as an e-mail address or a number that only one row has',
	);
}
