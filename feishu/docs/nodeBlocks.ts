/** Blocks of a document from what a text says, in the order of the text. */
import type { JsonObject } from '../json';
import { byType, type ByType } from '../markdown/byType';
import type { ListItem, MarkdownNode, NodeOf } from '../markdown/nodes';
import { alertOf, calloutBody, withEmoji } from './callouts';
import { languageNumber } from './codeLanguages';
import { gridBlocks } from './gridBlocks';
import { sheetBlock } from './loneBlocks';
import { emptyText, textRun, wordsBlock, type NewBlock } from './newBlock';
import { paragraphBlocks, splitWords } from './paragraphBlocks';
import { cellTexts, larkTable, markdownTable } from './tableBlocks';
import { decodedAttributes } from './tagAttributes';
import type { BlockOptions } from './blockOptions';

export function nodesBlocks(nodes: readonly MarkdownNode[], options: BlockOptions): NewBlock[] {
	const blocks: NewBlock[] = [];
	for (const node of nodes) {
		if (node.type === 'list') addItems(node.items, blocks, options);
		else blocks.push(...byType(BLOCKS, node, options));
	}
	return blocks;
}

const BLOCKS: ByType<MarkdownNode, [BlockOptions], NewBlock[]> = {
	heading: ({ level, words }, options) => headingBlocks(level, words, options),
	paragraph: ({ words }, options) => paragraphBlocks(words, options),
	code: (node, options) => [codeBlock(node, options)],
	rule: () => [{ kind: 'divider', body: {} }],
	table: (node, options) => [markdownTable(node, options)],
	list: ({ items }, options) => addItems(items, [], options),
	quote: (node, options) => (node.tag ? tagBlocks(node, node.tag.name, options) : quoteBlocks(node, options)),
	footnote: ({ label, children }, options) => {
		const [first, ...rest] = nodesBlocks(children, options);
		const lead = textRun(`[${label}] `);
		if (first?.kind !== 'text') return [wordsBlock('text', [lead]), ...(first ? [first] : []), ...rest];
		return [wordsBlock('text', [lead, ...(first.body.elements as JsonObject[])]), ...rest];
	},
	definition: () => [],
	comment: () => [],
};

/** @param level 1 to 9 */
function headingBlocks(level: number, words: NodeOf<'heading'>['words'], options: BlockOptions): NewBlock[] {
	const { own, rest } = splitWords(words, options);
	const kind = `heading${level}` as NewBlock['kind'];
	return own ? [wordsBlock(kind, own.elements, own.style), ...rest] : rest;
}

const DIAGRAMS: Readonly<Record<string, 1 | 2>> = { plantuml: 1, puml: 1, mermaid: 2 };

function codeBlock({ language, text }: NodeOf<'code'>, { diagrams }: BlockOptions): NewBlock {
	const name = language.toLowerCase();
	const syntax = DIAGRAMS[name];
	if (syntax !== undefined && diagrams === 'board' && text.trim() !== '')
		return { kind: 'board', body: {}, content: { of: 'diagram', syntax, code: text } };
	if (name === 'math' && text.trim() !== '')
		return wordsBlock('text', [{ equation: { content: text.trim(), text_element_style: {} } }]);
	return wordsBlock('code', [textRun(text)], { language: languageNumber(language), wrap: false });
}

/** Items of a list, with what is in each as its children. An ordered one says its number where it is not the next. */
function addItems(items: readonly ListItem[], blocks: NewBlock[], options: BlockOptions): NewBlock[] {
	let previous = 0;
	for (const item of items) {
		const goesOn = previous > 0 && blocks[blocks.length - 1]?.kind === 'ordered';
		const restarts = !goesOn && blocks[blocks.length - 1]?.kind === 'ordered';
		const isNumbered = item.number !== undefined && item.done === undefined;
		const number = item.number ?? 0;
		const expected = goesOn ? previous + 1 : 1;
		const sequence = isNumbered && (restarts || number !== expected) ? { sequence: String(number) } : {};
		blocks.push(itemBlock(item, sequence, options));
		previous = isNumbered ? number : 0;
	}
	return blocks;
}

function itemBlock({ number, done, children }: ListItem, sequence: JsonObject, options: BlockOptions): NewBlock {
	const [first, ...others] = children;
	const { own, rest } = first?.type === 'paragraph' ? splitWords(first.words, options) : { own: undefined, rest: [] };
	const within = [...rest, ...nodesBlocks(first?.type === 'paragraph' ? others : children, options)];
	const elements = own?.elements ?? [];
	if (done !== undefined) return wordsBlock('todo', elements, { ...own?.style, done }, within);
	if (number === undefined) return wordsBlock('bullet', elements, { ...own?.style }, within);
	return wordsBlock('ordered', elements, { ...own?.style, ...sequence }, within);
}

/** One paragraph is a quote, all else a container of quotes; GitHub's alerts are callouts. */
function quoteBlocks(node: NodeOf<'quote'>, options: BlockOptions): NewBlock[] {
	const alert = alertOf(node);
	if (alert) return [{ kind: 'callout', body: alert.body, children: within(alert.children, options) }];
	const children = within(node.children, options);
	const [only, ...others] = children;
	if (only?.kind === 'text' && others.length === 0) return [{ ...only, kind: 'quote' }];
	return [{ kind: 'quote_container', body: {}, children }];
}

/** What stands in a block that has to hold one at least. */
function within(nodes: readonly MarkdownNode[], options: BlockOptions): NewBlock[] {
	const children = nodesBlocks(nodes, options);
	return children.length > 0 ? children : [emptyText()];
}

type TagReader = (node: NodeOf<'quote'>, options: BlockOptions) => NewBlock[];

const deepHeading =
	(level: number): TagReader =>
	({ children }, options) =>
		children.flatMap((child) =>
			child.type === 'paragraph' ? headingBlocks(level, child.words, options) : nodesBlocks([child], options),
		);

const TAGS: { readonly [name: string]: TagReader | undefined } = {
	callout: ({ tag, children }, options) => {
		const attributes = decodedAttributes(tag?.attributes ?? new Map());
		return [
			{ kind: 'callout', body: calloutBody(attributes), children: withEmoji(within(children, options), attributes) },
		];
	},
	grid: ({ children }, options) => gridBlocks(children, (nodes) => within(nodes, options)),
	h7: deepHeading(7),
	h8: deepHeading(8),
	h9: deepHeading(9),
	'lark-table': (node, options) => {
		const table = larkTable(node, (nodes) => within(nodes, options), options);
		return table ? [table] : nodesBlocks(node.children, options);
	},
	'quote-container': ({ children }, options) => [
		{ kind: 'quote_container', body: {}, children: within(children, options) },
	],
	sheet: ({ children }, options) =>
		children.flatMap((child) =>
			child.type === 'table' ? [sheetBlock(cellTexts(child))] : nodesBlocks([child], options),
		),
};

function tagBlocks(node: NodeOf<'quote'>, name: string, options: BlockOptions): NewBlock[] {
	return TAGS[name]?.(node, options) ?? nodesBlocks(node.children, options);
}
