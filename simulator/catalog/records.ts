import type { Store } from '../state/store';
import type { Family } from './families';
import type { Data } from './fill';

type Params = Readonly<Record<string, string>>;

/** Records by id, by the address of their collection. */
const kept = new WeakMap<Store, Map<string, Map<string, Data>>>();

const addressOf = ({ path }: Family, params: Params) =>
	path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));

/** What was created at the address that a path stands for. */
export function collection(store: Store, family: Family, params: Params): Map<string, Data> {
	const all = kept.get(store) ?? new Map<string, Map<string, Data>>();
	kept.set(store, all);
	const address = addressOf(family, params);
	const found = all.get(address) ?? new Map<string, Data>();
	all.set(address, found);
	return found;
}

/** Takes a record away, and with it whatever was created below it. */
export function removeRecord(store: Store, family: Family, params: Params, id: string): void {
	collection(store, family, params).delete(id);
	const below = `${addressOf(family, params)}/${encodeURIComponent(id)}/`;
	const all = kept.get(store);
	for (const address of all?.keys() ?? []) if (address.startsWith(below)) all?.delete(address);
}
