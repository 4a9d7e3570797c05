import type { DocsAddress } from '../../../feishu/docs/docsAddress';
import { InputError } from '../../../feishu/input';
import type { Asking } from '../client/asking';
import { contentOf } from '../wiki/contentOf';

/** A document as filled in. A wiki's page has to be looked up before anybody can read the document in it. */
export class Document {
	constructor(
		readonly address: DocsAddress,
		/** What complaints call the field. */
		readonly label: string,
	) {}

	/** Whether it is of before 2022: such a document has no blocks, and no more than its text can be read. */
	get isOld(): boolean {
		return this.address.type === 'doc';
	}

	/** `document_id`. @throws InputError when it is of the old kind, or the wiki's page holds something else; CallError */
	async id(asking: Asking): Promise<string> {
		const { type, token } = this.address;
		if (type === 'wiki') return await contentOf(asking, this.label, token, { type: 'docx', what: 'document' });
		if (type === 'docx') return token;
		throw new InputError(
			this.label,
			`The field '${this.label}' holds a document of the old kind, which has no blocks`,
			'Open it, choose … → Convert to a new document, and copy the new address',
		);
	}
}
