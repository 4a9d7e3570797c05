import { RESULT_TYPES } from '../../../../feishu/base/fieldProperty';
import { SETTING_LABELS, type SettingName } from '../../../../feishu/base/fieldKinds';
import { choiceField, filledField, flagField } from '../../../shared/fields/plain';
import { mappedField, type Field } from '../../../shared/operation/field';
import { backFieldName, linkedTable } from './linkSettings';
import { currency, format, range, symbol } from './numberSettings';
import { reformat, rules } from './numbering';
import { coloredOptions, optionNames } from './optionSettings';

const DATES = ['yyyy/MM/dd', 'yyyy-MM-dd HH:mm', 'MM-dd', 'MM/dd/yyyy', 'dd/MM/yyyy'];

const dateFormat = choiceField({
	displayName: SETTING_LABELS.dateFormat,
	name: 'dateFormat',
	options: DATES.map((value) => ({ name: value, value })),
	default: 'yyyy/MM/dd',
	description: 'How dates are shown',
});

const autoFill = flagField({
	displayName: SETTING_LABELS.autoFill,
	name: 'autoFill',
	default: false,
	description: 'Whether a new record gets the time of its creation',
});

const multiple = flagField({
	displayName: SETTING_LABELS.multiple,
	name: 'multiple',
	default: true,
	description: 'Whether a cell holds several of them',
});

const mobileOnly = flagField({
	displayName: SETTING_LABELS.mobileOnly,
	name: 'mobileOnly',
	default: false,
	description: 'Whether nothing can be entered but the place where somebody is, with a phone',
});

const scanOnly = flagField({
	displayName: SETTING_LABELS.scanOnly,
	name: 'scanOnly',
	default: false,
	description: 'Whether barcodes can be scanned only, and not typed',
});

const formula = filledField({
	displayName: SETTING_LABELS.formula,
	name: 'formula',
	placeholder: 'e.g. bitable::$table[tblsRc9GRRXKqhvW].$field[fldPTb0U2y]*2',
	typeOptions: { rows: 2 },
	description: 'As the API writes it: Field: Get of a formula that is there shows how fields are named in it',
});

const AS_IT_IS = 'auto';

const resultType = mappedField(
	choiceField({
		displayName: SETTING_LABELS.resultType,
		name: 'resultType',
		options: [
			{ name: 'Automatic', value: AS_IT_IS },
			{ name: 'Checkbox', value: 'checkbox' },
			{ name: 'Currency', value: 'currency' },
			{ name: 'Date', value: 'date' },
			{ name: 'Number', value: 'number' },
			{ name: 'Progress', value: 'progress' },
			{ name: 'Text', value: 'text' },
		] satisfies Array<{ name: string; value: keyof typeof RESULT_TYPES | typeof AS_IT_IS }>,
		default: AS_IT_IS,
		description: 'What the formula gives; newer bases want to know',
	}),
	(chosen) => (chosen === AS_IT_IS ? undefined : chosen),
);

/** What can be set, each by one field of the panel. */
export const SETTINGS = {
	format,
	currency,
	range,
	symbol,
	optionNames,
	coloredOptions,
	dateFormat,
	autoFill,
	multiple,
	linkedTable,
	backFieldName,
	mobileOnly,
	scanOnly,
	rules,
	reformat,
	formula,
	resultType,
} as const satisfies Readonly<Record<SettingName, Field>>;
