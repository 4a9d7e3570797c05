import type { Member } from './bases';
import { BlockTree } from './blockTree';

interface Page {
	elements?: { text_run?: { content?: string } }[];
}

export interface DocumentPlace {
	document_id: string;
	/** open_id in the store of a person, or of an app's bot. */
	owner: string;
	folder_token: string;
	/** It lies in a wiki, and in no folder. */
	in_wiki: boolean;
}

/** A document of the newer kind. */
export class Document implements DocumentPlace {
	/** Also the id of its page. */
	readonly document_id: string;
	owner: string;
	folder_token: string;
	in_wiki: boolean;
	members: Member[] = [];
	readonly tree: BlockTree;
	/** What calls with a `client_token` answered, by the token. */
	readonly once = new Map<string, object>();

	constructor(place: DocumentPlace, title: string) {
		this.document_id = place.document_id;
		this.owner = place.owner;
		this.folder_token = place.folder_token;
		this.in_wiki = place.in_wiki;
		this.tree = new BlockTree(place.document_id, title);
	}

	/** The text of its page. */
	get title(): string {
		const { elements = [] } = (this.tree.get(this.document_id)?.page ?? {}) as Page;
		return elements.map(({ text_run: run }) => run?.content ?? '').join('');
	}

	set title(title: string) {
		this.tree.update(this.document_id, (page) => {
			page.elements = [{ text_run: { content: title, text_element_style: {} } }];
		});
	}
}

/** Documents, by their ids. */
export class Docs {
	readonly all = new Map<string, Document>();
	/** Ids of those that were deleted. */
	readonly deleted = new Set<string>();
	/** Folders in which a document is just being made. */
	readonly creating = new Set<string>();
}
