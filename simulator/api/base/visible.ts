import { managesRows } from '../../base/access';
import type { Asking } from '../../base/kind';
import { problem } from '../../base/problem';
import { isThere } from '../../base/readRecords';
import type { Call } from '../../gateway/route';
import type { BaseRecord, Field } from '../../state/bases';

/** What advanced permissions, and writes that are still on their way, leave of a table for the caller. */
export interface Visible {
	records(): BaseRecord[];
	/** Whether one of the table's records is withheld. */
	isForbidden: (record: BaseRecord) => boolean;
	fields: Field[];
}

export function visibleIn(
	{ platform: { store }, by }: Pick<Call, 'platform' | 'by'>,
	{ base, table }: Asking,
): Visible {
	const all = managesRows(store, base, by);
	const now = store.clock.now();
	const isForbidden = ({ record_id: id }: BaseRecord) => !all && !table.seen.records.has(id);
	return {
		isForbidden,
		records: () => [...table.records.values()].filter((record) => !isForbidden(record) && isThere(record, now)),
		fields: table.fields.filter(({ field_id: id }) => all || !table.seen.hidden_fields.has(id)),
	};
}

/** The columns that a call names, in the order of the table. */
export function namedFields({ fields }: Visible, names: readonly string[] | undefined): Field[] {
	if (!names || names.length === 0) return fields;
	const known = new Set(fields.map(({ field_name: name }) => name));
	if (names.some((name) => !known.has(name))) throw problem(1254024);
	return fields.filter(({ field_name: name }) => names.includes(name));
}
