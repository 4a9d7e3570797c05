import type { Asking } from '../../base/kind';
import type { BaseRecord, Table } from '../../state/bases';

interface Found {
	revision: number;
	key: string;
	records: BaseRecord[];
}

const last = new WeakMap<Table, Found>();
/** Within which no day begins in any zone. */
const QUARTER = 900_000;

/** What a query finds, kept for its next pages as long as nobody writes into the table and the day is the same. */
export function foundOnce(asking: Asking, query: string, find: () => BaseRecord[]): BaseRecord[] {
	const { store, base, table, app, idType } = asking;
	// What is seen by whom, or becomes visible by itself, is looked for anew.
	if (base.is_advanced || store.settings.baseReadLagMs > 0) return find();
	const key = [app.app_id, idType, base.time_zone, Math.floor(store.clock.now() / QUARTER), query].join(' ');
	const known = last.get(table);
	if (known?.revision === table.revision && known.key === key) return known.records;
	const records = find();
	last.set(table, { revision: table.revision, key, records });
	return records;
}
