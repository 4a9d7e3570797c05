import type { Permission } from '../state/bases';
import type { Block, BlockTree } from '../state/blockTree';
import type { Document } from '../state/docs';
import type { Operator } from '../state/operator';
import { isEnough, mayFill, permissionIn } from '../state/permission';
import type { Store } from '../state/store';
import { problem } from './problem';

/** How far behind the newest version an edit or a reading may be. */
const MAX_BEHIND = 1000;
/** Things in one folder. */
const MAX_IN_FOLDER = 1500;

/** A document that the caller may see and, as it is needed, change. */
export function reachDocument(store: Store, by: Operator, id: string, needed: Permission): Document {
	const document = store.docs.all.get(id);
	if (!document) throw problem(store.docs.deleted.has(id) ? 1770003 : 1770002);
	const permission = permissionIn(store, id, document, by);
	if (!permission || !isEnough(permission, needed)) throw problem(1770032);
	return document;
}

/** The block of a document: of another document's it is told that they are. */
export function blockIn({ docs }: Store, tree: BlockTree, id: string): Block {
	const block = tree.get(id);
	if (block) return block;
	const elsewhere = [...docs.all.values()].some((other) => other.tree.get(id));
	throw problem(elsewhere ? 1770015 : 1770002);
}

/** A version of the document, -1 being the newest one. */
export function requireRevision({ revision: newest }: BlockTree, revision: number): void {
	if (revision === -1) return;
	if (revision < 1 || revision > newest) throw problem(1770001);
	if (newest - revision > MAX_BEHIND) throw problem(1770021);
}

/** A folder that takes a document of the caller: adding the app itself to its collaborators gives nothing. */
export function requireFolder(store: Store, by: Operator, token: string): void {
	if (token === '') return;
	const may = mayFill(store, by, token);
	if (may === undefined) throw problem(1770039);
	if (!may) throw problem(1770040);
	const inside = [...store.docs.all.values()].filter(({ folder_token: parent }) => parent === token);
	if (inside.length >= MAX_IN_FOLDER) throw problem(1770037);
}
