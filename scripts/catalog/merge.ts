import { nameOfMethod, nameOfPath, tidyEn, tidyZh } from './names';
import { answerKey, answerOf } from './answers';
import { pagingOf } from './paging';
import { at, ordered } from './schema';
import { titleOf } from './sources/mcp';
import {
	ENDPOINT_KEYS,
	PARTS,
	type Endpoint,
	type ExplorerFacts,
	type FieldFacts,
	type Facts,
	type McpEndpoint,
	type Request,
	type Schema,
	type SdkEndpoint,
	type Shape,
	type Token,
} from './types';

/** What each source says about one endpoint. */
export interface Said {
	id: string;
	domain: string;
	sdk?: SdkEndpoint;
	mcp?: McpEndpoint;
	facts?: Facts;
	explorer?: ExplorerFacts;
	/** Of the answer's `data`, by the explorer. */
	shape?: Shape;
}

type Rule<T> = (said: Said) => T | undefined;
const first =
	<T>(...rules: Rule<T>[]): Rule<T> =>
	(said) => {
		for (const rule of rules) {
			const value = rule(said);
			if (value !== undefined) return value;
		}
		return undefined;
	};

const [methodOf, pathOf] = [0, 1].map(
	(index) =>
		({ id }: Said) =>
			id.split(' ')[index] ?? '',
) as [(said: Said) => string, (said: Said) => string];

