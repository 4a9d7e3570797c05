/** Blocks of HTML as those of Markdown. */
import type { Inline, ListItem, MarkdownNode } from '../../markdown/nodes';
import { attribute, isElement, isUnseen, textOf, within, type Element, type Node } from './elements';
import { htmlWords, trimmedWords } from './htmlWords';
import { tableNodes } from './htmlTable';

/** It stands nowhere in a text of Markdown. */
const NOWHERE = { from: 0, to: 0 };

/** Everything that begins a line of its own. */
const BLOCKS =
	/^(?:address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|menu|nav|ol|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

export function htmlNodes(nodes: readonly Node[]): MarkdownNode[] {
	const found: MarkdownNode[] = [];
	let line: Node[] = [];
	const end = (): void => {
		const words = htmlWords(line);
		if (words.length > 0) found.push(paragraph(words));
		line = [];
	};
	for (const node of nodes) {
		if (isElement(node) && isUnseen(node)) continue;
		if (isElement(node) && (BLOCKS.test(node.tagName) || holdsBlocks(node))) {
			end();
			found.push(...blockNodes(node));
		} else line.push(node);
	}
	end();
	return found;
}

/** Words around blocks, such as a link around a heading. */
const holdsBlocks = (element: Element): boolean =>
	element.childNodes.some(
		(node) => isElement(node) && !isUnseen(node) && (BLOCKS.test(node.tagName) || holdsBlocks(node)),
	);

const paragraph = (words: Inline[]): MarkdownNode => ({ type: 'paragraph', words, ...NOWHERE });

type Reader = (element: Element) => MarkdownNode[];

const heading: Reader = (element) => {
	const words = placed(element, htmlWords(element.childNodes));
	if (words.length === 0) return [];
	return [{ type: 'heading', level: Number(element.tagName.slice(1)), words, ...NOWHERE }];
};

const lines: Reader = (element) => {
	if (holdsBlocks(element)) return htmlNodes(element.childNodes);
	const words = placed(element, htmlWords(element.childNodes));
	return words.length > 0 ? [paragraph(words)] : [];
};

/** Words that are bold as a whole line. */
const boldLines: Reader = (element) => {
	if (holdsBlocks(element)) return htmlNodes(element.childNodes);
	const children = htmlWords(element.childNodes);
	return children.length > 0 ? [paragraph([{ type: 'style', style: 'bold', mark: '**', children, ...NOWHERE }])] : [];
};

const list: Reader = (element) => {
	const ordered = element.tagName === 'ol';
	const start = Number.parseInt(attribute(element, 'start'), 10);
	const first = Number.isInteger(start) && start >= 0 ? start : 1;
	const items: ListItem[] = [];
	for (const node of element.childNodes) {
		if (!isElement(node) || isUnseen(node)) continue;
		if (node.tagName === 'li') items.push(item(node, ordered ? first + items.length : undefined));
		// A list right in a list belongs to the item before it.
		else items[items.length - 1]?.children.push(...htmlNodes([node]));
	}
	return items.length > 0 ? [{ type: 'list', ordered, items, ...NOWHERE }] : [];
};

function item(element: Element, number: number | undefined): ListItem {
	const box = within(element, 'input').find((input) => /^checkbox$/i.test(attribute(input, 'type')));
	const own = box && (within(element, 'li')[0]?.childNodes.includes(box) ?? false) ? undefined : box;
	const done = own?.attrs.some(({ name }) => name === 'checked');
	return {
		marker: number === undefined ? '-' : `${number}.`,
		...(number !== undefined && { number }),
		indent: 0,
		content: 2,
		...(done !== undefined && { done }),
		children: htmlNodes(element.childNodes),
		...NOWHERE,
	};
}

const READERS: { readonly [name: string]: Reader | undefined } = {
	blockquote: ({ childNodes }) => {
		const children = htmlNodes(childNodes);
		return children.length > 0 ? [{ type: 'quote', children, ...NOWHERE }] : [];
	},
	dir: list,
	dt: boldLines,
	h1: heading,
	h2: heading,
	h3: heading,
	h4: heading,
	h5: heading,
	h6: heading,
	hr: () => [{ type: 'rule', ...NOWHERE }],
	menu: list,
	ol: list,
	pre: (element) => {
		const code = within(element, 'code')[0];
		const names = `${attribute(code ?? element, 'class')} ${attribute(element, 'class')}`;
		const language =
			/(?:^|\s)(?:language|lang|highlight-source)-([\w+#.-]+)/i.exec(names)?.[1] ?? attribute(element, 'lang');
		const text = textOf(element).replace(/^\n/, '').replace(/\n$/, '');
		return text === '' ? [] : [{ type: 'code', language, text, tagged: true, ...NOWHERE }];
	},
	summary: boldLines,
	table: (element) => tableNodes(element, htmlNodes, holdsBlocks),
	ul: list,
};

const blockNodes = (element: Element): MarkdownNode[] => (READERS[element.tagName] ?? lines)(element);

/** Where the words stand, as Markdown of documents says it. */
function placed(element: Element, words: Inline[]): Inline[] {
	const style = /(?:^|;)\s*text-align\s*:\s*(center|right)/i.exec(attribute(element, 'style'))?.[1];
	const around =
		element.parentNode && isElement(element.parentNode as Node) ? (element.parentNode as Element) : undefined;
	const align = style ?? (attribute(element, 'align') || (around?.tagName === 'center' ? 'center' : ''));
	const isPlaced = /^(?:center|right)$/i.test(element.tagName === 'center' ? 'center' : align);
	const children = trimmedWords(words);
	if (!isPlaced || children.length === 0) return children;
	const attributes = new Map([['align', element.tagName === 'center' ? 'center' : align]]);
	return [{ type: 'tag', name: 'p', attributes, raw: '<p>', children, documents: true, ...NOWHERE }];
}
