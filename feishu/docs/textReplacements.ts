/** Words of a document that become others, wherever they stand. */
import { isObject, object, text, type JsonObject } from '../json';
import { joinedRuns } from './joinedRuns';
import { textRun } from './newBlock';
import { blockTree, elementsOf, type ReadBlock } from './readBlocks';

/** A request of `PATCH …/blocks/batch_update`, which takes up to 200, and one for each block. */
export interface BlockUpdate {
	block_id: string;
	update_text_elements: { elements: JsonObject[] };
}

export interface TextChanges {
	/** For one call after the other. */
	requests: BlockUpdate[][];
	/** How often something was found and is replaced. */
	count: number;
	/** Blocks in which something was found and that can't be written, because something in them is only read. */
	skipped: string[];
}

/** @see https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document-block/batch_update */
const UPDATES_LIMIT = 200;
/** In all blocks of one call. */
const CALL_LIMITS = { reminder: 30, mention_doc: 50, mention_user: 100 } as const;

/** What is found, and what stands in its place. */
export interface Replacement {
	find: string | RegExp;
	/** A text, in which `$1` means nothing, or a function of what was found; undefined leaves it as it is. */
	by: string | ((found: string, groups: readonly string[]) => string | undefined);
}

/**
 * Replaces texts everywhere, also where they go over words of several styles: what comes in their place is dressed as
 * the first of them. Mentions, equations and the like end a text. Comments on words that are replaced may be lost.
 * @param replacements one after the other; each sees what the ones before it have made
 * @param where which blocks, if not all
 */
export function textReplacements(
	blocks: readonly JsonObject[],
	replacements: readonly Replacement[],
	where: (block: ReadBlock) => boolean = () => true,
): TextChanges {
	const updates: BlockUpdate[] = [];
	const skipped: string[] = [];
	let count = 0;
	const visit = (block: ReadBlock): void => {
		const given = elementsOf(block);
		if (given.length > 0 && where(block)) {
			const changed = replaced(given, replacements);
			if (changed.count > 0 && given.some(isReadOnly)) skipped.push(block.id);
			else if (changed.count > 0) {
				count += changed.count;
				updates.push({ block_id: block.id, update_text_elements: { elements: changed.elements.map(writable) } });
			}
		}
		block.children.forEach(visit);
	};
	blockTree(blocks).forEach(visit);
	return { requests: calls(updates), count, skipped };
}

function replaced(
	given: readonly JsonObject[],
	replacements: readonly Replacement[],
): { elements: JsonObject[]; count: number } {
	let elements = [...given];
	let count = 0;
	for (const replacement of replacements) {
		const next: JsonObject[] = [];
		for (const part of stretches(elements)) {
			const own = Array.isArray(part) ? changed(part, replacement) : undefined;
			count += own?.count ?? 0;
			next.push(...(own ? own.runs : Array.isArray(part) ? part : [part]));
		}
		elements = next;
	}
	return { elements: count > 0 ? emptied(joinedRuns(elements)) : elements, count };
}

const emptied = (elements: JsonObject[]): JsonObject[] => (elements.length > 0 ? elements : [textRun('')]);

const READ_ONLY = ['file', 'inline_block', 'link_preview', 'undefined'];

const isReadOnly = (element: JsonObject): boolean => READ_ONLY.some((name) => name in element);

/** Runs beside one another as one list, and each other element by itself. */
function stretches(elements: readonly JsonObject[]): Array<JsonObject | JsonObject[]> {
	const found: Array<JsonObject | JsonObject[]> = [];
	for (const element of elements) {
		const last = found[found.length - 1];
		if (!isObject(element.text_run)) found.push(element);
		else if (Array.isArray(last)) last.push(element);
		else found.push([element]);
	}
	return found;
}

interface Match {
	from: number;
	to: number;
	by: string;
}

function changed(
	runs: readonly JsonObject[],
	replacement: Replacement,
): { runs: JsonObject[]; count: number } | undefined {
	const matches = matchesIn(runs.map(contentOf).join(''), replacement);
	if (matches.length === 0) return undefined;
	const made: JsonObject[] = [];
	let at = 0;
	for (const run of runs) {
		const content = contentOf(run);
		const style = object(object(run.text_run).text_element_style);
		let said = '';
		for (let offset = 0; offset < content.length; ) {
			const match = matches.find(({ to }) => to > at + offset);
			if (!match || match.from >= at + content.length) {
				said += content.slice(offset);
				break;
			}
			if (match.from >= at + offset) said += content.slice(offset, match.from - at) + match.by;
			offset = match.to - at;
		}
		at += content.length;
		if (said !== '') made.push(textRun(said, style));
	}
	return { runs: made, count: matches.length };
}

const contentOf = (run: JsonObject): string => text(object(run.text_run).content);

/** What is found beside one another, none of it twice; nothing that has no length. */
function matchesIn(said: string, { find, by }: Replacement): Match[] {
	const pattern = typeof find === 'string' ? literal(find) : global(find);
	const found: Match[] = [];
	for (const { index, 0: whole, ...groups } of pattern ? said.matchAll(pattern) : []) {
		if (whole === '') continue;
		const own = Object.keys(groups)
			.filter((key) => /^\d+$/.test(key))
			.map((key) => text((groups as Record<string, unknown>)[key]));
		const instead = typeof by === 'string' ? by : by(whole, own);
		if (instead !== undefined && instead !== whole) found.push({ from: index, to: index + whole.length, by: instead });
	}
	return found;
}

const literal = (find: string): RegExp | undefined =>
	find === '' ? undefined : new RegExp(find.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g');

const global = (find: RegExp): RegExp =>
	new RegExp(find.source, find.flags.includes('g') ? find.flags : `${find.flags}g`);

/** What is answered and can't be written is left out: names of documents, comments, what is only read. */
function writable(element: JsonObject): JsonObject {
	const [[name = '', value] = []] = Object.entries(element);
	const { title: _title, fallback_type: _fallback, ...own } = object(value);
	return { [name]: own };
}

function calls(updates: readonly BlockUpdate[]): BlockUpdate[][] {
	const found: BlockUpdate[][] = [];
	let used = { reminder: 0, mention_doc: 0, mention_user: 0 };
	for (const update of updates) {
		const own = countsOf(update.update_text_elements.elements);
		const last = found[found.length - 1];
		const sum = NAMES.every((name) => used[name] + own[name] <= CALL_LIMITS[name]);
		if (last && last.length < UPDATES_LIMIT && sum) {
			last.push(update);
			used = {
				reminder: used.reminder + own.reminder,
				mention_doc: used.mention_doc + own.mention_doc,
				mention_user: used.mention_user + own.mention_user,
			};
		} else {
			found.push([update]);
			used = own;
		}
	}
	return found;
}

const NAMES = ['reminder', 'mention_doc', 'mention_user'] as const;

function countsOf(elements: readonly JsonObject[]): Record<(typeof NAMES)[number], number> {
	const count = (name: string): number => elements.filter((element) => name in element).length;
	return { reminder: count('reminder'), mention_doc: count('mention_doc'), mention_user: count('mention_user') };
}
