import { PlatformError } from '../platform/envelope';
import type { Store } from '../state/store';
import { type Endpoint } from './endpoints';
import { type Family, parentsOf } from './families';
import type { Data } from './fill';
import { collection } from './records';

/** How a product says that there is no such thing: by the parameter, else by the domain. */
const REFUSALS: Readonly<Record<string, readonly [code: number, msg: string, http?: number]>> = {
	calendar_id: [191000, 'calendar not found', 404],
	event_id: [193001, 'event not found', 404],
	document_id: [1770002, 'not found', 404],
	spreadsheet_token: [1310214, 'spreadsheet not found'],
	task: [1470404, 'The requested resource does not exist', 404],
};

/** Names that stand for what everybody has. */
const ALWAYS_THERE = /^(primary|me|root|self|0)$/;

function refuseUnknown({ domain }: Endpoint, { param }: Family): PlatformError {
	const [code, msg, http] = REFUSALS[param] ?? REFUSALS[domain] ?? [99992402, 'field validation failed'];
	const error = { field_violations: [{ field: param, value: '', description: `${param} does not exist` }] };
	return new PlatformError(code, msg, code === 99992402 ? { error } : { http: http ?? 400 });
}

/** The record of an id; undefined for one of a name that everybody has. */
export function recordOf(
	store: Store,
	endpoint: Endpoint,
	family: Family,
	params: Readonly<Record<string, string>>,
	id: string,
): Data | undefined {
	const record = collection(store, family, params).get(id);
	if (!record && !ALWAYS_THERE.test(id)) throw refuseUnknown(endpoint, family);
	return record;
}

/** Refuses a path in which something stands that nobody created, where things of its kind can be created. */
export function checkParents(
	store: Store,
	endpoint: Endpoint,
	params: Readonly<Record<string, string>>,
	isOwn: (endpoint: Endpoint) => boolean,
): void {
	for (const family of parentsOf(endpoint, isOwn)) {
		const name = endpoint.path.slice(family.path.length + 2).split('/')[0] ?? '';
		recordOf(store, endpoint, family, params, params[name] ?? '');
	}
}
