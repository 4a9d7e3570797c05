import type { BaseField } from '../../../../feishu/base/baseField';
import { fieldNamed } from '../../../../feishu/base/fieldNamed';
import { choiceField, listField } from '../../../shared/fields/plain';
import { complaint } from '../../../shared/operation/field';
import type { Mapped } from '../../../shared/fields/mapper';

export const severalMatchesOption = choiceField({
	displayName: 'When Several Records Fit',
	name: 'severalMatches',
	options: [
		{ name: 'Refuse', value: 'refuse', description: 'The item fails, and its error names the records' },
		{ name: 'Take the First', value: 'first' },
		{ name: 'Take All', value: 'all' },
	],
	default: 'refuse',
	description: 'What to do where several records have the same values in the columns to match on',
});

export const matchOnOption = listField({
	displayName: 'Columns to Match On',
	name: 'matchOn',
	placeholder: 'e.g. Email, Country',
	description: 'Names or IDs of fields, where an expression gives the values of Columns',
});

/**
 * The fields by which records are told to be the same.
 * @param label what complaints call the columns
 * @throws InputError where there are none, or the table does not have one
 */
export function matchedFields(
	label: string,
	mapped: Mapped,
	matchOn: readonly string[] = [],
	fields: readonly BaseField[],
): BaseField[] {
	const entered = mapped.from === 'expression' || matchOn.length > 0 ? matchOn : mapped.matching;
	if (entered.length === 0)
		throw complaint(
			label,
			'has no column to match on',
			'Choose one under Columns to Match On, such as an e-mail address or a number that only one record has',
		);
	return entered.map((one) => fieldNamed(label, one, fields));
}
