import { newId } from '../platform/ids';
import { contentName } from './blockTypes';

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

/** Blocks as they were before a change; undefined for those that were not there. */
type Before = Map<string, Block | undefined>;

/** How many versions back a document can be read and edited. */
const VERSIONS = 1000;

/** A document of the newer kind: blocks below a page, and the number of its version. */
export class BlockTree {
	/** Of the newest version; the first one is 1. */
	revision = 1;
	private readonly blocks = new Map<string, Block>();
	/** What each change replaced, the newest one last. */
	private readonly past: Before[] = [];
	private changing?: Before;

	/** `rootId` is the id of the page, which is that of the document. */
	constructor(
		readonly rootId: string,
		title = '',
	) {
		const page = { elements: [{ text_run: { content: title, text_element_style: {} } }], style: { align: 1 } };
		this.blocks.set(rootId, { block_id: rootId, parent_id: '', children: [], block_type: 1, page });
	}

	get size(): number {
		return this.blocks.size;
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

	/** The blocks above one, the nearest first, without the page. */
	above(id: string): Block[] {
		const parent = this.blocks.get(this.blocks.get(id)?.parent_id ?? '');
		return parent && parent.block_id !== this.rootId ? [parent, ...this.above(parent.block_id)] : [];
	}

	/** One version: all of the changes that `work` makes, or none when it throws. Within another one it is a part of that. */
	edit<T>(work: () => T): T {
		if (this.changing) return work();
		const before: Before = new Map<string, Block | undefined>();
		this.changing = before;
		try {
			const done = work();
			this.past.push(before);
			if (this.past.length > VERSIONS) this.past.shift();
			this.revision += 1;
			return done;
		} catch (error) {
			for (const [id, block] of before) this.restore(id, block);
			throw error;
		} finally {
			this.changing = undefined;
		}
	}

	/** The blocks as they were in an earlier version; of one that is too old, the oldest that is known. */
	at(revision: number): BlockTree {
		const tree = new BlockTree(this.rootId);
		for (const [id, block] of this.blocks) tree.blocks.set(id, block);
		for (const before of this.past.slice(Math.max(0, this.past.length - (this.revision - revision))).reverse())
			for (const [id, block] of before) tree.restore(id, block);
		tree.revision = revision;
		return tree;
	}

	/** A block to be changed, within `edit`: what it was is kept. */
	write(id: string): Block {
		const block = this.blocks.get(id);
		if (!block) throw new Error(`there is no block ${id}`);
		if (this.changing?.has(id)) return block;
		this.changing?.set(id, block);
		const fresh = structuredClone(block);
		this.blocks.set(id, fresh);
		return fresh;
	}

	/** Puts blocks that know each other below a block; `ids` are those of the first level, `index` counts from 0, none is the end. */
	graft(parentId: string, blocks: readonly Block[], ids: readonly string[], index?: number): void {
		this.edit(() => {
			for (const block of blocks) {
				if (!this.changing?.has(block.block_id)) this.changing?.set(block.block_id, undefined);
				this.blocks.set(block.block_id, block);
			}
			const parent = this.write(parentId);
			parent.children ??= [];
			parent.children.splice(index ?? parent.children.length, 0, ...ids);
		});
	}

	/** Puts new blocks below a block; `index` counts from 0, none puts them at the end. */
	insert(parentId: string, contents: readonly BlockContent[], index?: number): Block[] {
		if (!this.blocks.has(parentId)) return [];
		const made = contents.map((content): Block => ({ ...content, block_id: newId.block(), parent_id: parentId }));
		this.graft(
			parentId,
			made,
			made.map(({ block_id: id }) => id),
			index,
		);
		return made;
	}

	/** Changes what a block shows. */
	update(id: string, change: (content: Record<string, unknown>) => void): Block | undefined {
		const known = this.blocks.get(id);
		const name = known && contentName(known.block_type);
		if (name === undefined) return undefined;
		return this.edit(() => {
			const block = this.write(id);
			change((block[name] ??= {}) as Record<string, unknown>);
			return block;
		});
	}

	/** Takes away the children from `start` to before `end`, with all below them. */
	remove(parentId: string, start: number, end: number): void {
		this.edit(() => {
			const gone = this.write(parentId).children?.splice(start, end - start) ?? [];
			for (const id of gone.flatMap((child) => this.all(child).map((block) => block.block_id))) {
				if (!this.changing?.has(id)) this.changing?.set(id, this.blocks.get(id));
				this.blocks.delete(id);
			}
		});
	}

	private restore(id: string, block: Block | undefined): void {
		if (block) this.blocks.set(id, block);
		else this.blocks.delete(id);
	}
}
