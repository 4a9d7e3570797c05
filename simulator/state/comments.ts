/** A part of what somebody says: people by the ids of the store. */
export interface CommentElement {
	type: 'text_run' | 'docs_link' | 'person';
	text_run?: { text: string };
	docs_link?: { url: string };
	person?: { user_id: string };
}

export interface CommentReply {
	reply_id: string;
	/** open_id in the store of a person, or of an app's bot. */
	user_id: string;
	/** Seconds. */
	create_time: number;
	update_time: number;
	elements: CommentElement[];
	/** Who has reacted, by the kind of reaction. */
	reactions: Map<string, string[]>;
}

export interface Comment {
	comment_id: string;
	/** On the whole of the document, or at a place in it. */
	is_whole: boolean;
	/** The text at that place. */
	quote: string;
	/** Seconds, and who did it; nothing while it is open. */
	solved?: { time: number; by: string };
	/** The first one is what the comment says. */
	replies: CommentReply[];
}

/** What people say about files, by the token of the file. */
export class Comments {
	private readonly byFile = new Map<string, Comment[]>();

	of(token: string): Comment[] {
		const comments = this.byFile.get(token) ?? [];
		this.byFile.set(token, comments);
		return comments;
	}
}
