import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request, FormData } from 'undici';
import type { Simulator } from '../../../simulator';
import { routes } from '../../../simulator/api';
import type { Endpoint } from '../../../simulator/catalog/endpoints';
import { entriesIn, idIn } from '../../../simulator/catalog/keep';
import { parentsOf, roleOf } from '../../../simulator/catalog/families';
import { collection } from '../../../simulator/catalog/records';
import { addBase } from '../../../simulator/base/make';
import { addSpreadsheet, newSheet } from '../../../simulator/sheets/make';
import type { Member } from '../../../simulator/state/bases';
import type { GeneratedRequest } from '../../../simulator/catalog/generate';

const FOLDER = join(__dirname, '../../../catalog/endpoints');

/** Every endpoint of the catalog, those of other hosts included. */
export const endpoints: readonly Endpoint[] = readdirSync(FOLDER)
	.sort()
	.flatMap((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Endpoint[]);

export function endpoint(id: string): Endpoint {
	const found = endpoints.find((each) => each.id === id);
	if (!found) throw new Error(`not in the catalog: ${id}`);
	return found;
}

const withoutNames = (path: string) => path.replace(/:\w+/g, ':').replace(/\/$/, '');
const stored = new Set(routes.map(({ method, path }) => `${method} ${withoutNames(path)}`));

/** Whether the simulator has behaviour of its own for an endpoint. */
export const isStored = ({ method, path }: Endpoint) => stored.has(`${method} ${withoutNames(path)}`);

export interface Answer {
	status: number;
	type: string;
	disposition: string;
	bytes: Buffer;
	code: number;
	msg: string;
	data: Record<string, unknown>;
	error: { field_violations?: { field: string }[]; permission_violations?: { subject: string }[] };
}

/** The text of a parameter or a form's field. */
const textOf = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function urlOf({ path }: Endpoint, values: GeneratedRequest): string {
	const query = Object.entries(values.query).flatMap(([name, value]) =>
		(Array.isArray(value) ? value : [value]).map(
			(each) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(each))}`,
		),
	);
	const filled = path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(values.path[name] ?? ''));
	return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}

function formOf({ body = {}, files }: GeneratedRequest): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(body)) form.append(name, textOf(value));
	for (const [name, file] of Object.entries(files))
		form.append(name, new Blob([new Uint8Array(file.bytes)]), file.name);
	return form;
}

function everybody(store: Simulator['store']): Member[] {
	const apps = [...store.apps.keys()].map((id) => ({ member_type: 'appid', member_id: id }) as const);
	const people = [...store.users.keys()].map((id) => ({ member_type: 'openid', member_id: id }) as const);
	return [...apps, ...people].map((member) => ({ ...member, perm: 'full_access' }));
}

/** A spreadsheet under a given token, which is open to all, and a sheet in it. */
function putSpreadsheet(store: Simulator['store'], token: string, sheetId: string | undefined): void {
	const book = addSpreadsheet(store, { title: 'Spreadsheet', owner: '', token });
	book.members = everybody(store);
	if (sheetId !== undefined) book.sheets.push(newSheet('Sheet2', sheetId));
}

/** A base under a given token, which is open to all, and a table in it. */
function putBase(store: Simulator['store'], app_token: string, tableId: string | undefined): void {
	const { base, first } = addBase(store, { name: 'Base', owner: '', app_token });
	base.members = everybody(store);
	if (tableId === undefined) return;
	base.tables.set(tableId, { ...first, table_id: tableId });
}

/** Puts what a request's path names in the simulator, as if it had been created. */
export function putParents({ store }: Simulator, target: Endpoint, { path, body = {} }: GeneratedRequest): void {
	if (path.app_token !== undefined) putBase(store, path.app_token, path.table_id);
	const spreadsheet = path.spreadsheet_token ?? path.spreadsheetToken;
	if (spreadsheet !== undefined) putSpreadsheet(store, spreadsheet, path.sheet_id);
	for (const family of parentsOf(target, isStored)) {
		const name = target.path.slice(family.path.length + 2).split('/')[0] ?? '';
		const id = path[name] ?? '';
		collection(store, family, path).set(id, { [family.idName]: id });
	}
	const role = roleOf(target, isStored);
	if (!role?.batch || role.deed === 'create') return;
	for (const entry of entriesIn({ body })) {
		const id = idIn(role.family, entry);
		collection(store, role.family, path).set(id, { [role.family.idName]: id });
	}
}

/** Sends a request with undici, which sends a body with GET too, as some endpoints want it. */
export async function send(
	simulator: Simulator,
	target: Endpoint,
	values: GeneratedRequest,
	token: string,
	{ parents = true } = {},
): Promise<Answer> {
	if (parents) putParents(simulator, target, values);
	const json = values.body && !target.upload ? JSON.stringify(values.body) : undefined;
	const answer = await request(simulator.url + urlOf(target, values), {
		method: target.method as 'GET',
		headers: {
			...(token === '' ? {} : { authorization: `Bearer ${token}` }),
			...(json === undefined ? {} : { 'content-type': 'application/json' }),
		},
		body: target.upload ? formOf(values) : json,
	});
	const bytes = Buffer.from(await answer.body.arrayBuffer());
	const type = String(answer.headers['content-type']);
	const read = type.startsWith('application/json') ? (JSON.parse(bytes.toString()) as Partial<Answer>) : {};
	return {
		status: answer.statusCode,
		type,
		disposition: String(answer.headers['content-disposition'] ?? ''),
		bytes,
		code: read.code ?? NaN,
		msg: read.msg ?? '',
		data: read.data ?? {},
		error: read.error ?? {},
	};
}

/** Tokens of the simulator's app, of both kinds. */
export function tokensOf({ store, appId }: Simulator): { tenant: string; user: string } {
	const tokens = { tenant: 't-conformance', user: 'u-conformance' };
	for (const token of Object.values(tokens))
		store.apps.tokens.push({ token, app_id: appId, expires_at: store.clock.now() + 7_200_000, revoked: false });
	return tokens;
}

/** A token that the endpoint takes. */
export const tokenFor = ({ tokens }: Endpoint, { tenant, user }: { tenant: string; user: string }) =>
	tokens?.length === 1 && tokens[0] === 'user' ? user : tenant;
