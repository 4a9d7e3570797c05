/** What stands within a line of HTML. Which tag says what is the same as in Markdown. */
import { isDocumentTag } from '../../markdown/documentTags';
import type { Inline } from '../../markdown/nodes';
import { isTag } from '../../markdown/tags';
import { attribute, attributesOf, isElement, isUnseen, textOf, within, type Element, type Node } from './elements';

const NOWHERE = { from: 0, to: 0 };

/** Whether a blank would stand at the beginning of a line or behind another one, where there is none. */
interface Blanks {
	afterBlank: boolean;
}

export function htmlWords(nodes: readonly Node[]): Inline[] {
	return trimmedWords(wordsOf(nodes, { afterBlank: true }));
}

const wordsOf = (nodes: readonly Node[], blanks: Blanks): Inline[] => nodes.flatMap((node) => words(node, blanks));

function words(node: Node, blanks: Blanks): Inline[] {
	if (!isElement(node)) return node.nodeName === '#text' ? said(textOf(node), blanks) : [];
	if (isUnseen(node)) return [];
	return (READERS[node.tagName] ?? tagged)(node, blanks);
}

function said(written: string, blanks: Blanks): Inline[] {
	const single = written.replace(/[ \t\r\n\f]+/g, ' ');
	const text = blanks.afterBlank ? single.replace(/^ /, '') : single;
	if (text === '') return [];
	blanks.afterBlank = text.endsWith(' ');
	return [{ type: 'text', text, ...NOWHERE }];
}

type Reader = (element: Element, blanks: Blanks) => Inline[];

function tagged(element: Element, blanks: Blanks): Inline[] {
	const name = element.tagName;
	const attributes = attributesOf(element);
	if (isFormula(element)) return formula(element, blanks);
	const documents = isDocumentTag(name, attributes);
	if (!documents && !isTag(name, attributes)) return wordsOf(element.childNodes, blanks);
	const children = wordsOf(element.childNodes, blanks);
	return [
		{ type: 'tag', name, attributes, raw: `<${name}>`, children, ...(documents && { documents: true }), ...NOWHERE },
	];
}

const isFormula = (element: Element): boolean => /(?:^|\s)katex(?:\s|$)/.test(attribute(element, 'class'));

/** The source of a formula stands beside what is shown of it. */
function formula(element: Element, blanks: Blanks): Inline[] {
	const source = within(element, 'annotation').find((one) => attribute(one, 'encoding') === 'application/x-tex');
	if (!source) return wordsOf(element.childNodes, blanks);
	blanks.afterBlank = false;
	return [
		{
			type: 'tag',
			name: 'equation',
			attributes: new Map(),
			raw: textOf(source).trim(),
			children: [],
			documents: true,
			...NOWHERE,
		},
	];
}

/** What is shown by a player or in a frame is a link to it. */
const linked: Reader = (element, blanks) => {
	const source = within(element, 'source')[0];
	const url = attribute(element, 'src') || (source ? attribute(source, 'src') : '');
	if (!/^https?:\/\//i.test(url)) return [];
	blanks.afterBlank = false;
	const label = attribute(element, 'title') || url;
	return [
		{ type: 'link', url, children: [{ type: 'text', text: label, ...NOWHERE }], form: 'address', label: 0, ...NOWHERE },
	];
};

const READERS: { readonly [name: string]: Reader | undefined } = {
	audio: linked,
	br: (_element, blanks) => {
		blanks.afterBlank = true;
		return [{ type: 'break', hard: true, ...NOWHERE }];
	},
	code: (element, blanks) => {
		blanks.afterBlank = false;
		const text = textOf(element).replace(/\s*\n\s*/g, ' ');
		return text === '' ? [] : [{ type: 'code', text, ...NOWHERE }];
	},
	iframe: linked,
	img: (element, blanks) => {
		blanks.afterBlank = false;
		const url = attribute(element, 'src');
		const [width, height] = ['width', 'height'].map((name) => attribute(element, name));
		// Pictures of one pixel count who reads.
		if (url === '' || (width === '1' && height === '1')) return [];
		return [{ type: 'image', url, alt: attribute(element, 'alt'), form: 'address', label: 0, ...NOWHERE }];
	},
	input: () => [],
	math: formula,
	video: linked,
};

/** Without blanks at the ends, and without the end of a line that nothing follows. */
export function trimmedWords(list: readonly Inline[]): Inline[] {
	const own = [...list];
	for (let last = own[own.length - 1]; last; last = own[own.length - 1]) {
		if (last.type === 'break') own.pop();
		else if (last.type === 'text') {
			const text = last.text.replace(/ $/, '');
			own.pop();
			if (text === '') continue;
			own.push({ ...last, text });
			break;
		} else break;
	}
	return own;
}
