import type { BaseRecord, Field } from '../state/bases';
import { cellOf, kindOf, placeOf } from './cellsOf';
import { personOf } from './cells/people';
import type { Asking, LegacyForm, Place } from './kind';
import { isLink } from './kinds';

export interface Reading extends Asking {
	/** The columns to give; all of the table without them. */
	fields?: readonly Field[];
	/** For the older endpoints. */
	legacy?: LegacyForm;
	automatic?: boolean;
	/** The names under which the addresses of records go. */
	urls?: readonly ('shared_url' | 'record_url')[];
}

function valueOf(record: BaseRecord, place: Place, legacy: LegacyForm | undefined): unknown {
	const cell = cellOf(record, place);
	const kind = kindOf(place.field);
	if (cell !== undefined) return legacy && kind.legacy ? kind.legacy(cell, place, legacy) : kind.search(cell, place);
	if (legacy) return place.store.settings.baseLegacyEmpty === 'null' ? null : undefined;
	// A link is there although nothing is in it.
	return isLink(place.field.type) ? {} : undefined;
}

const automatic = (record: BaseRecord, reading: Reading) => ({
	created_by: personOf(reading, record.created_by),
	created_time: record.created_time,
	last_modified_by: personOf(reading, record.modified_by),
	last_modified_time: record.modified_time,
});

const recordUrl = (record: BaseRecord) => `https://company.feishu.cn/record/${shareOf(record)}`;

/** The code in an address, which leads back to nothing else. */
const shareOf = ({ record_id: id }: BaseRecord) => Buffer.from(`shr ${id}`).toString('base64url');

/** Records as a read gives them; empty cells are missing. */
export function readRecords(records: readonly BaseRecord[], reading: Reading): object[] {
	const places = (reading.fields ?? reading.table.fields).map((field) => placeOf(reading, field));
	return records.map((record) => {
		const fields: Record<string, unknown> = {};
		for (const place of places) {
			const value = valueOf(record, place, reading.legacy);
			if (value !== undefined) fields[place.field.field_name] = value;
		}
		return {
			...(reading.automatic && automatic(record, reading)),
			fields,
			...(reading.legacy && { id: record.record_id }),
			record_id: record.record_id,
			...Object.fromEntries((reading.urls ?? []).map((name) => [name, recordUrl(record)])),
		};
	});
}

/** Whether reads find the record already: one that is just written may not be there yet. */
export const isThere = ({ lag }: BaseRecord, now: number): boolean =>
	!lag || lag.before !== undefined || lag.until <= now;
