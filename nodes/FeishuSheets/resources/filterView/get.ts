import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { shownCondition } from '../../filterFields';
import { READ_SCOPES } from '../../scopes';
import { conditionsOf, LIST_CONDITIONS } from './conditions';
import { viewItem, WHOLE_FILTER_VIEW } from './output';
import { viewField, VIEWS, type ViewEntry } from './views';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a filter view',
	description: 'Get the range and the conditions of a filter view',
	endpoint: `GET ${VIEWS}/:filter_view_id`,
	alsoCalls: [LIST_CONDITIONS],
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [sheetField, viewField],
	output: WHOLE_FILTER_VIEW,
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const view = read(viewField);
		const path = await chosen.path(asking);
		const { filter_view_id } = await view.entry(asking, path);
		const one = { ...path, filter_view_id };
		const { filter_view } = await asking.feishu.call<{ filter_view: ViewEntry }>(this.endpoint, {
			path: one,
			idempotent: true,
		});
		const conditions = await conditionsOf(asking.feishu, one);
		return {
			...viewItem(path, filter_view),
			conditions: conditions.map(({ condition_id, ...condition }) => shownCondition(condition_id, condition)),
		};
	},
});
