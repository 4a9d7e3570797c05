import { InputError } from '../../../../feishu/input';
import { object } from '../../../../feishu/json';
import { customField } from '../../../../feishu/task/customField';
import type { FeishuClient } from '../../../shared/client/client';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_FIELD } from '../../common/endpoints';
import { LONGEST_NAME, shortText } from '../../common/texts';
import { color, field, tasklist } from './chosen';
import { OPTION, type OptionAnswer, SCOPES } from './option';

const known = shortText(
	{
		displayName: 'Option',
		name: 'knownOption',
		required: true,
		placeholder: 'e.g. High',
		description: 'The option by its name, or by its ID',
	},
	LONGEST_NAME,
);

const newName = shortText(
	{ displayName: 'Name', name: 'newOptionName', placeholder: 'e.g. Urgent', description: 'Another name' },
	LONGEST_NAME,
);

const hidden = flagField({
	displayName: 'Hidden',
	name: 'hideOption',
	default: true,
	description: 'Whether it is offered no more; options cannot be deleted',
});

const changes = collectionField(
	{ displayName: 'Changes', name: 'optionChanges', placeholder: 'Add change', description: 'What is not added stays' },
	[newName, color, hidden],
);

/** @throws InputError where the field has no such option */
async function optionOf(feishu: FeishuClient, custom_field_guid: string, wanted: string): Promise<string> {
	const { custom_field } = await feishu.call(GET_FIELD, { path: { custom_field_guid } });
	const all = customField(object(custom_field))?.options ?? [];
	const found = all.find(({ guid }) => guid === wanted) ?? all.find(({ name }) => name === wanted);
	if (found) return found.guid;
	throw new InputError(
		known.label,
		`The custom field has no option '${wanted}'`,
		all.length > 0 ? `It has: ${all.map(({ name }) => name).join(', ')}` : 'It has no options',
	);
}

export const updateOption = defineOperation({
	value: 'updateOption',
	name: 'Update Option',
	action: 'Update an option of a custom field',
	description: 'Rename, color or hide an option of a field for choices',
	endpoint: 'PATCH /open-apis/task/v2/custom_fields/:custom_field_guid/options/:option_guid',
	alsoCalls: [GET_FIELD],
	scopes: SCOPES,
	identity: 'either',
	fields: [tasklist, field, known, changes],
	output: OPTION,
	async run({ read, refuse, feishu }) {
		read(tasklist);
		const guid = read(field);
		const wanted = read(known);
		const { newOptionName, optionColor, hideOption } = read(changes);
		const changed = {
			...(newOptionName && { name: newOptionName }),
			...(optionColor !== undefined && { color_index: optionColor }),
			...(hideOption !== undefined && { is_hidden: hideOption }),
		};
		const update_fields = Object.keys(changed);
		if (update_fields.length === 0) throw refuse(changes, 'is empty', 'Add what is to change');
		const path = { custom_field_guid: guid, option_guid: await optionOf(feishu, guid, wanted) };
		const request = { path, body: { option: changed, update_fields }, idempotent: true };
		const { option } = await feishu.call<OptionAnswer>(this.endpoint, request);
		return { ...option, field_guid: guid };
	},
});