/** "v4" in /open-apis/im/v4/chats, else in the SDK's method name. */
const versionOf = (said: Said): string | undefined =>
	pathOf(said).match(/\/(v\d+)\//)?.[1] ?? said.sdk?.sdk.match(/\.(v\d+)\./)?.[1];

/** Which source is believed first for what, where they disagree. `catalog/README.md` gives the reasons. */
const PRECEDENCE = {
	en: first<string>(
		({ facts }) => facts?.en,
		({ explorer }) => explorer?.en,
		({ mcp, sdk }) => mcp && titleOf(mcp.descriptions.en, mcp.descriptions.zh, sdk?.zh),
		({ sdk }) => sdk && nameOfMethod(sdk.sdk, sdk.method),
		(said) => nameOfPath(methodOf(said), pathOf(said)),
	),
	zh: first<string>(
		({ facts }) => facts?.zh,
		({ sdk }) => sdk?.zh,
		({ explorer }) => explorer?.zh,
	),
	/** Without the explorer: what it says goes in `tokensOf`. */
	tokens: first<Endpoint['tokens']>(
		({ facts }) => facts?.tokens,
		({ mcp }) => (mcp?.tokens.length ? mcp.tokens : undefined),
	),
	upload: first<boolean>(
		({ facts }) => facts?.upload,
		({ sdk }) => sdk?.upload,
	),
	doc: first<string>(
		({ facts }) => facts?.doc,
		({ explorer }) => explorer?.doc,
		({ sdk }) => sdk?.doc,
	),
	scopes: first<string[]>(
		({ explorer }) => explorer?.scopes,
		({ facts }) => facts?.scopes,
	),
	rate: first<Endpoint['rate']>(
		({ explorer }) => explorer?.rate,
		({ facts }) => facts?.rate,
	),
	/** The shape of the request. What facts and the MCP package add to its fields is in `refine`. */
	request: first<Request>(
		({ sdk }) => sdk?.request,
		({ facts }) => facts?.request,
		({ explorer }) => explorer?.request,
		({ mcp }) => mcp?.request,
	),
};

const TOKENS: readonly Token[] = ['tenant', 'user', 'app'];

/** The explorer's; a person's token that only the documentation names stays until somebody has tried. */
function tokensOf(said: Said): Endpoint['tokens'] {
	const documented = PRECEDENCE.tokens(said);
	const explored = said.explorer?.tokens;
	if (!explored || explored.length === 0) return explored ?? documented;
	const keepsUser = documented?.includes('user') ?? false;
	return TOKENS.filter((token) => explored.includes(token) || (token === 'user' && keepsUser));
}

/** Whoever names a code has seen it. */
function errorsOf({ facts, explorer }: Said): number[] | undefined {
	const codes = new Set([...(facts?.errors ?? []), ...(explorer?.errors ?? [])]);
	return codes.size > 0 ? [...codes].sort((a, b) => a - b) : undefined;
}

/** The SDK's values in the MCP package's order: that is the documentation's, with the usual choice in front. */
function sortEnum(schema: Schema, model: Schema | undefined): void {
	const order = model?.enum?.map(String);
	if (!schema.enum || !order) return;
	const rank = (value: unknown): number => {
		const index = order.indexOf(String(value));
		return index < 0 ? order.length : index;
	};
	schema.enum = [...schema.enum].sort((a, b) => rank(a) - rank(b));
}

/** What the documentation says about one field: `required` is the parent's list of names, so it goes there. */
function applyFacts(parent: Schema | undefined, name: string, schema: Schema, facts: FieldFacts | undefined): void {
	const { required, ...rest } = facts ?? {};
	Object.assign(schema, rest);
	if (required === undefined || !parent) return;
	const others = (parent.required ?? []).filter((each) => each !== name);
	parent.required = required ? [...others, name] : others;
}

/** What the explorer adds to the SDK's fields, before the documentation has its say. */
function applyExplorer(request: Request, { fields = {}, undocumentedFields = [] }: ExplorerFacts): void {
	for (const [path, { required, properties, ...own }] of Object.entries(fields)) {
		const found = fieldAt(request, path);
		if (found) Object.assign(found, own);
		else addField(request, path, { ...own, ...(properties && { properties }), ...(required && { required }) });
	}
	for (const path of undocumentedFields) {
		const field = fieldAt(request, path);
		if (field) field.undocumented = true;
	}
}

function addField(request: Request, path: string, schema: Schema): void {
	const end = path.lastIndexOf('.');
	const parent = fieldAt(request, path.slice(0, end));
	if (!parent) throw new Error(`The explorer has a field whose parent nobody knows: ${path}`);
	parent.properties = { ...parent.properties, [path.slice(end + 1)]: schema };
}

/** Walks a schema and its model side by side; `facts` are looked up by the field's path. */
function refine(schema: Schema, model: Schema | undefined, path: string, facts: Record<string, FieldFacts>): void {
	sortEnum(schema, model);
	for (const [name, property] of Object.entries(schema.properties ?? {})) {
		const fieldPath = `${path}.${name}`;
		applyFacts(schema, name, property, facts[fieldPath]);
		refine(property, model?.properties?.[name], fieldPath, facts);
	}
	if (schema.items) {
		applyFacts(undefined, '', schema.items, facts[`${path}[]`]);
		refine(schema.items, model?.items, `${path}[]`, facts);
	}
}

/** Path parameters are mandatory whatever a source says, and every one of the path has a schema. */
function completePath(request: Request, path: string): void {
	const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
	if (names.length === 0) return;
	const schema = (request.path ??= { type: 'object', properties: {} });
	schema.properties = {
		...Object.fromEntries(names.map((name) => [name, schema.properties?.[name] ?? { type: 'string' as const }])),
		...schema.properties,
	};
	schema.required = [...new Set([...(schema.required ?? []), ...names])];
	request.need = [...new Set([...(request.need ?? []), 'path' as const])];
}

function requestOf(said: Said): Request | undefined {
	const request = structuredClone(PRECEDENCE.request(said) ?? {});
	const facts = said.facts?.fields ?? {};
	if (said.explorer) applyExplorer(request, said.explorer);
	for (const part of PARTS) {
		const schema = request[part];
		if (!schema) continue;
		applyFacts(undefined, '', schema, facts[part]);
		refine(schema, said.mcp?.request[part], part, facts);
	}
	completePath(request, pathOf(said));
	return Object.keys(request).length > 0 ? request : undefined;
}

const orderedRequest = (request: Request): Request => {
	const result: Request = {};
	for (const part of PARTS) {
		const schema = request[part];
		if (schema) result[part] = ordered(schema);
	}
	const need = PARTS.filter((part) => request.need?.includes(part) && result[part]);
	return need.length > 0 ? { ...result, need } : result;
};

/** A row with its keys in order and without what is empty. */
export function orderedEndpoint(endpoint: Endpoint): Endpoint {
	const row: Record<string, unknown> = {};
	for (const key of ENDPOINT_KEYS) {
		const value = endpoint[key];
		if (value === undefined || value === null || (Array.isArray(value) && value.length === 0 && key !== 'tokens')) continue;
		row[key] = key === 'request' ? orderedRequest(value as Request) : value;
	}
	return row as unknown as Endpoint;
}

/** One row of the catalog from what the sources say. */
export function merge(said: Said): Endpoint {
	const request = requestOf(said);
	const zh = PRECEDENCE.zh(said);
	const { facts, explorer } = said;
	const paging = request && pagingOf(request, said.sdk?.iterator ?? false, said.sdk?.answer ?? answerOf(said.shape));
	return {
		id: said.id,
		method: methodOf(said),
		path: pathOf(said),
		domain: said.domain,
		version: versionOf(said),
		host: facts?.host,
		name: { en: tidyEn(PRECEDENCE.en(said) ?? ''), ...(zh ? { zh: tidyZh(zh) } : {}) },
		sdk: said.sdk?.sdk,
		tokens: tokensOf(said),
		scopes: PRECEDENCE.scopes(said),
		needScopes: explorer?.needScopes,
		fieldScopes: explorer?.fieldScopes,
		rate: PRECEDENCE.rate(said),
		errors: errorsOf(said),
		risk: explorer?.risk,
		headers: facts?.headers,
		upload: PRECEDENCE.upload(said) ? true : undefined,
		download: said.sdk?.download ? true : undefined,
		paging,
		answer: paging ? undefined : answerKey(said.shape, said.sdk?.answer),
		doc: PRECEDENCE.doc(said),
		historical: facts?.historical ?? explorer?.historical,
		undocumented: explorer?.undocumented,
		ids: explorer?.ids,
		request,
	};
}

/** The field at a path, for corrections and reports. */
export const fieldAt = (request: Request | undefined, path: string): Schema | undefined => {
	const part = PARTS.find((each) => path === each || path.startsWith(`${each}.`));
	return part && at(request?.[part], path);
};
