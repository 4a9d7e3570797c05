import type { BaseField } from '../../../../feishu/base/baseField';
import { fieldNamed } from '../../../../feishu/base/fieldNamed';
import { groupFilter } from '../../../../feishu/base/recordFilter';
import { viewFilter, type ViewFilter } from '../../../../feishu/base/viewFilter';
import { fieldsOf, forgetViews, GET_FIELDS, GET_VIEWS, type TablePath } from '../../../shared/base/contents';
import type { Asking } from '../../../shared/client/asking';
import { SEARCH_RECORDS } from '../../../shared/base/searching';
import { tableField } from '../../../shared/base/table';
import { viewField } from '../../../shared/base/view';
import { perTable } from '../../../shared/client/pacing';
import { PEOPLE_CALLS } from '../../../shared/contact/people';
import { parseMoment } from '../../../shared/fields/values';
import type { ValueOf } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { resolvedFilter } from '../record/resolvedFilter';
import { changesField, hiddenFields, parentField } from './changes';
import { WHOLE_VIEW, wholeViewItem, type WholeView } from './output';

const view = viewField();

type Changes = ValueOf<typeof changesField>;

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a view',
	description: 'Change name, filter and hidden fields of a view; what is not named stays',
	endpoint: `${GET_VIEWS.replace('GET', 'PATCH')}/:view_id`,
	alsoCalls: [GET_FIELDS, SEARCH_RECORDS, ...PEOPLE_CALLS],
	scopes: ['base:view:write_only', 'bitable:app'],
	identity: 'either',
	fields: [tableField, view, changesField],
	output: WHOLE_VIEW,
	orderBy: ({ read }) => JSON.stringify(read(tableField).base.address),
	async run({ read, panel, ...asking }) {
		const table = read(tableField);
		const chosen = read(view);
		const changes = read(changesField);
		const path = await table.path(asking);
		const view_id = await chosen.id(asking, path);
		const fields = await fieldsOf(asking, path);
		const property = await propertyOf(asking, path, changes, fields, panel.timeZone);
		const { name } = changes;
		const { view: changed } = await asking.feishu.call<{ view: WholeView }>(this.endpoint, {
			path: { ...path, view_id },
			body: { ...(name && { view_name: name }), ...(Object.keys(property).length > 0 && { property }) },
			idempotent: true,
			paces: [perTable(path)],
		});
		forgetViews(asking, path);
		return await wholeViewItem(asking, table, path, changed, fields);
	},
});

/** What of the property changes, with fields and options by their IDs. @throws InputError, CallError */
async function propertyOf(
	asking: Asking,
	path: TablePath,
	{ hiddenFields: hidden, filter, parentField: parent, property }: Changes,
	fields: readonly BaseField[],
	timeZone: string,
): Promise<object> {
	const idOf = (label: string, entered: string) => fieldNamed(label, entered, fields).field_id;
	const none: ViewFilter | undefined = filter && { conjunction: filter.conjunction, conditions: [] };
	const moment = (label: string, value: unknown) => parseMoment(label, value, timeZone);
	const searched = filter && groupFilter(await resolvedFilter(asking, path, filter, fields), fields, moment);
	return {
		...(filter && { filter_info: searched ? viewFilter(searched, fields) : none }),
		...(hidden && { hidden_fields: hidden.map((one) => idOf(hiddenFields.label, one)) }),
		...(parent !== undefined && { hierarchy_config: { field_id: idOf(parentField.label, parent) } }),
		...property,
	};
}
