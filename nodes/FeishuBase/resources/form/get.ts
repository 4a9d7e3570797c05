import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { formField } from './form';
import { FORM } from './output';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a form',
	description: 'Read what a form is called, who may fill it in, and the address where they do',
	endpoint: 'GET /open-apis/bitable/v1/apps/:app_token/tables/:table_id/forms/:form_id',
	scopes: ['base:form:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [formField],
	output: outputOf({ form_id: 'string', ...FORM }),
	async run({ read, ...asking }) {
		const path = await read(formField).path(asking);
		const { form = {} } = await asking.feishu.call<{ form?: object }>(this.endpoint, { path });
		return { form_id: path.form_id, ...form };
	},
});
