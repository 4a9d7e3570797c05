import { defineOperation } from '../../../shared/operation/operation';
import { GET_FIELD, READ_FIELDS } from '../../common/endpoints';
import { type Answer, CUSTOM_FIELD, field, fieldItem, tasklist } from './chosen';

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
