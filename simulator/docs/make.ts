import { newId } from '../platform/ids';
import { Document, type DocumentPlace } from '../state/docs';
import type { Store } from '../state/store';

export interface DocumentRequest extends Partial<DocumentPlace> {
	title: string;
	owner: string;
}

/** A new document with nothing but its page. */
export function addDocument(store: Store, { title, owner, ...place }: DocumentRequest): Document {
	const { folder_token = '', document_id = newId.document(), in_wiki = false } = place;
	const document = new Document({ document_id, owner, folder_token, in_wiki }, title);
	store.drive.times.set(document_id, { created: store.tick(), modified: store.tick() });
	store.docs.all.set(document_id, document);
	return document;
}

/** A new document with all that another one has in it, under ids of its own; comments stay behind. */
export function copyOfDocument(store: Store, id: string, request: DocumentRequest): Document {
	const copy = addDocument(store, request);
	const source = store.docs.all.get(id);
	if (!source) return copy;
	const ids = new Map(source.tree.all().map(({ block_id: old }) => [old, newId.block()]));
	ids.set(id, copy.document_id);
	const idOf = (old: string) => ids.get(old) ?? old;
	const blocks = source.tree.all().map((block) => ({
		...structuredClone(block),
		block_id: idOf(block.block_id),
		parent_id: idOf(block.parent_id),
		...(block.children && { children: block.children.map(idOf) }),
	}));
	const [page, ...rest] = blocks;
	copy.tree.graft(copy.document_id, rest, page?.children ?? []);
	return copy;
}
