import { object, text, type JsonObject } from '../json';
import { parseDocument } from '../markdown/parse';
import { wordsPieces } from './wordsElements';

/** Whether a paragraph of Markdown says what the elements say, but for what nobody sees. */
export function sameWords(markdown: string, elements: readonly JsonObject[]): boolean {
	const nodes = parseDocument(markdown);
	const [only] = nodes;
	if (nodes.length !== 1 || only?.type !== 'paragraph') return nodes.length === 0 && seenIn(elements) === '';
	const read = wordsPieces(only.words, {});
	if (read.some((piece) => 'block' in piece)) return false;
	return seenIn(read.map((piece) => ('element' in piece ? piece.element : {}))) === seenIn(elements);
}

/** What is seen: of a blank its place alone unless it is struck out or underlined, at the edges of a line nothing. */
function seenIn(elements: readonly JsonObject[]): string {
	const parts = elements.flatMap((element): Array<[content: string, dress: string]> => {
		const [[name = '', value] = []] = Object.entries(element);
		const own = object(value);
		const dress = dressOf(object(own.text_element_style));
		if (name !== 'text_run' && !READ_AGAIN.has(name)) return [];
		if (name !== 'text_run')
			return [[`\0${name}:${text(own.content).trim()}${text(own.user_id)}${text(own.token)}`, dress]];
		const content = text(own.content);
		return (content.match(/\s+|\S+/g) ?? []).map((part) => [part, /^\s/.test(part) ? unseen(dress) : dress]);
	});
	let last = '';
	return parts
		.map(([content, dress]) => {
			const said = dress === last ? content : `\0${dress}\0${content}`;
			last = dress;
			return said;
		})
		.join('')
		.replace(/[ \t]*\n[ \t]*/g, '\n')
		.trim();
}

/** All else is a comment in Markdown. */
const READ_AGAIN: ReadonlySet<string> = new Set(['equation', 'mention_user', 'mention_doc', 'reminder']);

const NAMES = [
	'bold',
	'italic',
	'strikethrough',
	'underline',
	'inline_code',
	'text_color',
	'background_color',
] as const;

function dressOf(style: JsonObject): string {
	const own = NAMES.flatMap((name) => (style[name] ? [`${name}=${JSON.stringify(style[name])}`] : []));
	const url = text(object(style.link).url);
	return [...own, ...(url === '' ? [] : [`link=${url}`])].join(' ');
}

const unseen = (dress: string): string => dress.replace(/(?:bold|italic|text_color)=\w+ ?/g, '').trim();
