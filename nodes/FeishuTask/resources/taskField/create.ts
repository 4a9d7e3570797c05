import type { JsonObject } from '../../../../feishu/json';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, flagField, listField, numberField } from '../../../shared/fields/plain';
import { complaint, mappedField, shownFor } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { tell } from '../../../shared/operation/tell';
import { WRITE_FIELDS } from '../../common/endpoints';
import { LONGEST_NAME, shortText } from '../../common/texts';
import { CUSTOM_FIELD, fieldItem, tasklist } from './chosen';

const name = shortText(
	{
		displayName: 'Name',
		name: 'fieldName',
		required: true,
		placeholder: 'e.g. Priority',
		description: 'What the field is called',
	},
	LONGEST_NAME,
);

const type = choiceField({
	displayName: 'Type',
	name: 'fieldType',
	options: [
		{ name: 'Date', value: 'datetime' },
		{ name: 'Multiple Choice', value: 'multi_select' },
		{ name: 'Number', value: 'number' },
		{ name: 'People', value: 'member' },
		{ name: 'Single Choice', value: 'single_select' },
		{ name: 'Text', value: 'text' },
	],
	default: 'text',
	description: 'What it holds; it stays so for ever',
});

/** Of one field. Source: …/task-v2/custom_field/create */
const MOST_OPTIONS = 100;

const choices = shownFor(
	mappedField(
		listField({
			displayName: 'Options',
			name: 'fieldOptions',
			placeholder: 'e.g. High, Medium, Low',
			description: 'What can be chosen, separated by commas or line breaks',
		}),
		(names, label) => {
			if (names.length > MOST_OPTIONS) throw complaint(label, 'holds too many', `A field takes ${MOST_OPTIONS}`);
			return names;
		},
	),
	{ fieldType: ['single_select', 'multi_select'] },
);

const format = choiceField({
	displayName: 'Number Format',
	name: 'numberFormat',
	options: [
		{ name: 'Dollars', value: 'usd' },
		{ name: 'Percent', value: 'percentage' },
		{ name: 'Plain', value: 'normal' },
		{ name: 'Thousands Separated', value: 'thousand' },
		{ name: 'Yuan', value: 'cny' },
	],
	default: 'normal',
	description: 'Of a number, how it is shown; 20 % is written as 0.2',
});
const decimals = numberField({
	displayName: 'Decimals',
	name: 'decimals',
	typeOptions: { minValue: 0, maxValue: 6 },
	default: 2,
	description: 'Of a number, how many it keeps; more are rounded',
});
const several = flagField({
	displayName: 'Several People',
	name: 'severalPeople',
	default: false,
	description: 'Whether a field for people takes more than one',
});
const settings = collectionField({ displayName: 'Settings', name: 'fieldSettings', placeholder: 'Add setting' }, [
	format,
	decimals,
	several,
]);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a custom field',
	description: 'Add a custom field to a task list',
	endpoint: 'POST /open-apis/task/v2/custom_fields',
	scopes: WRITE_FIELDS,
	identity: 'either',
	fields: [tasklist, name, type, choices, settings],
	output: CUSTOM_FIELD,
	async run({ read, feishu, context }) {
		const resource = { resource_type: 'tasklist', resource_id: read(tasklist) };
		const called = read(name);
		const kind = read(type);
		const isSelect = kind === 'single_select' || kind === 'multi_select';
		const options = isSelect ? read(choices).map((one) => ({ name: one })) : [];
		const { numberFormat = 'normal', decimals: decimal_count = 2, severalPeople: multi = true } = read(settings);
		const isThousand = numberFormat === 'thousand';
		const own: JsonObject = {
			...(isSelect && { options }),
			...(kind === 'number' && {
				format: isThousand ? 'normal' : numberFormat,
				separator: isThousand ? 'thousand' : 'none',
				decimal_count,
			}),
			...(kind === 'member' && { multi }),
			...(kind === 'datetime' && { format: 'yyyy-mm-dd' }),
		};
		const body = { ...resource, name: called, type: kind, [`${kind}_setting`]: own };
		const { custom_field } = await feishu.call<{ custom_field: JsonObject }>(this.endpoint, { body });
		if (isSelect && options.length === 0)
			tell(context, [`'${called}' has nothing to choose yet: Custom Field → Add Option adds an option`]);
		return fieldItem(custom_field);
	},
});
