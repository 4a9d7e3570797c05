import type { BlockRequest } from '../../../feishu/docs/blockRequests';
import { object, text, type JsonObject } from '../../../feishu/json';

/** Types that hold nothing, one at least, and what each may hold where that is not anything. */
const HOLDING: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17, 19, 24, 25, 31, 32, 34, 35]);
const FILLED: ReadonlySet<number> = new Set([19, 25, 32]);
const IN_CALLOUT: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 17, 34, 35]);
const REFUSED: Readonly<Record<number, ReadonlySet<number>>> = {
	24: new Set([24, 18, 36]),
	25: new Set([24, 18, 36]),
	32: new Set([31, 30, 18, 36]),
};

const LIMITS: ReadonlyArray<readonly [type: number, most: number]> = [
	[27, 20],
	[30, 5],
	[18, 5],
	[20, 200],
	[23, 200],
];

/** What the pages of `descendant` refuse in a list of requests, in words; empty where nothing is. */
export function refusals(requests: readonly BlockRequest[]): string[] {
	const found: string[] = [];
	const known = new Map<string, JsonObject>();
	for (const { parent, body } of requests) {
		const { children_id: first, descendants } = body;
		const say = (what: boolean, words: string): void => void (what && found.push(words));
		say(descendants.length === 0 || descendants.length > 1000, `${descendants.length} blocks`);
		say(first.length === 0 || first.length > 1000, `${first.length} blocks of the first level`);
		say(parent !== undefined && !known.has(parent), `${String(parent)} is not there yet`);
		for (const [type, most] of LIMITS)
			say(
				descendants.filter(({ block_type }) => block_type === type).length > most,
				`more than ${most} of type ${type}`,
			);
		const elements = descendants.flatMap(elementsOf);
		for (const name of ['mention_user', 'mention_doc'])
			say(elements.filter((element) => name in element).length > 200, `more than 200 of ${name}`);
		const held = new Map<string, number>();
		for (const block of descendants) {
			const id = text(block.block_id);
			say(known.has(id), `${id} twice`);
			known.set(id, block);
			for (const child of childrenOf(block)) held.set(child, (held.get(child) ?? 0) + 1);
		}
		for (const id of first) held.set(id, (held.get(id) ?? 0) + 1);
		say(
			held.size !== descendants.length || [...held.values()].some((times) => times !== 1),
			'a block is in none or in several others',
		);
		for (const block of descendants) found.push(...refusedOf(block, known));
		const into = parent === undefined ? undefined : known.get(parent);
		if (into) for (const id of first) found.push(...refusedIn(into, known.get(id)));
	}
	return found;
}

const childrenOf = ({ children }: JsonObject): string[] => (Array.isArray(children) ? (children as string[]) : []);

function elementsOf(block: JsonObject): JsonObject[] {
	return Object.values(block).flatMap((value) => {
		const { elements } = object(value);
		return Array.isArray(elements) ? (elements as JsonObject[]) : [];
	});
}

function refusedOf(block: JsonObject, known: ReadonlyMap<string, JsonObject>): string[] {
	const type = Number(block.block_type);
	const children = childrenOf(block);
	const found = children.flatMap((id) => refusedIn(block, known.get(id)));
	if (FILLED.has(type) && children.length === 0) found.push(`an empty block of type ${type}`);
	const { property } = object(block.table);
	if (type === 31) {
		const { row_size, column_size, column_width } = object(property);
		const [rows, columns] = [Number(row_size), Number(column_size)];
		if (children.length !== rows * columns) found.push('a table of other cells than it says');
		if (columns > 100 || rows * columns > 2000) found.push(`a table of ${rows} × ${columns}`);
		if (Array.isArray(column_width) && (column_width.length !== columns || column_width.some((width) => width < 50)))
			found.push('widths of columns');
	}
	if (
		type === 24 &&
		(children.length !== Number(object(block.grid).column_size) || children.length < 2 || children.length > 5)
	)
		found.push(`a grid of ${children.length}`);
	for (const { text_run: run } of elementsOf(block))
		if (text(object(run).content).length > 100_000) found.push('a paragraph of more than 100,000 characters');
	if (elementsOf(block).length === 0 && 'elements' in object(Object.values(block)[2]))
		found.push('words without elements');
	return found;
}

function refusedIn(parent: JsonObject, child: JsonObject | undefined): string[] {
	const [type, own] = [Number(parent.block_type), Number(child?.block_type)];
	if (!child) return ['a child that is not there'];
	if (!HOLDING.has(type)) return [`type ${type} holds nothing`];
	const isRefused =
		(type === 19 && !IN_CALLOUT.has(own)) ||
		(REFUSED[type]?.has(own) ?? false) ||
		(type === 24) !== (own === 25) ||
		(type === 31) !== (own === 32);
	return isRefused ? [`${own} in ${type}`] : [];
}
