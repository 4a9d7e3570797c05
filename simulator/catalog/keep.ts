import { PlatformError } from '../platform/envelope';
import { page } from '../platform/paging';
import type { Call } from '../gateway/route';
import type { Endpoint } from './endpoints';
import { type Family, listIn, type Role } from './families';
import { type Data, fill, idFor, type Surroundings } from './fill';
import { filtersOf } from './filters';
import { collection, removeRecord } from './records';
import { recordIn, shapeOfAnswer } from './shapes';
import { recordOf } from './unknown';

/** One request for records that are kept. */
interface Asked {
	endpoint: Endpoint;
	role: Role;
	call: Call;
	of: Surroundings;
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The properties that a body gives: its own, or those in the one object that holds them (`{task: {…}}`). */
function givenIn(all: Data, key: string | undefined): Data {
	const body = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== null));
	const objects = Object.keys(body).filter((name) => isData(body[name]));
	const inner = key !== undefined && isData(body[key]) ? body[key] : objects.length === 1 ? body[objects[0] ?? ''] : {};
	return { ...body, ...(isData(inner) ? inner : {}) };
}

const paramsOf = ({ params }: Call) => params;

function keepNew(asked: Asked, given: Data): Data {
	const { family } = asked.role;
	const { call } = asked;
	const own = given[family.idName];
	const id = typeof own === 'string' && own !== '' ? own : idFor(family.idName === 'id' ? family.param : family.idName);
	const record = { ...given, [family.idName]: id };
	collection(call.platform.store, family, paramsOf(call)).set(id, record);
	return record;
}

/** What an answer of one record says. */
function answerWith({ endpoint, of }: Pick<Asked, 'endpoint' | 'of'>, record: Data): Data {
	const shape = shapeOfAnswer(endpoint);
	const { key } = recordIn(endpoint, shape);
	return fill(shape, key === undefined ? record : { ...record, [key]: record }, of) as Data;
}

function answerWithAll({ endpoint, of }: Asked, records: readonly Data[], more: Data = {}): Data {
	const shape = shapeOfAnswer(endpoint);
	const list = listIn(endpoint, shape);
	return fill(shape, { ...more, ...(list && { [list.key]: records }) }, of) as Data;
}

function single(asked: Asked): Data | undefined {
	const { endpoint, role, call } = asked;
	const id = endpoint.path.slice(endpoint.path.lastIndexOf(':') + 1);
	return recordOf(call.platform.store, endpoint, role.family, paramsOf(call), call.params[id] ?? '');
}

export function idIn({ idName, param }: Family, entry: unknown): string {
	if (!isData(entry)) return String(entry);
	return String(entry[idName] ?? entry[param] ?? entry.id ?? '');
}

/** The first list of a batch's body: what is to be made, or the ids of what is meant. */
export const entriesIn = ({ body }: { body: Data }): unknown[] => Object.values(body).find((value) => Array.isArray(value)) ?? [];

function listed(asked: Asked): Data {
	const { endpoint, role, call } = asked;
	const every = [...collection(call.platform.store, role.family, paramsOf(call)).values()];
	const { entry } = listIn(endpoint, shapeOfAnswer(endpoint)) ?? { entry: {} };
	const filters = filtersOf(endpoint, call, entry, role.family.idName);
	// Of what nobody gave, the answer's value counts.
	const all = filters.length === 0 ? every : every.filter((record) => filters.every((fits) => fits(fill(entry, record, asked.of) as Data)));
	const from = endpoint.paging?.in === 'body' ? call.body : call.query;
	const { items, has_more, page_token } = page(all, {
		size: Number(from.page_size ?? 20) || 20,
		token: String(from[endpoint.paging?.tokenParam ?? 'page_token'] ?? '') || undefined,
		scope: endpoint.id,
		invalidToken: () => new PlatformError(99992402, 'field validation failed'),
	});
	const next = { has_more, page_token, [endpoint.paging?.tokenKey ?? 'page_token']: page_token ?? '', total: all.length };
	return { ...answerWithAll(asked, items, next), ...(endpoint.paging && { has_more }) };
}

const ONE: Readonly<Record<Role['deed'], (asked: Asked) => Data>> = {
	create: (asked) => answerWith(asked, keepNew(asked, givenIn(asked.call.body, recordIn(asked.endpoint, shapeOfAnswer(asked.endpoint)).key))),
	list: listed,
	read: (asked) => answerWith(asked, single(asked) ?? {}),
	update: (asked) => {
		const record = single(asked) ?? {};
		const { [asked.role.family.idName]: _id, ...given } = givenIn(asked.call.body, undefined);
		return answerWith(asked, Object.assign(record, given));
	},
	remove: (asked) => {
		const { role, call } = asked;
		const record = single(asked);
		if (record) removeRecord(call.platform.store, role.family, paramsOf(call), String(record[role.family.idName]));
		return answerWith(asked, { ...record, deleted: true });
	},
};

const SEVERAL: Readonly<Record<Role['deed'], (asked: Asked) => Data>> = {
	...ONE,
	create: (asked) => answerWithAll(asked, entriesIn(asked.call).filter(isData).map((given) => keepNew(asked, given))),
	read: (asked) => answerWithAll(asked, found(asked).map(({ record }) => record)),
	update: (asked) => answerWithAll(asked, found(asked).map(({ record, entry }) => Object.assign(record, isData(entry) ? entry : {}))),
	remove: (asked) => {
		const { role, call } = asked;
		const all = found(asked);
		for (const { id } of all) removeRecord(call.platform.store, role.family, paramsOf(call), id);
		return answerWithAll(asked, all.map(({ record }) => ({ ...record, deleted: true })));
	},
};

function found({ endpoint, role, call }: Asked): { id: string; record: Data; entry: unknown }[] {
	return entriesIn(call).map((entry) => {
		const id = idIn(role.family, entry);
		return { id, entry, record: recordOf(call.platform.store, endpoint, role.family, paramsOf(call), id) ?? {} };
	});
}

/** Makes, lists, reads, changes or removes records, and answers in the endpoint's shape. */
export const keep = (asked: Asked): Data => (asked.role.batch ? SEVERAL : ONE)[asked.role.deed](asked);
