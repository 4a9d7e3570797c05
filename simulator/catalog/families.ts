import { type Endpoint, endpointsOf } from './endpoints';
import { isObjectShape, type ObjectShape, recordIn, shapeOfAnswer } from './shapes';

/** Things of one kind: made by a POST to their path, and known by an id behind it. */
export interface Family {
	/** `/open-apis/calendar/v4/calendars/:calendar_id/events` */
	path: string;
	/** The parameter behind it: `event_id`. */
	param: string;
	/** What the id is called in the record: `event_id`, `guid`, `id`. */
	idName: string;
}

export type Deed = 'create' | 'list' | 'read' | 'update' | 'remove';

/** What an endpoint does with a family's things; undefined for all else. */
export interface Role {
	family: Family;
	deed: Deed;
	/** With several at a time. */
	batch: boolean;
}

type IsOwn = (endpoint: Endpoint) => boolean;

const known = new WeakMap<IsOwn, Map<string, ReadonlyMap<string, Family>>>();

/**
 * The families of a domain by path: where the catalog has a POST that answers with an id, and something behind it takes
 * that id. What the simulator keeps in its own way is left to it.
 */
function familiesOf(domain: string, isOwn: IsOwn): ReadonlyMap<string, Family> {
	const ofAll = known.get(isOwn) ?? new Map<string, ReadonlyMap<string, Family>>();
	known.set(isOwn, ofAll);
	const found = ofAll.get(domain) ?? findFamilies(endpointsOf(domain), isOwn);
	ofAll.set(domain, found);
	return found;
}

function findFamilies(endpoints: readonly Endpoint[], isOwn: IsOwn): Map<string, Family> {
	const families = new Map<string, Family>();
	for (const endpoint of endpoints) {
		const { method, path, upload } = endpoint;
		if (method !== 'POST' || upload || isOwn(endpoint)) continue;
		const behind = endpoints.find((other) => other.path.startsWith(`${path}/:`));
		const param = behind?.path.slice(path.length + 2).split('/')[0];
		if (param === undefined) continue;
		const { record } = recordIn(endpoint, shapeOfAnswer(endpoint));
		const idName = idNameOf(record, param);
		if (idName !== undefined) families.set(path, { path, param, idName });
	}
	return families;
}

/** The same name, or a shorter one for the same: `task_guid` is a task's `guid`. */
function idNameOf(record: ObjectShape, param: string): string | undefined {
	const short = param.split('_').at(-1) ?? param;
	return [param, short, 'id', 'guid', 'token'].find((name) => record[name] === 'string');
}

/** What a request's path says of things that have to be there, outermost first. */
export function parentsOf({ domain, path }: Endpoint, isOwn: IsOwn): Family[] {
	return [...familiesOf(domain, isOwn).values()]
		.filter((family) => path.startsWith(`${family.path}/:`))
		.sort((a, b) => a.path.length - b.path.length);
}

const DEEDS: Readonly<Record<string, Deed>> = {
	'POST ': 'create',
	'GET ': 'list',
	'GET :': 'read',
	'PATCH :': 'update',
	'PUT :': 'update',
	'DELETE :': 'remove',
	'POST search': 'list',
	'POST list': 'list',
	'POST query': 'list',
	'POST batch_create': 'create',
	'POST batch_update': 'update',
	'POST batch_delete': 'remove',
	'DELETE batch_delete': 'remove',
	'POST batch_get': 'read',
};

export function roleOf({ domain, method, path }: Endpoint, isOwn: IsOwn): Role | undefined {
	const families = familiesOf(domain, isOwn);
	const end = path.slice(path.lastIndexOf('/') + 1);
	const direct = families.get(path);
	const family = direct ?? families.get(path.slice(0, path.lastIndexOf('/')));
	const deed = DEEDS[`${method} ${direct ? '' : end.startsWith(':') ? ':' : end}`];
	return family && deed ? { family, deed, batch: end.startsWith('batch_') } : undefined;
}

/** The list in an answer, and what its entries look like. */
export function listIn({ paging, answer }: Endpoint, shape: ObjectShape): { key: string; entry: ObjectShape } | undefined {
	const named = paging ? (paging.itemsKey ?? 'items') : answer && 'records' in answer ? answer.records : undefined;
	const lists = Object.keys(shape).filter((name) => Array.isArray(shape[name]));
	const key = named !== undefined && named in shape ? named : lists.length === 1 ? lists[0] : undefined;
	const list = key === undefined ? undefined : shape[key];
	const entry = Array.isArray(list) ? list[0] : undefined;
	return key !== undefined && isObjectShape(entry) ? { key, entry } : undefined;
}
