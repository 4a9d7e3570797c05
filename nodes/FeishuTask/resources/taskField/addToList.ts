import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { WRITE_FIELDS } from '../../common/endpoints';
import { tasklistField } from '../../common/tasklist';
import { field, tasklist } from './chosen';

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
