import type { Member } from './bases';
import type { ItemType } from './drive';

export interface SpaceMember extends Member {
	role: 'admin' | 'member';
}

export interface Space {
	/** Decimal digits. */
	space_id: string;
	name: string;
	description: string;
	space_type: 'team' | 'person' | 'my_library';
	visibility: 'private' | 'public';
	open_sharing: 'open' | 'closed';
	setting: { create_setting: string; security_setting: string; comment_setting: string };
	members: SpaceMember[];
	/** A change is under way. */
	writing: boolean;
}

/** A page's place in a space; what it holds is a document with a token of its own. */
export interface WikiNode {
	node_token: string;
	space_id: string;
	/** Empty at the top. */
	parent: string;
	node_type: 'origin' | 'shortcut';
	/** Of shortcuts: the page that they lead to. */
	origin_node_token: string;
	obj_type: ItemType;
	obj_token: string;
	/** Of shortcuts; other pages have the name of their document. */
	title: string;
	/** open_id in the store. */
	creator: string;
	/** Milliseconds. */
	created: number;
}

/** Spaces of wikis and the pages in them. */
export class Wiki {
	readonly spaces = new Map<string, Space>();
	/** By node_token, in the order in which they lie side by side. */
	readonly nodes = new Map<string, WikiNode>();

	/** The page that holds a document. */
	pageOf(token: string): WikiNode | undefined {
		for (const node of this.nodes.values()) if (node.obj_token === token && node.node_type === 'origin') return node;
		return undefined;
	}

	/** Those right below a page, or at the top of a space. */
	childrenOf({ space_id: space }: { space_id: string }, parent: string): WikiNode[] {
		return [...this.nodes.values()].filter((node) => node.space_id === space && node.parent === parent);
	}

	/** A page with all below it. */
	treeOf(node: WikiNode): WikiNode[] {
		return [node, ...this.childrenOf(node, node.node_token).flatMap((child) => this.treeOf(child))];
	}

	/** The pages around a page, the nearest first. */
	around({ parent }: WikiNode): WikiNode[] {
		const found = this.nodes.get(parent);
		return found ? [found, ...this.around(found)] : [];
	}
}
