import type { DocxAddress } from '../../../feishu/docs/docxAddress';
import type { Asking } from '../client/asking';
import { contentOf } from '../wiki/contentOf';

/** A document as filled in. A wiki's page has to be looked up before anybody can read the document in it. */
export class Document {
	constructor(
		readonly address: DocxAddress,
		/** What complaints call the field. */
		private readonly label: string,
	) {}

	/** `document_id`. @throws InputError when the wiki's page holds something else; CallError */
	async id(asking: Asking): Promise<string> {
		const { documentId, wikiNode = '' } = this.address;
		return documentId ?? (await contentOf(asking, this.label, wikiNode, { type: 'docx', what: 'document' }));
	}
}
