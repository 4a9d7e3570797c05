import type { Words } from '../../../shared/fields/plain';
import { complaint, mappedField, type Field } from '../../../shared/operation/field';
import { rangeField, type Range } from '../../areas';

/** @throws InputError about more than one cell, and about none */
function oneCell<const N extends string>(words: Words<N>): Field<Range, N> {
	return mappedField(rangeField({ ...words, placeholder: 'e.g. C2' }), (range, label): Range => {
		const { area } = range;
		if (area && area.lastRow === area.row && area.lastColumn === area.column) return range;
		throw complaint(label, 'names more than one cell, or none', 'Use one such as C2');
	});
}

export const cellField = oneCell({
	displayName: 'Cell',
	name: 'imageCell',
	required: true,
	description: 'One cell',
});

/** n8n asks for what is required also where it was not added. */
export const newCell = oneCell({ displayName: 'Cell', name: 'cell', description: 'At its upper left corner' });
