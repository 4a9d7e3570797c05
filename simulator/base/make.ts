import { newId } from '../platform/ids';
import type { Base, Table, View } from '../state/bases';
import type { Store } from '../state/store';
import { Changes } from './changes';
import { addField } from './fields';
import { problem } from './problem';
import type { FieldRequest } from './property';

const MAX_TABLES = 100;
const MAX_VIEWS = 200;
export const VIEW_TYPES = ['grid', 'kanban', 'gallery', 'gantt', 'form'] as const;

/** What the first table of a new base has beside ten empty rows. */
const FIRST_COLUMNS: readonly FieldRequest[] = [
	{ field_name: '文本', type: 1 },
	{ field_name: '单选', type: 3, property: { options: [] } },
	{ field_name: '日期', type: 5 },
	{ field_name: '附件', type: 17 },
];
const BLANK_ROWS = 10;
/** Of a table for which nobody names columns. */
const ONLY_COLUMN: readonly FieldRequest[] = [{ field_name: '文本', type: 1 }];

export function addView(table: Table, name: string, type: string = 'grid'): View {
	const trimmed = name.trim();
	if (trimmed === '') throw problem(1254021);
	if (/[[\]]/.test(trimmed) || trimmed.length > 100) throw problem(1254022);
	if (!(VIEW_TYPES as readonly string[]).includes(type)) throw problem(1254019);
	if (table.views.some(({ view_name: taken }) => taken === trimmed)) throw problem(1254020);
	if (table.views.length >= MAX_VIEWS) throw problem(1254101);
	const view: View = { view_id: newId.view(), view_name: trimmed, view_type: type, hidden_fields: [] };
	table.views.push(view);
	return view;
}

/** The name of a table without blanks around it; 1254038 for one that no table may have. */
export function tableName(base: Base, given: string, itself?: Table): string {
	const name = given.trim();
	if (name === '' || name.length > 100 || /[/\\?*:[\]]/.test(name)) throw problem(1254038);
	if ([...base.tables.values()].some((table) => table !== itself && table.name === name)) throw problem(1254013);
	return name;
}

/** Tables and dashboards share one limit. */
export function requireRoom({ tables, dashboards }: Base): void {
	if (tables.size + dashboards.length >= MAX_TABLES) throw problem(1254100);
}

export interface TableRequest {
	name: string;
	view?: string;
	fields?: readonly FieldRequest[];
}

/** Puts a table into a base, with its first view. */
export function addTable(base: Base, { name, view = '表格', fields = ONLY_COLUMN }: TableRequest): Table {
	requireRoom(base);
	const table: Table = {
		table_id: newId.table(),
		name: tableName(base, name),
		revision: 1,
		fields: [],
		views: [],
		records: new Map(),
		numbered: 0,
		writing: false,
		seen: { records: new Set(), hidden_fields: new Set() },
	};
	const changes = new Changes(base);
	addView(table, view);
	try {
		for (const request of fields) addField(base, table, request, changes);
	} catch (error) {
		removeMirrors(base, table);
		throw error;
	}
	base.tables.set(table.table_id, table);
	changes.all();
	return table;
}

/** What links of a table have put into others. */
function removeMirrors(base: Base, table: Table): void {
	for (const other of base.tables.values())
		other.fields = other.fields.filter(({ property }) => property?.table_id !== table.table_id);
}

function addBlankRows(table: Table, owner: string, now: number): void {
	for (let row = 1; row <= BLANK_ROWS; row++) {
		const id = newId.record();
		const [by, at] = [owner, now];
		table.records.set(id, {
			record_id: id,
			cells: new Map(),
			created_by: by,
			modified_by: by,
			created_time: at,
			modified_time: at,
			number: row,
		});
	}
	table.numbered = BLANK_ROWS;
}

export interface BaseRequest {
	name: string;
	owner: string;
	folder_token?: string;
	time_zone?: string;
	app_token?: string;
	in_wiki?: boolean;
}

/** A new base with a first table, as a person finds it as well. */
export function addBase(store: Store, request: BaseRequest): { base: Base; first: Table } {
	const base: Base = {
		app_token: request.app_token ?? newId.base(),
		name: request.name,
		owner: request.owner,
		folder_token: request.folder_token ?? '',
		time_zone: request.time_zone ?? 'Asia/Shanghai',
		is_advanced: false,
		formula_type: 2,
		revision: 1,
		ready_at: 0,
		advanced_at: 0,
		in_wiki: request.in_wiki ?? false,
		tables: new Map(),
		dashboards: [],
		automations: [],
		roles: [],
		members: [],
	};
	const first = addTable(base, { name: '数据表', fields: FIRST_COLUMNS });
	addBlankRows(first, base.owner, store.clock.now());
	store.drive.times.set(base.app_token, { created: store.tick(), modified: store.tick() });
	store.bases.all.set(base.app_token, base);
	return { base, first };
}

/** The same base once more, under ids of its own only where the whole platform has them: tables keep theirs. */
export function copyBase(store: Store, source: Base, request: BaseRequest & { without_content?: boolean }): Base {
	const copy: Base = {
		...structuredClone(source),
		app_token: newId.base(),
		name: request.name,
		owner: request.owner,
		folder_token: request.folder_token ?? '',
		time_zone: request.time_zone ?? source.time_zone,
		ready_at: store.clock.now() + store.settings.baseCopyMs,
		in_wiki: false,
		members: [],
	};
	for (const table of copy.tables.values()) {
		table.writing = false;
		if (request.without_content) table.records.clear();
	}
	store.drive.times.set(copy.app_token, { created: store.tick(), modified: store.tick() });
	store.bases.all.set(copy.app_token, copy);
	return copy;
}
