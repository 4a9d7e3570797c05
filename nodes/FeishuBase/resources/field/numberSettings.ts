import { SETTING_LABELS } from '../../../../feishu/base/fieldKinds';
import { rowField } from '../../../shared/fields/nested';
import { choiceField, numberField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';

/** Leaves the setting as it is, or as it usually is. */
const STANDARD = 'standard';

const FORMATS = ['0', '0.0', '0.00', '0.000', '0.0000', '1,000', '1,000.00', '%', '0.00%', '¥', '¥0.00', '$', '$0.00'];

/** How numbers are shown. */
export const format = mappedField(
	choiceField({
		displayName: SETTING_LABELS.format,
		name: 'format',
		options: [{ name: 'Standard', value: STANDARD }, ...FORMATS.map((value) => ({ name: value, value }))],
		default: STANDARD,
		description: 'How numbers are shown',
	}),
	(chosen) => (chosen === STANDARD ? undefined : chosen),
);

export const currency = mappedField(
	textField({
		displayName: SETTING_LABELS.currency,
		name: 'currency',
		default: 'CNY',
		placeholder: 'e.g. EUR',
		description: 'Three letters, such as CNY, USD, EUR, GBP, JPY or HKD',
	}),
	(code, label) => {
		if (/^[A-Za-z]{3}$/.test(code)) return code.toUpperCase();
		throw complaint(label, `holds no currency: ${code.slice(0, 40)}`, 'Use three letters, such as CNY, USD or EUR');
	},
);

const min = numberField({
	displayName: 'From',
	name: 'min',
	typeOptions: { minValue: 0, maxValue: 1 },
	default: 0,
	description: 'The smallest value: 0 or 1',
});

const max = numberField({
	displayName: 'To',
	name: 'max',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 1,
	description: 'The largest value: of a rating up to 10, of a progress up to 100, where 1 is 100 %',
});

/** Of a progress or a rating. */
export const range = mappedField(
	rowField(
		{
			displayName: SETTING_LABELS.range,
			name: 'range',
			groupKey: 'values',
			groupName: 'Values',
			placeholder: 'Set the smallest and the largest value',
			description: 'A rating goes from 1 to 5, a progress from 0 to 1 (100 %), unless set',
		},
		[min, max],
	),
	(row) => row && { min: row.read(min), max: row.read(max) },
);

export const symbol = choiceField({
	displayName: SETTING_LABELS.symbol,
	name: 'symbol',
	options: [
		{ name: 'Fire', value: 'fire' },
		{ name: 'Flower', value: 'flower' },
		{ name: 'Heart', value: 'heart' },
		{ name: 'Lightning', value: 'lightning' },
		{ name: 'Number', value: 'number' },
		{ name: 'Smile', value: 'smile' },
		{ name: 'Star', value: 'star' },
		{ name: 'Thumbs Up', value: 'thumbsup' },
	],
	default: 'star',
	description: 'What a rating is made of',
});
