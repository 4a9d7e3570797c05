import { complaint, type Field } from '../../../shared/operation/field';
import { plainField, type Words } from '../../../shared/fields/plain';
import { splitList, textOf } from '../../../shared/fields/values';
import { GET_SHEETS } from '../../../shared/sheets/contents';
import { READ_RANGES } from '../../cells/endpoints';
import { getSheetColumnNames } from './getSheetColumnNames';

const LOADED = {
	loadOptionsMethod: 'getSheetColumnNames',
	loadOptionsDependsOn: ['spreadsheet.value', 'sheet.value', 'options.headerRow'],
};
const BRINGS = { methods: { loadOptions: { getSheetColumnNames } }, calls: [GET_SHEETS, READ_RANGES] };

/** A column of the sheet, for rows. */
export function columnChoice<const N extends string>(words: Words<N>): Field<string, N> {
	return plainField(
		{ ...words, type: 'options', typeOptions: LOADED, default: '' },
		(value, label) => {
			const entered = textOf(label, value).trim();
			if (entered === '') throw complaint(label, 'is empty', 'Choose a column of the sheet');
			return entered;
		},
		BRINGS,
	);
}

/** Any number of them. */
export function columnChoices<const N extends string>(words: Words<N>): Field<string[], N> {
	return plainField(
		{ ...words, type: 'multiOptions', typeOptions: LOADED, default: [] },
		(value) => splitList(value),
		BRINGS,
	);
}
