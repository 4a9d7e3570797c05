import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { item } from './convertMarkdown';
import { lineParts, type Part, part, type Run, tablePart, textPart } from './convertParts';
import { languageOf } from './languages';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Piece = Run | { image: string };

const MARKS: Readonly<Record<string, keyof Run>> = {
	...({ b: 'bold', strong: 'bold', i: 'italic', em: 'italic' } as const),
	...({ s: 'strikethrough', del: 'strikethrough', strike: 'strikethrough', code: 'inline_code' } as const),
};
const HIDDEN = ['script', 'style', 'head', 'template'];
const BLOCKS = /^(h[1-9]|p|div|ul|ol|li|pre|blockquote|table|hr|section|article|main|header|footer|body|html)$/;

const nameOf = (node: Node) => ('tagName' in node ? node.tagName : '');
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const attribute = (node: Node, name: string) =>
	'attrs' in node ? node.attrs.find((one) => one.name === name)?.value : undefined;
const elementsIn = (node: Node, ...names: string[]): Node[] =>
	childrenOf(node).flatMap((child) => (names.includes(nameOf(child)) ? [child] : elementsIn(child, ...names)));

function textIn(node: Node): string {
	return 'value' in node ? node.value : childrenOf(node).map(textIn).join('');
}

function pieces(node: Node, style: Omit<Run, 'content'>): Piece[] {
	const name = nameOf(node);
	if ('value' in node) return [{ ...style, content: node.value.replace(/\s+/g, ' ') }];
	if (HIDDEN.includes(name)) return [];
	if (name === 'br') return [{ ...style, content: '\n' }];
	if (name === 'img') return [{ image: attribute(node, 'src') ?? '' }];
	const mark = MARKS[name];
	const link = name === 'a' ? attribute(node, 'href') : undefined;
	const inside = { ...style, ...(mark && { [mark]: true }), ...(link && { link }) };
	return childrenOf(node).flatMap((child) => pieces(child, inside));
}

/** Without blanks at the edges of the line. */
function trimmed(line: readonly Piece[]): Piece[] {
	const all = line.map((piece) => ({ ...piece }));
	const [first, last] = [all[0], all[all.length - 1]];
	if (first && 'content' in first) first.content = first.content.trimStart();
	if (last && 'content' in last) last.content = last.content.trimEnd();
	return all.filter((piece) => 'image' in piece || piece.content !== '');
}

/** Blocks in their order, and what stands between them as lines. */
function parts(nodes: readonly Node[], type = 'text'): Part[] {
	const all: Part[] = [];
	let line: Piece[] = [];
	const flush = () => {
		all.push(...lineParts(trimmed(line), (runs) => textPart(type, runs)));
		line = [];
	};
	for (const node of nodes) {
		if (!BLOCKS.test(nameOf(node))) line.push(...pieces(node, {}));
		else {
			flush();
			all.push(...block(node));
		}
	}
	flush();
	return all;
}

function code(node: Node): Part {
	const [inner = node] = elementsIn(node, 'code');
	const [, language = ''] = /language-(\S+)/.exec(attribute(inner, 'class') ?? '') ?? [];
	return textPart('code', [{ content: textIn(inner).replace(/\n$/, '') }], { language: languageOf(language) });
}

function quote(node: Node): Part[] {
	const inside = parts(childrenOf(node));
	if (!inside.every(({ type }) => type === 'text')) return [part('quote_container', inside)];
	return inside.map((one) => ({ ...one, type: 'quote', content: { ...one.content, style: { align: 1 } } }));
}

function list(node: Node, type: string): Part[] {
	return childrenOf(node)
		.filter((child) => nameOf(child) === 'li')
		.map((entry) => item(type, parts(childrenOf(entry))));
}

const table = (node: Node): Part =>
	tablePart(elementsIn(node, 'tr').map((row) => elementsIn(row, 'td', 'th').map((cell) => parts(childrenOf(cell)))));

function block(node: Node): Part[] {
	const name = nameOf(node);
	if (/^h[1-9]$/.test(name)) return parts(childrenOf(node), `heading${name.slice(1)}`);
	if (name === 'ul' || name === 'ol') return list(node, name === 'ul' ? 'bullet' : 'ordered');
	if (name === 'pre') return [code(node)];
	if (name === 'hr') return [part('divider')];
	if (name === 'blockquote') return quote(node);
	return name === 'table' ? [table(node)] : parts(childrenOf(node));
}

/** HTML as blocks: what is no block of the platform gives what is in it. */
export const htmlParts = (content: string): Part[] => parts(parseFragment(content).childNodes);
