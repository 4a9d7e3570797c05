import { PlatformError } from '../platform/envelope';
import { newId } from '../platform/ids';
import { contentName } from '../state/blockTypes';
import type { DocSettings } from '../state/docSettings';
import type { Block } from '../state/blockTree';
import { contentOf, placeIn, requireFits } from './children';
import type { Making } from './content';
import { inside, inView } from './filled';
import { type Given, isRecord, recordOf } from './given';
import { FILLED, fits, fitsAnywhereIn, isType, takesChildren } from './kinds';
import { requireFew, requireRoom } from './limits';
import { problem } from './problem';
import type { TableContent } from './tableShape';

const MOST = 1000;

export interface Made {
	/** Those of the first level. */
	children: Block[];
	relations: { temporary_block_id: string; block_id: string }[];
}

/** A block as it was given, by its own temporary id. */
interface Draft {
	given: Given;
	children: readonly string[];
}

const textsOf = (value: unknown): string[] => {
	if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) throw problem(1770006);
	return value;
};

function draftsOf(given: unknown): Map<string, Draft> {
	if (!Array.isArray(given) || given.length === 0 || given.length > MOST) throw problem(1770001);
	const drafts = new Map<string, Draft>();
	for (const entry of given) {
		const block = recordOf(entry);
		const { block_id: id, children } = block;
		if (typeof id !== 'string' || id === '') throw problem(1770006);
		if (drafts.has(id)) throw problem(1770019);
		drafts.set(id, { given: block, children: children === undefined || children === null ? [] : textsOf(children) });
	}
	return drafts;
}

/** Every block is below another one or on the first level, and in one place only. */
function requireTree(drafts: ReadonlyMap<string, Draft>, first: readonly string[]): void {
	const named = [...first, ...[...drafts.values()].flatMap(({ children }) => children)];
	if (named.some((id) => !drafts.has(id)) || new Set(named).size !== named.length) throw problem(1770006);
	const reached = new Set<string>();
	const walk = (id: string): void => {
		reached.add(id);
		drafts.get(id)?.children.forEach(walk);
	};
	first.forEach(walk);
	if (reached.size !== drafts.size) throw problem(1770006);
}

/** What can only be read must not come along. */
function requireWritable({ parent_id, revision_id }: Given): void {
	if (parent_id || revision_id) throw problem(1770041);
}

/** A payload that is refused is another form of the whole here. */
function contentIn(given: Given, making: Making) {
	requireWritable(given);
	try {
		return contentOf(given, making);
	} catch (error) {
		if (error instanceof PlatformError && error.code === 1770001) throw problem(1770041);
		throw error;
	}
}

/** A table or grid that comes without its cells or columns. */
const isBare = ({ block_type: type }: Block, count: number) =>
	count === 0 && (isType(type, 'table') || isType(type, 'grid'));

function requireFilled(block: Block, count: number, { docBareTables }: DocSettings): void {
	const { block_type: type, ...content } = block;
	if (FILLED.has(type) && count === 0) throw problem(1770041);
	if (isBare(block, count) && docBareTables === 'filled') return;
	if (isType(type, 'table')) {
		const { rows, columns } = content.table as TableContent;
		if (rows * columns !== count) throw problem(1770041);
	}
	if (isType(type, 'grid') && (content.grid as { column_size: number }).column_size !== count) throw problem(1770041);
}

/** Makes blocks within each other. */
export function makeDescendants(making: Making, parent: Block, body: Given): Made {
	const first = textsOf(body.children_id);
	if (first.length === 0 || first.length > MOST) throw problem(1770001);
	const place = placeIn(parent, body.index as number);
	const drafts = draftsOf(body.descendants);
	requireTree(drafts, first);
	const { document, store } = making;
	const { tree } = document;
	const blocks: Block[] = [];
	const ids = new Map<string, string>();

	function build(temporary: string, parent_id: string, above: readonly number[]): string {
		const draft = drafts.get(temporary);
		if (!draft) throw problem(1770006);
		const content = contentIn(draft.given, making);
		const { block_type: type } = content;
		const block: Block = { ...content, block_id: newId.block(), parent_id };
		const around = above[0];
		if (around === undefined) requireFits(making, parent, type);
		else if (!takesChildren(around) && !fits(around, type)) throw problem(1770028);
		else if (!fits(around, type) || above.some((one) => !fitsAnywhereIn(one, type))) throw problem(1770030);
		requireFilled(block, draft.children.length, store.settings);
		blocks.push(block);
		const own = isBare(block, draft.children.length) ? inside(block, store.settings) : [];
		blocks.push(...own.flat());
		const below = [
			...own.map(([{ block_id: id }]) => id),
			...draft.children.map((child) => build(child, block.block_id, [type, ...above])),
		];
		if (below.length > 0) block.children = below;
		ids.set(temporary, block.block_id);
		if (!isType(type, 'file')) return block.block_id;
		const payload = draft.given[contentName(type) ?? ''];
		const [view, file] = inView(block, isRecord(payload) ? payload.view_type : undefined);
		blocks.splice(blocks.indexOf(block), 1, view, ...(file ? [file] : []));
		if (store.settings.docFileRelation === 'view') ids.set(temporary, view.block_id);
		return view.block_id;
	}

	const placed = first.map((id) => build(id, parent.block_id, []));
	requireFew(blocks);
	tree.edit(() => {
		tree.graft(parent.block_id, blocks, placed, place);
		requireRoom(tree, store.settings);
	});
	const relations = [...ids].map(([temporary_block_id, block_id]) => ({ temporary_block_id, block_id }));
	return {
		children: blocks.filter(({ block_id: id }) => placed.includes(id)),
		// In no order: which is which, only the temporary ids tell.
		relations: relations.sort((one, other) => (one.block_id < other.block_id ? -1 : 1)),
	};
}
