import { collectionField } from '../../../shared/fields/nested';
import { defineOperation } from '../../../shared/operation/operation';
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

export const addOption = defineOperation({
	value: 'addOption',
	name: 'Add Option',
	action: 'Add an option to a custom field',
	description: 'Add something to choose to a field for choices',
	endpoint: 'POST /open-apis/task/v2/custom_fields/:custom_field_guid/options',
	scopes: SCOPES,
	identity: 'either',
	fields: [tasklist, field, newOption, options],
	output: OPTION,
	async run({ read, feishu }) {
		read(tasklist);
		const guid = read(field);
		const name = read(newOption);
		const { optionColor: color_index } = read(options);
		const body = { name, ...(color_index !== undefined && { color_index }) };
		const { option } = await feishu.call<OptionAnswer>(this.endpoint, { path: { custom_field_guid: guid }, body });
		return { ...option, field_guid: guid };
	},
});
