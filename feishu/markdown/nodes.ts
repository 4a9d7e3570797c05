import type { TableRows } from './tables';

export interface Span {
	/** Line numbers of the text, the last one excluded. */
	from: number;
	to: number;
}

export type MarkdownNode = Span &
	(
		| { type: 'heading'; level: number; text: string }
		| { type: 'paragraph'; text: string }
		| { type: 'code'; language: string; text: string; /** As it opens, absent for indented code. */ fence?: string }
		| { type: 'rule' }
		| ({ type: 'table'; /** Its lines, without the marks of lists and quotes. */ lines: string[] } & TableRows)
		| { type: 'list'; ordered: boolean; items: ListItem[] }
		| { type: 'quote'; children: MarkdownNode[] }
		/** Of a link by reference, a source that is not cited, or a comment. */
		| { type: 'definition'; label: string; url: string }
		/** Of HTML: nobody is shown it. */
		| { type: 'comment' }
		| { type: 'footnote'; label: string; text: string }
	);

export type NodeOf<Type extends MarkdownNode['type']> = Extract<MarkdownNode, { type: Type }>;

export interface ListItem extends Span {
	/** As written: `-`, `3.` */
	marker: string;
	/** Columns before the marker and before the content. */
	indent: number;
	content: number;
	/** Of a task list. */
	done?: boolean;
	children: MarkdownNode[];
}
