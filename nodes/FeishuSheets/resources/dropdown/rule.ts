import { collectionField, fieldGroup } from '../../../shared/fields/nested';
import { flagField, listField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { rangesField } from '../../areas';

/** Source: …/sheets-v2/datavalidation/set-dropdown */
const MOST_VALUES = 500;
const LONGEST_VALUE = 100;

export const DROPDOWNS = '/open-apis/sheets/v2/spreadsheets/:spreadsheetToken/dataValidation';

export const ranges = rangesField({
	displayName: 'Ranges',
	name: 'dropdownRanges',
	placeholder: 'e.g. C2:C100',
	description: 'The cells of the dropdown; several ranges are separated by commas',
});

const values = mappedField(
	listField({
		displayName: 'Values',
		name: 'dropdownValues',
		required: true,
		typeOptions: { rows: 3 },
		placeholder: 'e.g. Open, Done',
		description: 'What people choose from, separated by commas or line breaks; an expression may give a list',
	}),
	(list, label) => {
		if (list.length > MOST_VALUES)
			throw complaint(label, `holds ${list.length} values`, `A dropdown has up to ${MOST_VALUES}`);
		const wrong = list.find((value) => value.length > LONGEST_VALUE || value.includes(','));
		if (wrong !== undefined)
			throw complaint(
				label,
				`holds '${wrong.slice(0, 60)}'`,
				`Each value has up to ${LONGEST_VALUE} characters and no comma`,
			);
		return list;
	},
);

const options = collectionField({ displayName: 'Options', name: 'dropdownOptions', placeholder: 'Add option' }, [
	mappedField(
		textField({
			displayName: 'Colors',
			name: 'hues',
			placeholder: 'e.g. #FFF2CC, #D9EAD3',
			description: 'One for each value, in their order',
		}),
		// Unlike other lists, this one may hold the same twice.
		(text) => text.split(/[,;\s，；]+/).filter((color) => color !== ''),
	),
	flagField({
		displayName: 'Several Values',
		name: 'multiple',
		default: true,
		description: 'Whether a cell may hold more than one of them',
	}),
]);

/** A dropdown in the words of the platform. @throws InputError */
export const ruleField = fieldGroup('rule', [values, options], ({ read, label }) => {
	const conditionValues = read(values);
	const { hues: colors = [], multiple = false } = read(options);
	const wrong = colors.find((color) => !/^#[0-9a-f]{6}$/i.test(color));
	if (wrong !== undefined)
		throw complaint(label(options), `has '${wrong.slice(0, 40)}' for a color`, 'Use colors such as #FFF2CC');
	if (colors.length > 0 && colors.length !== conditionValues.length)
		throw complaint(
			label(options),
			`has ${colors.length} colors for ${conditionValues.length} values`,
			'Name one for each value',
		);
	return {
		dataValidationType: 'list',
		dataValidation: {
			conditionValues,
			options: {
				multipleValues: multiple,
				highlightValidData: colors.length > 0,
				...(colors.length > 0 && { colors }),
			},
		},
	};
});
