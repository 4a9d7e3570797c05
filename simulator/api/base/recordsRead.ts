import { formulaFits } from '../../base/formula';
import { inOrder, type Sort } from '../../base/order';
import { viewFits } from '../../base/filter';
import { problem } from '../../base/problem';
import { isThere, readRecords } from '../../base/readRecords';
import { isLink, TYPES } from '../../base/kinds';
import { flag, oneOf, required, text, texts, withDefault } from '../../platform/validate';
import { requireUserId } from '../../gateway/requireScope';
import { USER_ID_TYPES } from '../../platform/ids';
import type { BaseRecord, Table } from '../../state/bases';
import { baseRoute, listed, PAGING, TABLE, tableOf, userIdType } from './baseRoute';
import { viewById } from './views';
import { namedFields, visibleIn } from './visible';

const RECORDS = `${TABLE}/records`;
const READ = ['base:record:read', 'bitable:app', 'bitable:app:readonly'];
const MAX_PAGE = 500;
const MAX_IDS = 100;
const MAX_FORMULA = 2000;
const MAX_SORT = 1000;

const FORM = {
	user_id_type: userIdType,
	text_field_as_array: flag(),
	display_formula_ref: flag(),
	automatic_fields: flag(),
};

const legacyForm = (query: { text_field_as_array?: boolean; display_formula_ref?: boolean }, list: boolean) => ({
	list,
	textsAsArrays: query.text_field_as_array === true,
	formulasAsFields: query.display_formula_ref === true,
});

/** The JSON of a list of texts, as these queries have it. */
function textsIn(given: string | undefined, code: number): string[] {
	if (!given) return [];
	try {
		const read: unknown = JSON.parse(given);
		if (Array.isArray(read) && read.every((entry) => typeof entry === 'string')) return read;
	} catch {
		// Refused below like JSON of something else.
	}
	throw problem(code);
}

/** `"Name DESC"`; formulas and links have no order here. */
function sortsIn({ fields }: Table, given: string | undefined): Sort[] {
	if ((given ?? '').length > MAX_SORT) throw problem(1254108);
	return textsIn(given, 1254016).map((entry) => {
		const [, field_name = '', direction] = /^(.*?)(?:\s+(ASC|DESC))?$/.exec(entry) ?? [];
		const field = fields.find((one) => one.field_name === field_name);
		if (!field || field.type === TYPES.formula || isLink(field.type)) throw problem(1254016);
		return { field_name, desc: direction === 'DESC' };
	});
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-table-record/list and its neighbors */
export const baseRecordReadRoutes = [
	baseRoute({
		method: 'GET',
		path: RECORDS,
		scopes: ['base:record:retrieve', 'bitable:app', 'bitable:app:readonly'],
		tier: 8,
		query: { view_id: text(), filter: text(), sort: text(), field_names: text(), ...FORM, ...PAGING },
		handle(call) {
			const { query } = call;
			const asking = tableOf(call, 'view', query.user_id_type);
			const visible = visibleIn(call, asking);
			const fields = namedFields(visible, textsIn(query.field_names, 1254024));
			if ((query.filter ?? '').length > MAX_FORMULA) throw problem(1254107);
			let records: BaseRecord[] = visible.records();
			if (query.filter) records = records.filter(formulaFits(asking, query.filter));
			else if (query.view_id) records = records.filter(viewFits(asking, viewById(asking.table, query.view_id)));
			const sorts = sortsIn(asking.table, query.sort);
			if (sorts.length > 0) records = inOrder(asking, records, sorts);
			const { page_size, page_token, ...asked } = query;
			const scope = `records ${asking.table.table_id} ${JSON.stringify(asked)}`;
			const { items, ...more } = listed(call, records, { page_size, page_token }, scope, MAX_PAGE);
			const legacy = legacyForm(query, true);
			return {
				data: { ...more, items: readRecords(items, { ...asking, fields, legacy, automatic: query.automatic_fields }) },
			};
		},
	}),
	baseRoute({
		method: 'GET',
		path: `${RECORDS}/:record_id`,
		scopes: READ,
		tier: 8,
		query: { ...FORM, with_shared_url: flag() },
		handle(call) {
			const { query } = call;
			const asking = tableOf(call, 'view', query.user_id_type);
			const { fields, isForbidden } = visibleIn(call, asking);
			const record = asking.table.records.get(call.params.record_id ?? '');
			if (!record || !isThere(record, asking.store.clock.now())) throw problem(1254043);
			if (isForbidden(record)) throw problem(1254302);
			const urls = query.with_shared_url ? (['shared_url', 'record_url'] as const) : [];
			const legacy = legacyForm(query, false);
			const reading = { ...asking, fields, legacy, automatic: query.automatic_fields, urls };
			const [item] = readRecords([record], reading);
			return { data: { record: item } };
		},
	}),
	baseRoute({
		method: 'POST',
		path: `${RECORDS}/batch_get`,
		scopes: READ,
		tier: 8,
		body: {
			record_ids: required(texts({ min: 1, max: MAX_IDS })),
			user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
			with_shared_url: flag(),
			automatic_fields: flag(),
		},
		handle(call) {
			const { record_ids: ids, user_id_type: idType, with_shared_url: shared, automatic_fields: automatic } = call.body;
			// It stands in the body here, where the gateway doesn't look for it.
			requireUserId(call.by, { user_id_type: idType });
			const asking = tableOf(call, 'view', idType);
			const { fields, isForbidden } = visibleIn(call, asking);
			const now = asking.store.clock.now();
			const found = ids.flatMap((id) => asking.table.records.get(id) ?? []).filter((record) => isThere(record, now));
			const seen = found.filter((record) => !isForbidden(record));
			const names = (records: readonly BaseRecord[]) => records.map(({ record_id: id }) => id);
			const known = new Set(names(found));
			const urls = shared ? (['shared_url'] as const) : [];
			return {
				data: {
					records: readRecords(seen, { ...asking, fields, automatic, urls }),
					forbidden_record_ids: names(found.filter(isForbidden)),
					absent_record_ids: ids.filter((id) => !known.has(id)),
				},
			};
		},
	}),
];
