/** Tables for tests of records: one with a field of each type that there is, and what its cells take and give. */
import type { INodeParameters } from 'n8n-workflow';

import { addTable } from '../../../simulator/base/make';
import type { FieldRequest } from '../../../simulator/base/property';
import { writeRecords } from '../../../simulator/base/writeRecords';
import { botOf } from '../../../simulator/state/operator';
import type { Base, BaseRecord, Table } from '../../../simulator/state/bases';
import { seededBase } from './ownBase';
import { only, type Platform } from './platform';

let tables = 0;

/** A further table of the base, for one test. */
export function newTable(base: Base, fields: readonly FieldRequest[], name = 'Test'): Table {
	tables += 1;
	// A base takes 100.
	for (const [id, table] of base.tables)
		if (/^Test \d+/.test(table.name) && base.tables.size > 60) base.tables.delete(id);
	return addTable(base, { name: `${name} ${tables}`, fields });
}

/** Puts records into a table without a call, by the names of fields in the platform's form. */
export function put(p: Platform, base: Base, table: Table, rows: ReadonlyArray<Record<string, unknown>>): BaseRecord[] {
	const app = only([...p.store.apps.values()]);
	const writing = { store: p.store, base, table, app, idType: 'open_id', by: botOf(app), lagMs: 0 } as const;
	return writeRecords(
		writing,
		rows.map((fields) => ({ fields })),
	).records;
}

export const idOf = (table: Table, name: string): string =>
	only(table.fields.filter(({ field_name }) => field_name === name)).field_id;

/** The parameters that say which table is meant. */
export const whereOf = (base: Base, table: Table): { base: INodeParameters } => ({
	base: {
		__rl: true,
		mode: 'url',
		value: `https://example.feishu.cn/base/${base.app_token}?table=${table.table_id}`,
	},
});

/** Values that a form holds, by the IDs of fields. */
export const below = (value: Record<string, unknown>, matchingColumns: string[] = []) => ({
	columns: { mappingMode: 'defineBelow', value, matchingColumns, schema: [] } as unknown as INodeParameters,
});

/** The keys of each item are the columns. */
export const automatically = (matchingColumns: string[] = []) => ({
	columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns, schema: [] } as unknown as INodeParameters,
});

/** An object of values, from an expression. */
export const byExpression = (expression: string) => ({ columns: `={{ ${expression} }}` });

const select = (...names: string[]) => ({ property: { options: names.map((name) => ({ name })) } });

/** Fields that can be written. */
const WRITABLE = (customers: Table): FieldRequest[] => [
	{ field_name: 'Title', type: 1 },
	{ field_name: 'Mail', type: 1, ui_type: 'Email' },
	{ field_name: 'Code', type: 1, ui_type: 'Barcode' },
	{ field_name: 'Count', type: 2 },
	{ field_name: 'Share', type: 2, ui_type: 'Progress', property: { formatter: '0.00%' } },
	{ field_name: 'Price', type: 2, ui_type: 'Currency', property: { formatter: '0.00', currency_code: 'CNY' } },
	{ field_name: 'Stars', type: 2, ui_type: 'Rating', property: { formatter: '0', min: 1, max: 5 } },
	{ field_name: 'State', type: 3, ...select('Open', 'Done') },
	{ field_name: 'Tags', type: 4, ...select('a', 'b, c') },
	{ field_name: 'Due', type: 5 },
	{ field_name: 'Paid', type: 7 },
	{ field_name: 'Owner', type: 11 },
	{ field_name: 'Phone', type: 13 },
	{ field_name: 'Site', type: 15 },
	{ field_name: 'Files', type: 17 },
	{ field_name: 'Customer', type: 18, property: { table_id: customers.table_id } },
	{ field_name: 'Both ways', type: 21, property: { table_id: customers.table_id, back_field_name: 'Back' } },
	{ field_name: 'Place', type: 22 },
	{ field_name: 'Chats', type: 23 },
];

