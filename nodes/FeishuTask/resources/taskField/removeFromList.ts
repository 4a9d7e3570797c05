import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { WRITE_FIELDS } from '../../common/endpoints';
import { field, tasklist } from './chosen';

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
