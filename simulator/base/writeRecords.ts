import { newId } from '../platform/ids';
import { openIdOf, type Operator } from '../state/operator';
import type { BaseRecord, Cell, Field } from '../state/bases';
import { kindOf, placeOf } from './cellsOf';
import { Changes, type TableChanges } from './changes';
import { Draft } from './draft';
import type { Asking } from './kind';
import { isLink, TYPES } from './kinds';
import { mirror, unlink } from './links';
import { problem } from './problem';

export interface Writing extends Asking {
	by: Operator;
	/** For how long reads don't see it. */
	lagMs: number;
}

/** One record of a write; a new one has no id. */
export interface Row {
	record_id?: string;
	fields: Readonly<Record<string, unknown>>;
}

type Cells = Map<string, Cell | undefined>;

/** The cells that a row sets, `undefined` for those that it empties; throws the code of the first one that is wrong. */
function cellsOfRow(writing: Writing, { fields }: Row, draft: Draft): Cells {
	const cells: Cells = new Map();
	for (const [name, given] of Object.entries(fields)) {
		const field = writing.table.fields.find((one) => one.field_name === name);
		if (!field) throw problem(1254045);
		const { write } = kindOf(field);
		if (!write) {
			if (writing.store.settings.baseReadOnlyCells === 'refused') throw problem(1254015);
			continue;
		}
		const place = { ...placeOf(writing, field), option: (option: string) => draft.option(field, option) };
		const cell = given === null ? undefined : write(given, place);
		cells.set(field.field_id, isEmpty(cell) ? undefined : cell);
	}
	return cells;
}

const isEmpty = (cell: Cell | undefined) => cell === '' || (Array.isArray(cell) && cell.length === 0);

/** What a new record has by itself: dates that fill themselves. */
function filledIn({ fields }: { fields: readonly Field[] }, now: number): Cells {
	const filling = fields.filter(({ type, property }) => type === TYPES.date && property?.auto_fill === true);
	return new Map(filling.map(({ field_id }) => [field_id, now]));
}

function newRecord({ table, by, store }: Writing): BaseRecord {
	const now = store.clock.now();
	const who = openIdOf(by);
	table.numbered += 1;
	const times = { created_time: now, modified_time: now };
	return {
		record_id: newId.record(),
		cells: new Map(),
		created_by: who,
		modified_by: who,
		...times,
		number: table.numbered,
	};
}

/** Sets cells, keeps the other side of links, and tells what is different. */
function setCells({ base, table }: Writing, record: BaseRecord, cells: Cells, changes: Changes): [Cells, Cells] {
	const before: Cells = new Map();
	const after: Cells = new Map();
	for (const [id, cell] of cells) {
		const old = record.cells.get(id);
		if (JSON.stringify(old) === JSON.stringify(cell)) continue;
		before.set(id, old);
		after.set(id, cell);
		if (cell === undefined) record.cells.delete(id);
		else record.cells.set(id, cell);
		const field = table.fields.find(({ field_id: one }) => one === id);
		if (field && isLink(field.type))
			mirror(base, field, record.record_id, (old ?? []) as string[], (cell ?? []) as string[], changes);
	}
	return [before, after];
}

export interface Written {
	records: BaseRecord[];
	changes: TableChanges[];
}

/** Makes and changes records: all of them, or none when one cell is wrong. */
export function writeRecords(writing: Writing, rows: readonly Row[]): Written {
	const { base, table, store, by, lagMs } = writing;
	const fresh = rows.filter(({ record_id: id }) => id === undefined).length;
	if (fresh > 0 && table.records.size + fresh > (store.settings.baseRows ?? Infinity)) throw problem(1254103);
	const draft = new Draft();
	const planned = rows.map((row) => {
		const record = row.record_id === undefined ? undefined : table.records.get(row.record_id);
		if (row.record_id !== undefined && !record) throw problem(1254043);
		return { record, cells: cellsOfRow(writing, row, draft) };
	});
	const changes = new Changes(base);
	draft.settle();
	const now = store.clock.now();
	const until = now + lagMs;
	const records = planned.map(({ record: known, cells }) => {
		const record = known ?? newRecord(writing);
		if (lagMs > 0) record.lag = known ? { until, before: new Map(known.cells) } : { until };
		if (!known) table.records.set(record.record_id, record);
		const all = known ? cells : new Map([...filledIn(table, now), ...cells]);
		const [before, after] = setCells(writing, record, all, changes);
		if (known && after.size > 0) Object.assign(record, { modified_time: now, modified_by: openIdOf(by) });
		if (!known || after.size > 0)
			changes.of(table).records.push({ record, action: known ? 'record_edited' : 'record_added', before, after });
		return record;
	});
	return { records, changes: changes.all() };
}

/** Takes records away, all or, where one is not there, none. */
export function deleteRecords(
	{ base, table }: Pick<Writing, 'base' | 'table'>,
	ids: readonly string[],
): TableChanges[] {
	const records = [...new Set(ids)].map((id) => {
		const record = table.records.get(id);
		if (!record) throw problem(1254043);
		return record;
	});
	const changes = new Changes(base);
	for (const record of records) {
		table.records.delete(record.record_id);
		const before = new Map<string, Cell | undefined>(record.cells);
		changes.of(table).records.push({ record, action: 'record_deleted', before, after: new Map() });
	}
	unlink(base, new Map(records.map(({ record_id: id }) => [id, table.table_id])));
	return changes.all();
}
