import type { Member } from './bases';

/** Documents of which nothing is kept but that they are there. */
export const PLAIN_TYPES = ['doc', 'mindnote', 'slides'] as const;
export type PlainType = (typeof PLAIN_TYPES)[number];

/** Whatever lies in Drive or in a wiki. */
export const ITEM_TYPES = ['bitable', 'docx', 'sheet', 'file', 'folder', 'shortcut', ...PLAIN_TYPES] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** What Drive knows of a document of such a type. */
export interface PlainDocument {
	token: string;
	title: string;
	/** open_id in the store of a person, or of an app's bot. */
	owner: string;
	/** Empty in the owner's own space. */
	folder_token: string;
	in_wiki: boolean;
	members: Member[];
}

/** A place in a folder that leads to something elsewhere. */
export interface Shortcut {
	token: string;
	name: string;
	owner: string;
	parent: string;
	target_type: string;
	target_token: string;
}

/** Milliseconds. */
export interface Times {
	created: number;
	modified: number;
}

/** What goes on after the answer: a task, an import, an export. */
export interface Job {
	id: string;
	kind: string;
	/** Who began it: nobody else learns how it goes. */
	by: string;
	/** How often it says that it is running. */
	polls: number;
	/** What is done in the end, and tells of it. */
	finish: () => object;
	/** It is done then, also when nobody has asked. */
	until: number;
	done?: object;
}

/** A document as it once was, under a name. */
export interface NamedVersion {
	version: string;
	name: string;
	obj_type: string;
	/** open_id in the store. */
	by: string;
	at: number;
}

/** A file that an export has made, which is there for a while. */
export interface Exported {
	name: string;
	content_type: string;
	bytes: Buffer;
	by: string;
	until: number;
}

/** Drive beside bases, spreadsheets, files and folders. */
export class Drive {
	readonly documents: Readonly<Record<PlainType, Map<string, PlainDocument>>> = {
		doc: new Map(),
		mindnote: new Map(),
		slides: new Map(),
	};
	readonly shortcuts = new Map<string, Shortcut>();
	/** By token; what is not there was neither made nor changed by hand. */
	readonly times = new Map<string, Times>();
	/** Tokens of whatever was deleted. */
	readonly deleted = new Set<string>();
	readonly jobs = new Map<string, Job>();
	/** By token of the document. */
	readonly versions = new Map<string, NamedVersion[]>();
	/** Of which document an export is, by its ticket. */
	readonly tickets = new Map<string, string>();
	/** By the token that the export has told. */
	readonly exported = new Map<string, Exported>();
	/** Of addresses that anybody may open, by token of the document. */
	readonly passwords = new Map<string, string>();
	/** Who has opened a document and when, by its token. */
	readonly views = new Map<string, Map<string, number>>();
	/** What everybody's own space is, by whose it is: open_id in the store. */
	readonly roots = new Map<string, { token: string; id: string; user_id: string }>();
	/** Apps that are just changing something. */
	readonly writing = new Set<string>();

	/** Whose own space has this token. */
	rootOf(token: string): string | undefined {
		for (const [owner, root] of this.roots) if (root.token === token) return owner;
		return undefined;
	}
}
