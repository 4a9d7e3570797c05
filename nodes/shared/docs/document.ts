import { docsAddress } from '../../../feishu/docs/docsAddress';
import { fromList, locatorField, TEXT } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';
import { WIKI_NODE } from '../wiki/wikiNodes';
import { Document } from './documentPlace';
import { searchDocuments } from './searchDocuments';

/** A document: from the list, by any address that the browser shows of it, or by its ID. */
export function documentField<const N extends string = 'document'>(words: Partial<Words<N>> = {}): Field<Document, N> {
	const located = locatorField({
		displayName: 'Document',
		description:
			'Paste its address, or choose it. An app sees documents that it was added to: in the document … → More → Add document app.',
		modes: [
			fromList('searchDocuments', 'Choose a document…'),
			{
				displayName: 'By URL',
				name: 'url',
				...TEXT,
				placeholder: 'e.g. https://example.feishu.cn/docx/UMKcdh…',
				hint: 'Of the document or of its page in a wiki',
			},
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. UMKcdhmaOo6PcpxkEMOcSC5Qnxb' },
		],
		searches: { searchDocuments },
		calls: [WIKI_NODE],
		// What others have shared is in no list.
		default: { mode: 'url', value: '' },
		...words,
		name: (words.name ?? 'document') as N,
	});
	return mappedField(located, ({ value }, label) => new Document(docsAddress(label, value), label));
}
