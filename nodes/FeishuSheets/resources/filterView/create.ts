import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeText } from '../../areas';
import { conditionsField, shownCondition } from '../../filterFields';
import { WRITE_SCOPES } from '../../scopes';
import { range } from '../filter/set';
import { CONDITION_CALLS, setConditions } from './conditions';
import { viewNameField } from './names';
import { viewItem, WHOLE_FILTER_VIEW } from './output';
import { VIEWS, type ViewEntry } from './views';

const name = viewNameField({
	displayName: 'Name',
	name: 'filterViewName',
	required: true,
	description: 'Each name once in a sheet',
});

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a filter view',
	description: 'Make a filter that people choose for themselves, without changing what others see',
	endpoint: `POST ${VIEWS}`,
	alsoCalls: CONDITION_CALLS,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, name, range, conditionsField],
	output: WHOLE_FILTER_VIEW,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const filter_view_name = read(name);
		const where = read(range);
		const wanted = read(conditionsField).filter(({ condition }) => condition.filter_type !== 'clear');
		const path = await chosen.path(asking);
		const { filter_view } = await asking.feishu.call<{ filter_view: ViewEntry }>(this.endpoint, {
			path,
			body: { filter_view_name, range: await rangeText(asking, chosen, where) },
			paces: [perSpreadsheet(path.spreadsheet_token)],
		});
		await setConditions(asking.feishu, { ...path, filter_view_id: filter_view.filter_view_id }, wanted);
		const conditions = wanted.map(({ column, condition }) => shownCondition(column, condition));
		return { ...viewItem(path, filter_view), conditions };
	},
});
