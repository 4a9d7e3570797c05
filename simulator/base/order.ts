import type { BaseRecord, Field } from '../state/bases';
import { cellOf, kindOf, placeOf } from './cellsOf';
import type { Asking } from './kind';
import { problem } from './problem';

export interface Sort {
	field_name: string;
	desc: boolean;
}

type Key = number | string | undefined;

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Options come in the order in which their column has them. */
function rankOf({ property }: Field, id: unknown): number {
	return property?.options?.findIndex((option) => option.id === id) ?? -1;
}

function keyOf(asking: Asking, field: Field): (record: BaseRecord) => Key {
	const place = placeOf(asking, field);
	const kind = kindOf(field);
	return (record) => {
		const cell = cellOf(record, place);
		if (cell === undefined) return undefined;
		if (typeof cell === 'string' && field.property?.options) return rankOf(field, cell);
		const amount = kind.amount?.(cell);
		return amount === undefined || Number.isNaN(amount) ? kind.words(cell, place).join(',') : amount;
	};
}

function compare(one: Key, other: Key): number {
	// Empty cells come first, and last in the other direction.
	if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
	if (typeof one === 'number' && typeof other === 'number') return one - other;
	return collator.compare(String(one), String(other));
}

/** Records in the order that a call asks for; equal ones stay as they are. */
export function inOrder(asking: Asking, records: readonly BaseRecord[], sorts: readonly Sort[]): BaseRecord[] {
	const keys = sorts.map(({ field_name: name, desc }) => {
		const field = asking.table.fields.find((one) => one.field_name === name);
		if (!field) throw problem(1254016);
		return { keyOf: keyOf(asking, field), sign: desc ? -1 : 1 };
	});
	const rows = records.map((record) => ({ record, keys: keys.map((key) => key.keyOf(record)) }));
	rows.sort((a, b) => {
		for (const [index, { sign }] of keys.entries()) {
			const difference = compare(a.keys[index], b.keys[index]);
			if (difference !== 0) return sign * difference;
		}
		return 0;
	});
	return rows.map(({ record }) => record);
}
