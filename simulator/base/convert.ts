import type { BaseRecord, Cell, Field, Table } from '../state/bases';
import { cellOf, kindOf, placeOf } from './cellsOf';
import { Draft } from './draft';
import type { Asking, Place } from './kind';
import { TYPES } from './kinds';

type FromWords = (words: readonly string[], field: Field, draft: Draft) => Cell | undefined;

const first = (words: readonly string[]) => words[0] ?? '';
const joined = (words: readonly string[]) => words.join(',');
const known = (amount: number) => (Number.isFinite(amount) ? amount : undefined);

/** What becomes of the texts of a cell in a column of another type; of other types nothing is left. */
const FROM_WORDS: Readonly<Record<number, FromWords>> = {
	[TYPES.text]: (words) => [{ type: 'text', text: joined(words) }],
	[TYPES.number]: (words) => (first(words).trim() === '' ? undefined : known(Number(first(words)))),
	[TYPES.single]: (words, field, draft) => (first(words) === '' ? undefined : draft.option(field, joined(words)).id),
	[TYPES.multi]: (words, field, draft) =>
		words.filter((word) => word !== '').map((word) => draft.option(field, word).id),
	[TYPES.date]: (words) => known(/^\d+$/.test(first(words)) ? Number(first(words)) : Date.parse(first(words))),
	[TYPES.checkbox]: (words) => /^(true|1|yes|是|✓)$/i.test(first(words)) || undefined,
	[TYPES.phone]: (words) => (/^\+?\d+$/.test(first(words)) ? first(words) : undefined),
	[TYPES.url]: (words) => (first(words) === '' ? undefined : { link: first(words), text: joined(words) }),
};

function wordsOf(record: BaseRecord, place: Place): string[] {
	const cell = cellOf(record, place);
	if (cell === undefined) return [];
	// A date reads as what it shows.
	if (place.field.type === TYPES.date)
		return [new Date(cell as number).toISOString().slice(0, 10).replaceAll('-', '/')];
	return kindOf(place.field).words(cell, place);
}

/** Gives the cells of a column the form of its new type; what can't be turned into it is lost. */
export function convertCells(asking: Asking, table: Table, old: Field, fresh: Field): void {
	const convert = FROM_WORDS[fresh.type];
	const draft = new Draft();
	const place = placeOf({ ...asking, table }, old);
	for (const record of table.records.values()) {
		const words = wordsOf(record, place);
		const cell = words.length > 0 ? convert?.(words, fresh, draft) : undefined;
		if (cell === undefined) record.cells.delete(fresh.field_id);
		else record.cells.set(fresh.field_id, cell);
		draft.settle();
	}
}

/** Cells lose the options that a column no longer has. */
export function dropOptions(table: Table, { field_id: id, type, property }: Field): void {
	const left = new Set(property?.options?.map((option) => option.id));
	for (const { cells } of table.records.values()) {
		const cell = cells.get(id);
		if (type === TYPES.single && cell !== undefined && !left.has(cell as string)) cells.delete(id);
		if (type !== TYPES.multi || !Array.isArray(cell)) continue;
		const kept = (cell as string[]).filter((option) => left.has(option));
		if (kept.length > 0) cells.set(id, kept);
		else cells.delete(id);
	}
}
