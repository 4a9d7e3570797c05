import type { Base, BaseRecord, Field } from '../state/bases';
import { linkedTable } from './cells/references';
import type { Changes } from './changes';
import { TYPES } from './kinds';

const idsIn = (record: BaseRecord | undefined, fieldId: string): string[] =>
	(record?.cells.get(fieldId) as string[] | undefined) ?? [];

/** The other side of a link that both tables show: it loses and gets the record as this side does. */
export function mirror(
	base: Base,
	field: Field,
	recordId: string,
	before: readonly string[],
	after: readonly string[],
	changes: Changes,
): void {
	const table = field.type === TYPES.duplexLink ? linkedTable({ base, field }) : undefined;
	const backId = field.property?.back_field_id;
	if (!table || backId === undefined) return;
	for (const id of new Set([...before, ...after])) {
		const record = table.records.get(id);
		if (!record || before.includes(id) === after.includes(id)) continue;
		const old = idsIn(record, backId);
		const fresh = after.includes(id) ? [...old, recordId] : old.filter((one) => one !== recordId);
		if (fresh.length > 0) record.cells.set(backId, fresh);
		else record.cells.delete(backId);
		changes.of(table).records.push({
			record,
			action: 'record_edited',
			before: new Map([[backId, old]]),
			after: new Map([[backId, fresh.length > 0 ? fresh : undefined]]),
		});
	}
}

/** A record that goes away is in no link any more. */
export function unlink(base: Base, gone: ReadonlyMap<string, string>): void {
	for (const table of base.tables.values())
		for (const field of table.fields) {
			const there = linkedTable({ base, field });
			if (!there) continue;
			for (const record of table.records.values()) {
				const ids = idsIn(record, field.field_id);
				const left = ids.filter((id) => gone.get(id) !== there.table_id);
				if (left.length === ids.length) continue;
				if (left.length > 0) record.cells.set(field.field_id, left);
				else record.cells.delete(field.field_id);
			}
		}
}
