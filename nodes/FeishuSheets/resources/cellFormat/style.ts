import type { IDataObject } from 'n8n-workflow';

import { collectionField } from '../../../shared/fields/nested';
import { choiceField, flagField, numberField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { backColorField, boldField, colorField, italicField, linesField, textColorField } from '../../textLook';

/** Source: …/sheets-v2/data-operation/data-formats, whose list is all that the call takes */
const NUMBER_FORMATS = [
	{ name: '$1,234.57', value: '$#,##0.00' },
	{ name: '$1,235', value: '$#,##0' },
	{ name: '¥1,234.57', value: '¥#,##0.00' },
	{ name: '¥1,235', value: '¥#,##0' },
	{ name: '1,234', value: '#,##0' },
	{ name: '1,234.57', value: '#,##0.00' },
	{ name: '1.23E+03', value: '0.00E+00' },
	{ name: '12.35%', value: '0.00%' },
	{ name: '12%', value: '0%' },
	{ name: '1235 (Whole Number)', value: '0' },
	{ name: '2026-01-31', value: 'yyyy-MM-dd' },
	{ name: '2026-01-31 08:30:00', value: 'yyyy-MM-dd HH:mm:ss' },
	{ name: '2026/01/31', value: 'yyyy/MM/dd' },
	{ name: '2026/01/31 08:30:00', value: 'yyyy/MM/dd HH:mm:ss' },
	{ name: 'General', value: 'general' },
	{ name: 'Text', value: '@', description: 'Digits stay as they are written, as 007' },
] as const;

const style = collectionField(
	{
		displayName: 'Style',
		name: 'style',
		placeholder: 'Add style',
		description: 'What is not named stays as it is',
	},
	[
		backColorField,
		boldField,
		colorField({ displayName: 'Border Color', name: 'borderColor', description: 'Of the lines' }),
		choiceField({
			displayName: 'Borders',
			name: 'borderType',
			options: [
				{ name: 'All', value: 'FULL_BORDER' },
				{ name: 'Around the Range', value: 'OUTER_BORDER' },
				{ name: 'At the Bottom', value: 'BOTTOM_BORDER' },
				{ name: 'At the Left', value: 'LEFT_BORDER' },
				{ name: 'At the Right', value: 'RIGHT_BORDER' },
				{ name: 'At the Top', value: 'TOP_BORDER' },
				{ name: 'Between Cells', value: 'INNER_BORDER' },
				{ name: 'None', value: 'NO_BORDER' },
			],
			default: 'FULL_BORDER',
			description: 'Which sides of the cells have a line',
		}),
		flagField({
			displayName: 'Clear First',
			name: 'clean',
			default: true,
			description: 'Whether to take all formats away before those named here are set',
		}),
		numberField({
			displayName: 'Font Size',
			name: 'fontSize',
			typeOptions: { minValue: 9, maxValue: 36 },
			default: 10,
			description: 'From 9 to 36',
		}),
		choiceField({
			displayName: 'Horizontal Alignment',
			name: 'hAlign',
			options: [
				{ name: 'Left', value: '0' },
				{ name: 'Center', value: '1' },
				{ name: 'Right', value: '2' },
			],
			default: '0',
			description: 'Where text stands between left and right',
		}),
		italicField,
		linesField,
		choiceField({
			displayName: 'Number Format',
			name: 'formatter',
			options: NUMBER_FORMATS,
			default: 'general',
			description: 'How numbers and dates are shown. A date is a number with the format of a date.',
		}),
		textColorField,
		choiceField({
			displayName: 'Vertical Alignment',
			name: 'vAlign',
			options: [
				{ name: 'Top', value: '0' },
				{ name: 'Middle', value: '1' },
				{ name: 'Bottom', value: '2' },
			],
			default: '1',
			description: 'Where text stands between top and bottom',
		}),
	],
);

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));

/** A style in the words of the platform. @throws InputError where none is named */
export const styleField = mappedField(style, (given, label): IDataObject => {
	const { bold, italic, fontSize, textDecoration, hAlign, vAlign, formatter, clean, ...others } = given;
	const font = {
		...(bold !== undefined && { bold }),
		...(italic !== undefined && { italic }),
		// Behind the slash stands the height of a line.
		...(fontSize !== undefined && { fontSize: `${fontSize}pt/1.5` }),
	};
	const plain = {
		...others,
		textDecoration: number(textDecoration),
		hAlign: number(hAlign),
		vAlign: number(vAlign),
		formatter: formatter === 'general' ? '' : formatter,
		clean: clean || undefined,
		font: Object.keys(font).length > 0 ? font : undefined,
	};
	const set = Object.entries(plain).filter(
		([name, value]) => value !== undefined && (value !== '' || name === 'formatter'),
	);
	if (set.length === 0) throw complaint(label, 'is empty', 'Add what the cells are to look like');
	return Object.fromEntries(set) as IDataObject;
});
