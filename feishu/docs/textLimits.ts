import { isObject, type JsonObject } from '../json';
import { textRun, wordsBlock, type NewBlock } from './newBlock';

/**
 * UTF-16 units in a paragraph, and mentions: of both a page says the most that an import or an update takes.
 * @see https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document-block/batch_update
 */
const UNITS_LIMIT = 100_000;
const MENTIONS_LIMIT = 50;

/** Blocks whose words beyond the limit go into a block in them. */
const ITEMS = /^(?:bullet|ordered|todo)$/;

/** One block, or as many as its words take. Words are parted at the end of a line, or else of a word. */
export function withinTextLimits(block: NewBlock): NewBlock[] {
	const { kind, body, children = [] } = block;
	const elements = body.elements;
	if (!Array.isArray(elements) || sizeOf(elements as JsonObject[]) <= 1) return [block];
	const [first = [], ...rest] = partsOf(elements as JsonObject[]);
	const own: NewBlock = { ...block, body: { ...body, elements: first } };
	const style = body.style as JsonObject;
	const more = rest.map((part) =>
		/^(?:code|quote)$/.test(kind)
			? wordsBlock(kind, part, style)
			: wordsBlock('text', part, style.align === undefined ? {} : { align: style.align }),
	);
	if (ITEMS.test(kind)) return [{ ...own, children: [...more, ...children] }];
	return [own, ...more];
}

/** How much of what a block takes is used: 1 is all of it. */
function sizeOf(elements: readonly JsonObject[]): number {
	const units = elements.reduce((sum, element) => sum + unitsOf(element), 0);
	return Math.max(units / UNITS_LIMIT, elements.filter(isMention).length / MENTIONS_LIMIT);
}

const isMention = (element: JsonObject): boolean => isObject(element.mention_user) || isObject(element.mention_doc);

function unitsOf({ text_run: run, equation }: JsonObject): number {
	if (isObject(run)) return String(run.content).length;
	return isObject(equation) ? String(equation.content).length : 1;
}

function partsOf(elements: readonly JsonObject[]): JsonObject[][] {
	const parts: JsonObject[][] = [[]];
	for (const element of elements.flatMap(shortRuns)) {
		const last = parts[parts.length - 1];
		if (last && sizeOf([...last, element]) <= 1) last.push(element);
		else parts.push([element]);
	}
	return parts;
}

function shortRuns(element: JsonObject): JsonObject[] {
	const run = element.text_run;
	if (!isObject(run) || String(run.content).length <= UNITS_LIMIT) return [element];
	const runs: JsonObject[] = [];
	for (let rest = String(run.content); rest !== ''; ) {
		const end = rest.length <= UNITS_LIMIT ? rest.length : endWithin(rest);
		runs.push(textRun(rest.slice(0, end).replace(/\n$/, ''), run.text_element_style as JsonObject));
		rest = rest.slice(end);
	}
	return runs;
}

/** Behind the last end of a line, or else of a word, or else between two characters. */
function endWithin(text: string): number {
	const window = text.slice(0, UNITS_LIMIT);
	const end = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' ', UNITS_LIMIT - 1));
	if (end > UNITS_LIMIT / 2) return end + 1;
	return /[\ud800-\udbff]$/.test(window) ? UNITS_LIMIT - 1 : UNITS_LIMIT;
}
