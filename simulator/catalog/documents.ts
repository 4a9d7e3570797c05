import type { Store } from '../state/store';
import type { Family } from './families';
import { collection } from './records';

const DOCUMENTS: Family = { path: '/open-apis/docx/v1/documents', param: 'document_id', idName: 'document_id' };

/** Puts a document there that was not made by its own endpoint. */
export function putDocument(store: Store, token: string, title: string): void {
	collection(store, DOCUMENTS, {}).set(token, { document_id: token, title, name: title });
}