/** Those that the platform fills in, or nobody writes. */
const READ_ONLY: readonly FieldRequest[] = [
	{ field_name: 'Looked up', type: 19 },
	{ field_name: 'Sum', type: 20 },
	{ field_name: 'Step', type: 24 },
	{ field_name: 'Made', type: 1001 },
	{ field_name: 'Changed', type: 1002 },
	{ field_name: 'Maker', type: 1003 },
	{ field_name: 'Changer', type: 1004 },
	{ field_name: 'No', type: 1005 },
	{ field_name: 'Press', type: 3001 },
];

export interface EveryType {
	base: Base;
	table: Table;
	/** To which its links lead. */
	customers: Table;
	where: { base: INodeParameters };
	/** What a cell of each type may be given, by names. */
	given: Record<string, unknown>;
	/** What it gives with Simplify. */
	plain: Record<string, unknown>;
	/** What it gives as the platform has it. */
	wire: Record<string, unknown>;
}

const FILE_TOKEN = 'boxcnAttachmentOfTheBase0001';

export function everyType(p: Platform): EveryType {
	const base = seededBase(p);
	const customers = newTable(base, [{ field_name: 'Name', type: 1 }]);
	const [east, west] = put(p, base, customers, [{ Name: 'East' }, { Name: 'West' }]).map((one) => one.record_id);
	const table = newTable(base, [...WRITABLE(customers), ...READ_ONLY]);
	const { user, chat } = p;
	p.store.bases.medias.set(FILE_TOKEN, {
		file_token: FILE_TOKEN,
		parent_type: 'bitable_file',
		parent_node: base.app_token,
		name: 'a.txt',
		content_type: 'text/plain',
		bytes: Buffer.from('abc'),
	});
	const owner = p.store.directory.openIdFor(only([...p.store.apps.values()]), user.open_id);
	const given = {
		Title: 'Line 1\nLine 2 & <b>',
		Mail: 'a@b.example',
		Code: '6901234567892',
		Count: -1234.5,
		Share: 0.25,
		Price: '1,200.50',
		Stars: 4,
		State: 'Open',
		Tags: ['a', 'b, c'],
		Due: '2026-01-31T08:00:00.000+08:00',
		Paid: true,
		Owner: user.email,
		Phone: '+86 138 0000 0000',
		Site: '[Label](https://example.com/?a=1)',
		Files: [{ file_token: FILE_TOKEN }],
		Customer: [east],
		'Both ways': 'East, West',
		Place: '116.397755,39.903179',
		Chats: chat.chat_id,
	};
	const plain = {
		...given,
		Price: 1200.5,
		Due: '2026-01-31T00:00:00.000Z',
		Owner: [{ id: owner, name: user.name, email: user.email }],
		Phone: '+8613800000000',
		Site: { text: 'Label', link: 'https://example.com/?a=1' },
		Files: [{ file_token: FILE_TOKEN, name: 'a.txt', type: 'text/plain', size: 3 }],
		'Both ways': [east, west],
		Place: expect.objectContaining({ location: '116.397755,39.903179' }) as unknown,
		Chats: [{ id: chat.chat_id, name: chat.name }],
	};
	const wire = {
		...plain,
		Title: [{ type: 'text', text: given.Title }],
		Mail: [{ type: 'url', text: given.Mail, link: `mailto:${given.Mail}` }],
		Code: [{ type: 'text', text: given.Code }],
		Due: Date.parse(given.Due),
		Owner: [expect.objectContaining({ id: owner, name: user.name })],
		Files: [expect.objectContaining({ file_token: FILE_TOKEN, tmp_url: expect.any(String) as unknown })],
		Customer: { link_record_ids: [east] },
		'Both ways': { link_record_ids: [east, west] },
		Chats: [expect.objectContaining({ id: chat.chat_id })],
	};
	return { base, table, customers, where: whereOf(base, table), given, plain, wire };
}
