import type { IDataObject } from 'n8n-workflow';

import { conditionRule, shownRule, type ConditionRule, type RuleParts } from '../../../../feishu/sheets/conditionRules';
import { collectionField, fieldGroup } from '../../../shared/fields/nested';
import { choiceField, listField, textField } from '../../../shared/fields/plain';
import { mappedField, shownFor } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { rangesField, shownRange } from '../../areas';
import { backColorField, boldField, italicField, linesField, textColorField } from '../../textLook';

export const FORMATS = '/open-apis/sheets/v2/spreadsheets/:spreadsheet_token/condition_formats';

export const ranges = rangesField({
	displayName: 'Ranges',
	name: 'conditionRanges',
	placeholder: 'e.g. C2:C100',
	description: 'Where cells are looked at; several ranges are separated by commas',
});

const rule = choiceField<'conditionRule', ConditionRule>({
	displayName: 'Format Cells That',
	name: 'conditionRule',
	options: [
		{ name: 'Are Between', value: 'between', description: 'Two values, which belong to it' },
		{ name: 'Are Empty', value: 'blank' },
		{ name: 'Are Equal To', value: 'equal', description: 'A number, a text, a cell or a formula' },
		{ name: 'Are Exactly the Text', value: 'is' },
		{ name: 'Are Greater Than', value: 'greaterThan' },
		{ name: 'Are Greater Than or Equal To', value: 'greaterThanOrEqual' },
		{ name: 'Are Less Than', value: 'lessThan' },
		{ name: 'Are Less Than or Equal To', value: 'lessThanOrEqual' },
		{ name: 'Are Not Between', value: 'notBetween', description: 'Two values' },
		{ name: 'Are Not Empty', value: 'notBlank' },
		{ name: 'Are Not Equal To', value: 'notEqual' },
		{ name: 'Are the Only Ones with Their Value', value: 'unique' },
		{ name: 'Are Today', value: 'today' },
		{ name: 'Are Tomorrow', value: 'tomorrow' },
		{ name: 'Are Within the Last 7 Days', value: 'last7Days' },
		{ name: 'Are Yesterday', value: 'yesterday' },
		{ name: 'Begin With', value: 'beginsWith' },
		{ name: 'Contain', value: 'contains' },
		{ name: 'Do Not Contain', value: 'notContains' },
		{ name: 'End With', value: 'endsWith' },
		{ name: 'Have a Value Twice', value: 'duplicate' },
	],
	default: 'notBlank',
	description: 'Which cells get the style',
});

/** Those that compare with something. */
const COMPARING: ConditionRule[] = [
	...(['between', 'equal', 'is', 'greaterThan', 'greaterThanOrEqual', 'lessThan', 'lessThanOrEqual'] as const),
	...(['notBetween', 'notEqual', 'beginsWith', 'contains', 'notContains', 'endsWith'] as const),
];

const values = shownFor(
	listField({
		displayName: 'Values',
		name: 'conditionValues',
		placeholder: 'e.g. 100 or =B2',
		description: 'What they are compared with; two values are separated by a comma',
	}),
	{ conditionRule: COMPARING },
);

/** @throws InputError about values that don't fit */
export const ruleField = fieldGroup('conditionRule', [rule, values], ({ read, refuse }): RuleParts => {
	const parts = conditionRule(read(rule), read(values));
	if (typeof parts === 'string') throw refuse(values, parts, 'Enter what the rule needs');
	return parts;
});

const style = collectionField(
	{
		displayName: 'Style',
		name: 'conditionStyle',
		placeholder: 'Add style',
		description: 'What the cells look like',
	},
	[backColorField, boldField, italicField, linesField, textColorField],
);

/** A style in the words of the platform. @throws InputError where none is named */
export const styleField = mappedField(style, (given): IDataObject => {
	const { backColor, foreColor, bold, italic, textDecoration } = given;
	const font = { ...(bold !== undefined && { bold }), ...(italic !== undefined && { italic }) };
	const plain = {
		...(Object.keys(font).length > 0 && { font }),
		...(backColor && { back_color: backColor }),
		...(foreColor && { fore_color: foreColor }),
		...(textDecoration !== undefined && { text_decoration: Number(textDecoration) }),
	};
	if (Object.keys(plain).length === 0) throw style.refuse('is empty', 'Add what the cells are to look like');
	return plain;
});

export const formatId = textField({
	displayName: 'Conditional Format ID',
	name: 'conditionFormatId',
	required: true,
	placeholder: 'e.g. 4ffTRBTqLk',
	description: 'As Get Many gives it',
});

/** Source: …/sheets-v2/conditionformat/condition-format-get */
export interface FormatEntry {
	sheet_id: string;
	condition_format: RuleParts & { cf_id: string; ranges?: string[]; style?: IDataObject };
}

export const FORMAT = outputOf({
	spreadsheet_token: 'string',
	sheet_id: 'string',
	cf_id: 'string',
	ranges: ['string'],
	rule: 'string',
	values: ['string'],
	style: 'any',
});

export const formatItem = (spreadsheet_token: string, { sheet_id, condition_format }: FormatEntry): IDataObject => {
	const { cf_id, ranges: all = [], style: look = {}, ...parts } = condition_format;
	return { spreadsheet_token, sheet_id, cf_id, ranges: all.map(shownRange), ...shownRule(parts), style: look };
};
