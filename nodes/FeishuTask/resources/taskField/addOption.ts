import { object } from '../../../../feishu/json';
import { customField, type CustomField } from '../../../../feishu/task/customField';
import type { FeishuClient } from '../../../shared/client/client';
import { collectionField } from '../../../shared/fields/nested';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_FIELD } from '../../common/endpoints';
import { LONGEST_NAME, shortText } from '../../common/texts';
import { color, field, tasklist } from './chosen';
import { OPTION, type OptionAnswer, SCOPES } from './option';

const newOption = shortText(
	{
		displayName: 'Option',
		name: 'optionName',
		required: true,
		placeholder: 'e.g. High',
		description: 'What can be chosen',
	},
	LONGEST_NAME,
);

const options = collectionField({ displayName: 'Options', name: 'newOptionOptions', placeholder: 'Add option' }, [
	color,
]);

/** The field as it is; nothing of one whose kind is not known here. @throws CallError */
async function known(feishu: FeishuClient, custom_field_guid: string): Promise<CustomField | undefined> {
	const { custom_field } = await feishu.call(GET_FIELD, { path: { custom_field_guid } });
	return customField(object(custom_field));
}

/** A second option of one name would be chosen by nobody: custom fields are filled in by names. */
function checkOption({ name: called, type, options }: CustomField, wanted: string): void {
	if (type !== 'single_select' && type !== 'multi_select')
		throw field.refuse(
			`holds a field without options: ${called}`,
			'Only fields for a single or a multiple choice have them',
		);
	const same = options.find(({ name }) => name.trim() === wanted);
	if (same)
		throw newOption.refuse(
			`holds an option that '${called}' has already: ${wanted}`,
			same.hidden ? 'It is hidden: Update Option shows it again' : 'Take it as it is, or use another name',
		);
}

export const addOption = defineOperation({
	value: 'addOption',
	name: 'Add Option',
	action: 'Add an option to a custom field',
	description: 'Add something to choose to a field for choices',
	endpoint: 'POST /open-apis/task/v2/custom_fields/:custom_field_guid/options',
	alsoCalls: [GET_FIELD],
	scopes: SCOPES,
	identity: 'either',
	fields: [tasklist, field, newOption, options],
	output: OPTION,
	// So that two items with one name are told apart.
	orderBy: ({ read }) => read(field),
	async run({ read, feishu }) {
		read(tasklist);
		const guid = read(field);
		const name = read(newOption);
		const { optionColor: color_index } = read(options);
		const found = await known(feishu, guid);
		if (found) checkOption(found, name);
		const body = { name, ...(color_index !== undefined && { color_index }) };
		const { option } = await feishu.call<OptionAnswer>(this.endpoint, { path: { custom_field_guid: guid }, body });
		return { ...option, field_guid: guid };
	},
});
