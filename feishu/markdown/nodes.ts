import type { Alignment } from '../im/card/types';

export interface Span {
	/** Line numbers of the text, the last one excluded. */
	from: number;
	to: number;
}

/** What a heading, a paragraph or a cell says. */
export type Words = readonly Inline[];

export type MarkdownNode = Span &
	(
		| { type: 'heading'; level: number; words: Words }
		| { type: 'paragraph'; words: Words }
		| {
				type: 'code';
				language: string;
				text: string;
				/** As it opens, absent for indented code. */
				fence?: string;
				/** In a tag of HTML. */
				tagged?: boolean;
		  }
		| { type: 'rule' }
		| ({ type: 'table' } & TableCells)
		| { type: 'list'; ordered: boolean; items: ListItem[] }
		| { type: 'quote'; children: MarkdownNode[]; /** In documents also what a tag surrounds. */ tag?: BlockTag }
		/** Of a link by reference, a source that is not cited, or a comment. */
		| { type: 'definition' }
		/** Of HTML: nobody is shown it. */
		| { type: 'comment' }
		| { type: 'footnote'; label: string; children: MarkdownNode[] }
	);

/** A tag of the Markdown of documents around blocks. */
export interface BlockTag {
	name: string;
	attributes: ReadonlyMap<string, string>;
}

export type NodeOf<Type extends MarkdownNode['type']> = Extract<MarkdownNode, { type: Type }>;

export interface TableCells {
	header: Words[];
	alignments: ReadonlyArray<Alignment | undefined>;
	/** As many cells as the header has. */
	rows: Words[][];
}

export interface ListItem extends Span {
	/** As written: `-`, `3.` */
	marker: string;
	/** What counts in an ordered list: the first one's number, and one more for each item after it. */
	number?: number;
	/** Columns before the marker and before the content. */
	indent: number;
	content: number;
	/** Of a task list. */
	done?: boolean;
	children: MarkdownNode[];
}

export type Style = 'bold' | 'italic' | 'strike' | 'underline';

/** Where something stands: offsets in the text. */
export interface Stretch {
	from: number;
	to: number;
}

/** How a link or an image is written; the last two are an address by itself, with and without brackets or a tag around. */
export type LinkForm = 'inline' | 'reference' | 'address' | 'bare';

/** What stands within a line or paragraph. */
export type Inline = Stretch &
	(
		| { type: 'text'; text: string; /** An escape or a character reference as it was written. */ written?: string }
		/** The end of a line; hard where the author asks for it in so many signs. */
		| { type: 'break'; hard: boolean }
		| { type: 'code'; text: string }
		| { type: 'style'; style: Style; mark: string; children: Inline[] }
		| {
				type: 'link';
				url: string;
				children: Inline[];
				form: LinkForm;
				/** The offset behind the label. */ label: number;
		  }
		| { type: 'image'; url: string; alt: string; form: LinkForm; label: number }
		/** Of people by their IDs, or of one by e-mail; the children are the name that stands within. */
		| { type: 'mention'; ids: string[]; email: string; children: Inline[] }
		| { type: 'footnote'; label: string }
		| Tag
		| { type: 'comment' }
	);

/** A tag of HTML, or one of the platform's own, with what stands between it and its end. */
export interface Tag {
	type: 'tag';
	name: string;
	attributes: ReadonlyMap<string, string>;
	/** As it was written, without its end. */
	raw: string;
	/** Absent where nothing closes it in the same paragraph. */
	children?: Inline[];
	/** Nothing closes or opens it here: it goes on in another paragraph, or is words. */
	loose?: 'elsewhere' | 'words';
	/** What documents say with it, messages can't; only there it is set. */
	documents?: true;
}

export type InlineOf<Type extends Inline['type']> = Extract<Inline, { type: Type }>;
