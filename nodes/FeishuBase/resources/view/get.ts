import { fieldsOf, GET_FIELDS, GET_VIEWS } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { viewField } from '../../../shared/base/view';
import { simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { viewItem, WHOLE_VIEW, wholeViewItem, type WholeView } from './output';

const view = viewField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a view',
	description: 'Get a view of a table with its filter and its hidden fields',
	endpoint: `${GET_VIEWS}/:view_id`,
	alsoCalls: [GET_FIELDS],
	scopes: ['base:view:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [tableField, view, simplifyField],
	output: WHOLE_VIEW,
	async run({ read, ...asking }) {
		const table = read(tableField);
		const chosen = read(view);
		const simple = read(simplifyField);
		const path = await table.path(asking);
		const view_id = await chosen.id(asking, path);
		const answer = await asking.feishu.call<{ view: WholeView }>(this.endpoint, { path: { ...path, view_id } });
		if (!simple) return await viewItem(asking, table, path, answer.view);
		return await wholeViewItem(asking, table, path, answer.view, await fieldsOf(asking, path));
	},
});
