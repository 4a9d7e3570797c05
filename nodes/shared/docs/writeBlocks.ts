import { blockRequests, type AfterBlock, type BlockRequest } from '../../../feishu/docs/blockRequests';
import type { NewBlock } from '../../../feishu/docs/newBlock';
import { isInputError } from '../../../feishu/input';
import type { ErrorContext } from '../client/errors';
import { ADD_BLOCKS, addBlocks, DELETE_CHILDREN, deleteChildren, GET_CHILDREN, type Target } from './blockCalls';
import { FILL_CALLS, fillBlock } from './fillBlock';
import { fillRows } from './fillRows';
import { assertFiles, type Sources } from './mediaSources';

/** What `writeBlocks` may call. */
export const WRITING = [ADD_BLOCKS, DELETE_CHILDREN, GET_CHILDREN, ...FILL_CALLS];

/** Where blocks go: below a block, at an index counted from 0; -1 is the end. */
export interface Place {
	parent: string;
	index: number;
}

export interface Written {
	/** Blocks that stand in the document now, those inside of others too. */
	blocks: number;
	/** What could not be filled, in words: pictures and files that were not to be had. */
	missing: string[];
}

/**
 * Writes blocks into a document, in as few requests as the platform takes them in, one after the other. A request whose
 * answer was lost is sent again and counts once. Where a later one fails, what was written stays, and the error says so:
 * whoever goes on from there loses nothing.
 * @throws InputError when the item lacks a file that is named, before anything is written; CallError
 */
export async function writeBlocks(
	target: Target,
	sources: Sources,
	errorContext: ErrorContext,
	blocks: readonly NewBlock[],
	place: Place,
): Promise<Written> {
	await assertFiles(sources, blocks);
	const writer = new Writer(target, sources);
	await writer.write(blockRequests(blocks), place).catch((error: unknown) => {
		if (writer.blocks > 0 && !isInputError(error)) {
			const said = `${writer.blocks} blocks stand in the document ${target.document_id} already; the rest is missing.`;
			errorContext.notes = [...(errorContext.notes ?? []), said];
		}
		throw error;
	});
	return { blocks: writer.blocks, missing: writer.missing };
}

class Writer {
	blocks = 0;
	readonly missing: string[] = [];
	/** The IDs that blocks have got, by their temporary ones. */
	private ids = new Map<string, string>();

	constructor(
		private readonly target: Target,
		private readonly sources: Sources,
	) {}

	async write(requests: readonly BlockRequest[], { parent, index }: Place): Promise<void> {
		let at = index;
		const held: string[] = [];
		const outer = this.ids;
		this.ids = new Map();
		for (const request of requests) {
			const isOwn = request.parent === undefined;
			const below = isOwn ? parent : this.idOf(request.parent);
			const made = await addBlocks(this.target, below, isOwn ? at : -1, request.body);
			this.blocks += request.body.descendants.length;
			for (const [temporary, id] of made) this.ids.set(temporary, id);
			if (isOwn && at >= 0) at += request.body.children_id.length;
			for (const work of request.after) await this.finish(work, held);
		}
		for (const block of held) await deleteChildren(this.target, block, 0, 1);
		this.ids = outer;
	}

	private async finish(work: AfterBlock, held: string[]): Promise<void> {
		const id = this.idOf(work.block);
		if (work.of === 'placeholder') {
			held.push(id);
			return;
		}
		if (work.of === 'rows') {
			const cells = await fillRows(this.target, id, work.rows);
			for (const { cell, requests, dropsFirst } of cells) {
				await this.write(requests, { parent: cell, index: -1 });
				if (dropsFirst) await deleteChildren(this.target, cell, 0, 1);
			}
			return;
		}
		const missing = await fillBlock(this.target, this.sources, id, work);
		if (missing !== undefined) this.missing.push(missing);
	}

	private idOf(temporary: string | undefined): string {
		const id = this.ids.get(temporary ?? '');
		if (id === undefined) throw new Error(`The platform did not say which block ${temporary} became`);
		return id;
	}
}
