import type { IDataObject } from 'n8n-workflow';

import type { BaseField } from '../../../../feishu/base/baseField';
import { plainViewProperty } from '../../../../feishu/base/viewFilter';
import type { Asking } from '../../../shared/client/asking';
import type { TablePath, ViewEntry } from '../../../shared/base/contents';
import type { Table } from '../../../shared/base/tablePlace';
import { outputOf } from '../../../shared/operation/output';

const SHAPE = {
	app_token: 'string',
	table_id: 'string',
	view_id: 'string',
	view_name: 'string',
	'view_type?': 'string',
	'url?': 'string',
} as const;

export const VIEW = outputOf({ ...SHAPE, 'view_public_level?': 'string' });

/** With what it hides, and by what it filters. */
export const WHOLE_VIEW = outputOf({
	...SHAPE,
	hidden_fields: ['string'],
	'filter?': { match: 'string', conditions: [{ field: 'string', operator: 'string', value: ['any'] }] },
	'parent_field?': 'string',
});

/** A view as the platform gives it by itself. */
export interface WholeView extends ViewEntry {
	property?: unknown;
}

/** A view as an item, with the address that opens it. @throws InputError about the Base URL */
export async function viewItem(asking: Asking, table: Table, path: TablePath, view: ViewEntry): Promise<IDataObject> {
	const { app_token, table_id } = path;
	const url = await table.base.addressOf(asking, { ...path, view_id: view.view_id });
	return { app_token, table_id, ...view, ...(url !== undefined && { url }) };
}

/** As `viewItem`, with what the view hides and by what it filters, by names. */
export async function wholeViewItem(
	asking: Asking,
	table: Table,
	path: TablePath,
	{ view_id, view_name, view_type, property }: WholeView,
	fields: readonly BaseField[],
): Promise<IDataObject> {
	const item = await viewItem(asking, table, path, { view_id, view_name, view_type });
	return { ...item, ...(plainViewProperty(property, fields) as IDataObject) };
}
