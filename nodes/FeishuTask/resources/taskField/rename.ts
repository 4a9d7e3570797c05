import { defineOperation } from '../../../shared/operation/operation';
import { WRITE_FIELDS } from '../../common/endpoints';
import { LONGEST_NAME, shortText } from '../../common/texts';
import { type Answer, CUSTOM_FIELD, field, fieldItem, tasklist } from './chosen';

const name = shortText(
	{
		displayName: 'New Name',
		name: 'newFieldName',
		required: true,
		placeholder: 'e.g. Priority',
		description: 'What the field is to be called',
	},
	LONGEST_NAME,
);

export const rename = defineOperation({
	value: 'rename',
	name: 'Rename',
	action: 'Rename a custom field',
	description: 'Give a custom field another name, in all lists that have it',
	endpoint: 'PATCH /open-apis/task/v2/custom_fields/:custom_field_guid',
	scopes: WRITE_FIELDS,
	identity: 'either',
	fields: [tasklist, field, name],
	output: CUSTOM_FIELD,
	async run({ read, feishu }) {
		read(tasklist);
		const path = { custom_field_guid: read(field) };
		const body = { custom_field: { name: read(name) }, update_fields: ['name'] };
		return fieldItem((await feishu.call<Answer>(this.endpoint, { path, body, idempotent: true })).custom_field);
	},
});
