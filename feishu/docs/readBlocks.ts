import { object, text, type JsonObject } from '../json';
import { blockKind, hasWords, type BlockKind } from './blockTypes';

/** A block as the platform answers it, with those in it. */
export interface ReadBlock {
	kind: BlockKind;
	id: string;
	/** The number of its type, for what is newer than the list of kinds. */
	type: number;
	/** What stands under its key. */
	body: JsonObject;
	children: ReadBlock[];
}

/**
 * The tree of a flat list, whatever the order of the list is: the blocks whose parents are not in it, with their children
 * in the order that each says.
 * @see https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document/list
 */
export function blockTree(blocks: readonly JsonObject[]): ReadBlock[] {
	const known = new Map(blocks.map((block) => [text(block.block_id), block]));
	const held = new Set(blocks.flatMap((block) => childrenOf(block).filter((id) => known.has(id))));
	const seen = new Set<string>();
	const read = (block: JsonObject): ReadBlock[] => {
		const id = text(block.block_id);
		// What says that it holds itself is read once.
		if (seen.has(id)) return [];
		seen.add(id);
		const children = childrenOf(block).flatMap((child) => {
			const own = known.get(child);
			return own ? read(own) : [];
		});
		const kind = blockKind(block.block_type);
		return [{ kind, id, type: Number(block.block_type), body: bodyOf(block, kind), children }];
	};
	return blocks.filter((block) => !held.has(text(block.block_id))).flatMap(read);
}

/** The children's IDs; what `convert` answers has a text in place of a list where there is one. */
function childrenOf({ children }: JsonObject): string[] {
	if (typeof children === 'string') return [children];
	return Array.isArray(children) ? children.filter((id) => typeof id === 'string') : [];
}

/** Under the key of its kind, or of whatever kind it is. */
function bodyOf(block: JsonObject, kind: BlockKind): JsonObject {
	if (kind !== 'undefined') return object(block[kind]);
	const {
		block_id: _id,
		parent_id: _parent,
		children: _children,
		block_type: _type,
		comment_ids: _ids,
		...rest
	} = block;
	return object(Object.values(rest).find((value) => Object.keys(object(value)).length > 0));
}

/** The elements of a block of words; none of other blocks. */
export function elementsOf({ kind, body }: Pick<ReadBlock, 'kind' | 'body'>): JsonObject[] {
	return hasWords(kind) && Array.isArray(body.elements) ? body.elements.map(object) : [];
}

/** What elements say without any style. Equations say their source, people and documents what is known of them. */
export function elementsText(elements: readonly JsonObject[], names: ReadonlyMap<string, string> = new Map()): string {
	return elements.map((element) => elementText(element, names)).join('');
}

function elementText(element: JsonObject, names: ReadonlyMap<string, string>): string {
	const { text_run: run, equation, mention_user: user, mention_doc: document, reminder, link_preview: link } = element;
	const person = text(object(user).user_id);
	return (
		text(object(run).content) ||
		text(object(equation).content).trim() ||
		(person && `@${names.get(person) ?? person}`) ||
		text(object(document).title) ||
		decodedUrl(object(document).url) ||
		timeText(object(reminder)) ||
		text(object(link).title) ||
		decodedUrl(object(link).url)
	);
}

/** The time of a reminder, or its day. */
export function timeText({ expire_time, is_whole_day }: JsonObject): string {
	const time = new Date(Number(expire_time));
	if (!expire_time || Number.isNaN(time.getTime())) return '';
	return is_whole_day === true ? time.toISOString().slice(0, 10) : time.toISOString().replace('.000', '');
}

/** An address as people know it: the platform keeps it percent-encoded. */
export function decodedUrl(url: unknown): string {
	const written = text(url);
	if (!/%[\da-f]{2}/i.test(written) || /^https?:\/\//i.test(written)) return written;
	try {
		return decodeURIComponent(written);
	} catch {
		return written;
	}
}
