import { isObject, type JsonObject } from '../json';
import type { BlockKind } from './blockTypes';
import type { NewBlock } from './newBlock';

/** What counts in a request, in the order of the limits. */
const COUNTED = [
	'blocks',
	'image',
	'isv',
	'sheet',
	'bitable',
	'chat_card',
	'file',
	'mention_doc',
	'mention_user',
	'units',
] as const;

export type Cost = Readonly<Record<(typeof COUNTED)[number], number>>;

/**
 * The most of each in one request. Of text the page says 10 MB; a character has up to three bytes.
 * @see https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document-block/create-2 (1770033, 1770035)
 */
export const REQUEST_LIMITS: Cost = {
	blocks: 1000,
	image: 20,
	isv: 20,
	sheet: 5,
	bitable: 5,
	chat_card: 200,
	file: 200,
	mention_doc: 200,
	mention_user: 200,
	units: 2_000_000,
};

const of = (value: (name: keyof Cost) => number): Cost =>
	Object.fromEntries(COUNTED.map((name) => [name, value(name)])) as Cost;

/** What blocks take with all that is in them. */
export function costOf(...blocks: readonly NewBlock[]): Cost {
	const cost = { ...of(() => 0) } as Record<keyof Cost, number>;
	const count = ({ kind, body, children = [] }: NewBlock): void => {
		cost.blocks++;
		if (isCounted(kind)) cost[kind]++;
		const elements = Array.isArray(body.elements) ? (body.elements as JsonObject[]) : [];
		for (const element of elements) {
			if (isObject(element.mention_doc)) cost.mention_doc++;
			else if (isObject(element.mention_user)) cost.mention_user++;
			const said = element.text_run ?? element.equation;
			cost.units += isObject(said) ? String(said.content).length : 1;
		}
		children.forEach(count);
	};
	blocks.forEach(count);
	return cost;
}

const isCounted = (kind: BlockKind): kind is Extract<BlockKind, keyof Cost> =>
	(COUNTED as readonly string[]).includes(kind);

/** @param sign -1 to take the second one away */
export const sumOf = (one: Cost, other: Cost, sign = 1): Cost => of((name) => one[name] + sign * other[name]);

export const shareOf = (cost: Cost, parts: number): Cost => of((name) => Math.floor(cost[name] / parts));

export const fits = (cost: Cost, room: Cost = REQUEST_LIMITS): boolean =>
	COUNTED.every((name) => cost[name] <= room[name]);
