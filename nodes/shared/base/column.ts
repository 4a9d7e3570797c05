import type { BaseField } from '../../../feishu/base/baseField';
import { fieldNamed } from '../../../feishu/base/fieldNamed';
import { fromList, locatorField, TEXT, type Located } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';
import type { Asking } from '../client/asking';
import { fieldsOf, GET_FIELDS, type TablePath } from './contents';
import { searchFields } from './searchFields';

/** A field of a table as filled in: by its ID, which outlives a new name, or by its name. */
export class Column {
	constructor(
		/** `fld…` or a name. */
		readonly entered: string,
		private readonly label: string,
	) {}

	/** @throws InputError when the table has no such field; CallError */
	async field(asking: Asking, path: TablePath): Promise<BaseField> {
		return fieldNamed(this.label, this.entered, await fieldsOf(asking, path));
	}
}

/** A field of the table that is chosen beside it. */
export function columnField<const N extends string = 'field'>(words: Partial<Words<N>> = {}): Field<Column, N> {
	const located = locatorField({
		displayName: 'Field',
		description: 'A field (column) of the table',
		modes: [
			fromList('searchFields', 'Choose a field…'),
			{ displayName: 'By Name or ID', name: 'id', ...TEXT, placeholder: 'e.g. fldPTb0U2y' },
		],
		searches: { searchFields },
		calls: [GET_FIELDS],
		...words,
		name: (words.name ?? 'field') as N,
	});
	return mappedField(located, ({ value }: Located, label) => new Column(value, label));
}
