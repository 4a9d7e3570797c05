import { newId } from '../platform/ids';

/** A block of a document: its place, and what it shows under the name of its type. */
export interface Block extends BlockContent {
	block_id: string;
	parent_id: string;
	children?: string[];
}

export interface BlockContent {
	block_type: number;
	[content: string]: unknown;
}

/** Types and the names under which their content stands. Source: https://open.feishu.cn/document/docs/docs/data-structure/block */
const CONTENT_NAMES = new Map<number, string>([
	[1, 'page'],
	[2, 'text'],
	...Array.from({ length: 9 }, (_, index): [number, string] => [index + 3, `heading${index + 1}`]),
	[12, 'bullet'],
	[13, 'ordered'],
	[14, 'code'],
	[15, 'quote'],
	[17, 'todo'],
	[19, 'callout'],
	[22, 'divider'],
	[27, 'image'],
	[34, 'quote_container'],
]);

export const contentName = (type: number): string | undefined => CONTENT_NAMES.get(type);

/** A document of the newer kind: blocks below a page, and the number of its version. */
export class BlockTree {
	/** Of the newest version; the first one is 1. */
	revision = 1;
	private readonly blocks = new Map<string, Block>();

	/** `rootId` is the id of the page, which is that of the document. */
	constructor(readonly rootId: string) {
		const page = { elements: [{ text_run: { content: '', text_element_style: {} } }], style: { align: 1 } };
		this.blocks.set(rootId, { block_id: rootId, parent_id: '', children: [], block_type: 1, page });
	}

	get(id: string): Block | undefined {
		return this.blocks.get(id);
	}

	childrenOf(id: string): Block[] {
		const ids = this.blocks.get(id)?.children ?? [];
		return ids.map((child) => this.blocks.get(child)).filter((block) => block !== undefined);
	}

	/** Every block as a reader meets it, the page first. */
	all(id = this.rootId): Block[] {
		const block = this.blocks.get(id);
		return block ? [block, ...this.childrenOf(id).flatMap((child) => this.all(child.block_id))] : [];
	}

	/** Puts new blocks below a block; `index` counts from 0, none puts them at the end. */
	insert(parentId: string, contents: readonly BlockContent[], index?: number): Block[] {
		const parent = this.blocks.get(parentId);
		if (!parent) return [];
		const made = contents.map((content): Block => ({ ...content, block_id: newId.block(), parent_id: parentId }));
		for (const block of made) this.blocks.set(block.block_id, block);
		parent.children ??= [];
		parent.children.splice(index ?? parent.children.length, 0, ...made.map(({ block_id: id }) => id));
		this.revision += 1;
		return made;
	}

	/** Changes what a block shows. */
	update(id: string, change: (content: Record<string, unknown>) => void): Block | undefined {
		const block = this.blocks.get(id);
		const name = block && contentName(block.block_type);
		if (!block || name === undefined) return undefined;
		const content = (block[name] ??= {}) as Record<string, unknown>;
		change(content);
		this.revision += 1;
		return block;
	}

	/** Takes away the children from `start` to before `end`, with all below them. */
	remove(parentId: string, start: number, end: number): void {
		const parent = this.blocks.get(parentId);
		const gone = parent?.children?.splice(start, end - start) ?? [];
		for (const id of gone.flatMap((child) => this.all(child).map((block) => block.block_id))) this.blocks.delete(id);
		this.revision += 1;
	}
}
