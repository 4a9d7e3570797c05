import type { JsonObject } from '../../../../feishu/json';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { GET_FIELD, GET_FIELDS, PAGE, READ_FIELDS, WRITE_FIELDS } from '../../common/endpoints';
import { tasklistField } from '../../common/tasklist';
import { LONGEST_NAME, shortText } from '../../common/texts';
import { CUSTOM_FIELD, field, fieldItem, tasklist } from './chosen';

interface Answer {
	custom_field: JsonObject;
}

/** Source: …/task-v2/custom_field/get and its neighbors */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a custom field',
	description: 'Get the type and the options of a custom field',
	endpoint: GET_FIELD,
	scopes: READ_FIELDS,
	identity: 'either',
	fields: [tasklist, field],
	output: CUSTOM_FIELD,
	async run({ read, feishu }) {
		read(tasklist);
		const path = { custom_field_guid: read(field) };
		return fieldItem((await feishu.call<Answer>(this.endpoint, { path })).custom_field);
	},
});

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many custom fields',
	description: 'List the custom fields of a task list',
	endpoint: GET_FIELDS,
	scopes: READ_FIELDS,
	identity: 'either',
	fields: [tasklist, pagingFields],
	output: CUSTOM_FIELD,
	async run({ read, feishu }) {
		const query = { resource_type: 'tasklist', resource_id: read(tasklist) };
		const limit = read(pagingFields);
		const found = await feishu.list(this.endpoint, { query, limit, pageSize: PAGE, itemsKey: 'items' });
		return found.map(fieldItem);
	},
});

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

const otherList = tasklistField({
	displayName: 'Other Task List',
	name: 'otherTasklist',
	description: 'The list that gets the field as well, with its options',
});

export const addToList = defineOperation({
	value: 'addToList',
	name: 'Add to List',
	action: 'Add a custom field to another task list',
	description: 'Let another task list have the same custom field',
	endpoint: 'POST /open-apis/task/v2/custom_fields/:custom_field_guid/add',
	scopes: WRITE_FIELDS,
	identity: 'either',
	fields: [tasklist, field, otherList],
	output: doneOutput('added', 'guid', 'tasklist_guid'),
	async run({ read, feishu }) {
		read(tasklist);
		const guid = read(field);
		const list = read(otherList);
		const body = { resource_type: 'tasklist', resource_id: list };
		await feishu.call(this.endpoint, { path: { custom_field_guid: guid }, body, idempotent: true });
		return { added: true, guid, tasklist_guid: list };
	},
});

export const removeFromList = defineOperation({
	value: 'removeFromList',
	name: 'Remove From List',
	action: 'Remove a custom field from a task list',
	description: 'Take a custom field out of a task list; in no list, nobody sees it any more',
	endpoint: 'POST /open-apis/task/v2/custom_fields/:custom_field_guid/remove',
	scopes: WRITE_FIELDS,
	identity: 'either',
	fields: [tasklist, field],
	output: doneOutput('removed', 'guid', 'tasklist_guid'),
	async run({ read, feishu }) {
		const list = read(tasklist);
		const guid = read(field);
		const body = { resource_type: 'tasklist', resource_id: list };
		await feishu.call(this.endpoint, { path: { custom_field_guid: guid }, body, idempotent: true });
		return { removed: true, guid, tasklist_guid: list };
	},
});
