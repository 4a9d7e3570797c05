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
	store.docs.all.set(document_id, document);
	return document;
}
