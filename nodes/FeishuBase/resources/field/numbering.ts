import { SETTING_LABELS } from '../../../../feishu/base/fieldKinds';
import { rowsField } from '../../../shared/fields/nested';
import { choiceField, flagField, rawTextField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';

/** What the parts of a number may hold. Source: …/bitable-v1/app-table-field/guide */
const VALUES: Readonly<Record<string, { form: RegExp; is: string }>> = {
	system_number: { form: /^[1-9]$/, is: 'the number of digits, 1 to 9' },
	fixed_text: { form: /^.+$/s, is: 'a text' },
	created_time: { form: /^(?:yyyyMMdd|yyyyMM|yyyy|MMdd|MM|dd)$/, is: 'yyyyMMdd, yyyyMM, yyyy, MMdd, MM or dd' },
};

const part = choiceField({
	displayName: 'Part',
	name: 'part',
	options: [
		{ name: 'Date of Creation', value: 'created_time' },
		{ name: 'Number', value: 'system_number' },
		{ name: 'Text', value: 'fixed_text' },
	],
	default: 'system_number',
	description: 'What stands at this place',
});

const value = rawTextField({
	displayName: 'Value',
	name: 'value',
	placeholder: 'e.g. 3',
	description: 'Of a number its digits (1 to 9), of a date how it is written (yyyyMMdd), of a text the text',
});

/** How an automatic number is made, part by part. */
export const rules = mappedField(
	rowsField(
		{
			displayName: SETTING_LABELS.rules,
			name: 'rules',
			placeholder: 'Add part',
			description: 'The parts of the number in their order; without any it counts from 1',
			groupKey: 'part',
			groupName: 'Part',
			alike: true,
		},
		[part, value],
	),
	(rows) =>
		rows.map(({ read, label }) => {
			const type = read(part);
			// Blanks of a text stand between the parts.
			const given = type === 'fixed_text' ? read(value) : read(value).trim();
			const takes = VALUES[type];
			if (takes?.form.test(given)) return { type, value: given };
			throw complaint(label(value), `can't be '${given.slice(0, 40)}'`, `Here it is ${takes?.is ?? 'a text'}`);
		}),
);

export const reformat = flagField({
	displayName: SETTING_LABELS.reformat,
	name: 'reformat',
	default: false,
	description: 'Whether records that are there get a new number as well',
});
