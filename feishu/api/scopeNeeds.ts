/** For whom a scope is granted: the app itself, or people through it. The developer console calls them so. */
export type Holder = 'tenant' | 'user';

/** Scopes of which one suffices, first the one that asks for least. */
export interface ScopeNeed {
	oneOf: readonly string[];
	/** Who needs it; whoever acts where it is not said. */
	of?: Holder;
	/** Set for what only some choices in the panel need. */
	sometimes?: true;
}

/** What an operation of a node takes. */
export interface OperationNeeds {
	/** The node's type, as workflows have it: `feishuChat`. */
	node: string;
	resource: string;
	operation: string;
	/** As the editor shows it: `Feishu Chat: Member → Add`. */
	title: string;
	needs: readonly ScopeNeed[];
}
