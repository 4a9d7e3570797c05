import { textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { complaint, mappedField } from '../../../shared/operation/field';
import { dashboardField } from './dashboard';

/** Source: 1254038 of https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-dashboard/copy */
const MAX_NAME = 100;

const name = mappedField(
	textField({
		displayName: 'New Name',
		name: 'dashboardName',
		required: true,
		placeholder: 'e.g. Sales in May',
		description: 'A name that no dashboard of the base has; up to 100 characters, without [ and ]',
	}),
	(given, label) => {
		if (given.length <= MAX_NAME && !/[[\]]/.test(given)) return given;
		throw complaint(label, "can't be the name of a dashboard", 'Use up to 100 characters, without [ and ]');
	},
);

export const copy = defineOperation({
	value: 'copy',
	name: 'Copy',
	action: 'Copy a dashboard',
	description: 'Make a second dashboard of one that the base has',
	endpoint: 'POST /open-apis/bitable/v1/apps/:app_token/dashboards/:block_id/copy',
	scopes: ['base:dashboard:copy', 'bitable:app'],
	identity: 'either',
	fields: [dashboardField, name],
	output: outputOf({ app_token: 'string', block_id: 'string', name: 'string' }),
	async run({ read, ...asking }) {
		const dashboard = read(dashboardField);
		const wanted = read(name);
		const path = await dashboard.path(asking);
		const made = await asking.feishu.call(this.endpoint, { path, body: { name: wanted } });
		return { app_token: path.app_token, ...made };
	},
});
