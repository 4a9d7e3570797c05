/** What the pages about documents leave open. The first one named is given unless a test asks for another. */
export interface DocSettings {
	/** For how many milliseconds a document is being made, in which another one in the same folder is refused. */
	docCreateMs: number;
	/** Equations and tasks as blocks of their own: the overview does not let them be made, the request has a place for them. */
	docOddBlocks: 'refused' | 'made';
	/** What a callout has in it that was made without children: an empty text, or nothing. */
	docCalloutChild: 'empty' | 'none';
	/** A file made with others below it: whether its temporary id stands for the view around it or for the file. */
	docFileRelation: 'view' | 'file';
	/** A table or grid made with others below it, but without its cells or columns: no page says what becomes of it. */
	docBareTables: 'refused' | 'filled';
	/** An empty text as it is read: with an empty run, or without elements, as a sample has it. */
	docEmptyText: 'run' | 'absent';
	/** Formulas in Markdown that the platform converts: their signs as text, or elements. */
	docConvertEquations: 'text' | 'element';
	/** The one child of a converted cell: in a list, or without one, as somebody has met it. */
	docConvertCells: 'lists' | 'bare';
	/** Taking away the first reply of a comment: all of it goes, or that one alone. */
	docFirstReply: 'comment' | 'reply';
	/** Blocks that a document holds: 20,000 are known of imports, 40,000 of others. */
	docBlocks: number;
	/** Levels of blocks; `null` is no limit, for no page has a number. */
	docDepth: number | null;
}

export const DOC_SETTINGS: DocSettings = {
	docCreateMs: 5,
	docOddBlocks: 'refused',
	docCalloutChild: 'empty',
	docFileRelation: 'view',
	docBareTables: 'refused',
	docEmptyText: 'run',
	docConvertEquations: 'text',
	docConvertCells: 'lists',
	docFirstReply: 'comment',
	docBlocks: 40_000,
	docDepth: null,
};
