/** Something on a board, in the words of the platform. */
export interface BoardNode {
	id: string;
	type: string;
	[name: string]: unknown;
}

export interface Board {
	/** The document that it is drawn in. */
	document_id: string;
	nodes: BoardNode[];
	/** Nodes that there ever were. */
	made: number;
}

/** Boards of documents, by their ids. */
export class Boards {
	readonly all = new Map<string, Board>();
}
