import type { JsonObject } from '../../../../feishu/json';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, flagField, numberField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { tell } from '../../../shared/operation/tell';
import { WRITE_FIELDS } from '../../common/endpoints';
import { LONGEST_NAME, shortText } from '../../common/texts';
import { choices } from './choices';
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
