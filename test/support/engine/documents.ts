/** Documents for tests. */
import { addDocument } from '../../../simulator/docs/make';
import type { Document } from '../../../simulator/state/docs';
import { bot } from './ownBase';
import type { Platform } from './platform';

/** A fresh document that the app made, with these paragraphs in it. */
export function ownDocument(p: Platform, { title = 'Own', texts = [] as readonly string[] } = {}): Document {
	const document = addDocument(p.store, { title, owner: bot(p) });
	const contents = texts.map((content) => ({
		block_type: 2,
		text: { elements: [{ text_run: { content, text_element_style: {} } }], style: { align: 1 } },
	}));
	document.tree.insert(document.document_id, contents);
	return document;
}
