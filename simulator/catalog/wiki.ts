import { addBase } from '../base/make';
import { addSpreadsheet } from '../sheets/make';
import { addDocument } from '../docs/make';
import type { Call } from '../gateway/route';
import { PlatformError } from '../platform/envelope';
import { openIdOf } from '../state/operator';
import type { Store } from '../state/store';
import type { Family } from './families';
import { type Data, idFor } from './fill';
import { collection, recordsAnywhere } from './records';

/** Pages of a wiki, of whatever space. */
export const NODES: Family = { path: '/open-apis/wiki/v2/spaces/:space_id/nodes', param: 'node_token', idName: 'node_token' };

/** Puts a wiki there: only a person can make one. */
export function putSpace(store: Store, id: string): void {
	const spaces: Family = { path: '/open-apis/wiki/v2/spaces', param: 'space_id', idName: 'space_id' };
	collection(store, spaces, {}).set(id, { space_id: id });
}

/** What a new page holds is made with it, and has a token of its own; the page says in which wiki it lies. */
export function contentOf(call: Call, family: Family, given: Data): Data {
	if (family.path !== NODES.path) return {};
	return { space_id: call.params.space_id, ...madeFor(call, given) };
}

function madeFor({ platform: { store }, by }: Call, given: Data): Data {
	const [title, owner] = [String(given.title ?? ''), openIdOf(by)];
	if (given.obj_type === 'bitable')
		return { obj_token: addBase(store, { name: title, owner, in_wiki: true }).base.app_token };
	if (given.obj_type === 'sheet') return { obj_token: addSpreadsheet(store, { title, owner, in_wiki: true }).token };
	if (given.obj_type === 'docx') return { obj_token: addDocument(store, { title, owner, in_wiki: true }).document_id };
	return { obj_token: idFor('obj_token') };
}

/** The page of a token: its own, or with `obj_type` that of its content. */
function node({ platform: { store }, query }: Call): Data {
	const { token, obj_type = 'wiki' } = query as { token?: string; obj_type?: string };
	const name = obj_type === 'wiki' ? 'node_token' : 'obj_token';
	const found = recordsAnywhere(store, NODES).find((record) => record[name] === token);
	if (!found) throw new PlatformError(131005, 'not found: document is not in wiki', { http: 400 });
	return found;
}

/** Endpoints that look up what was kept by something else than its address, with the record that they answer with. */
export const LOOK_UPS: Readonly<Record<string, (call: Call) => Data>> = {
	'GET /open-apis/wiki/v2/spaces/get_node': node,
};
