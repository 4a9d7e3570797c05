import { enteredRange } from '../../../../feishu/sheets/enteredRange';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, textField } from '../../../shared/fields/plain';
import { mappedField, complaint } from '../../../shared/operation/field';
import type { Render } from '../../cells/sheetCells';
import { columnChoices } from './columnChoice';
import { dataRowOption, headerRowOption, timeZoneOption } from './tableOptions';

const cellsOption = choiceField<'cells', Exclude<Render, 'raw'>>({
	displayName: 'Cells As',
	name: 'cells',
	options: [
		{ name: 'Displayed Text', value: 'shown', description: 'As people see them, with the number format' },
		{ name: 'Formulas', value: 'formulas', description: 'What computes a cell; other cells have their values' },
		{ name: 'Values', value: 'values', description: 'Numbers, true and false, dates in ISO form, text' },
	],
	default: 'values',
	description: 'What of the cells is given',
});

/** The part of the sheet in which the table stands. */
const rangeOption = mappedField(
	textField({
		displayName: 'Range',
		name: 'range',
		placeholder: 'e.g. B3:F',
		description: 'Where in the sheet the table stands, with its header; the whole sheet unless given',
	}),
	(given, label) => {
		const { sheet, area } = enteredRange(label, given);
		if (sheet !== undefined)
			throw complaint(label, `names the sheet '${sheet.slice(0, 40)}'`, 'Choose the sheet under Sheet');
		return area;
	},
);

const onlyColumns = columnChoices({
	displayName: 'Column Names or IDs',
	name: 'columns',
	description:
		'Only these; all of the sheet where none is chosen. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

export const readOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	headerRowOption,
	dataRowOption,
	timeZoneOption,
	cellsOption,
	rangeOption,
	onlyColumns,
]);
