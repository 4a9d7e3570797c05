/** Elements of a block as Markdown that reads the same. */
import { marksCount } from '../im/received/styles';
import { escaped } from '../im/received/writeMarkdown';
import { object, text, type JsonObject } from '../json';
import { codeSpan } from '../markdown/codeMarks';
import { behindColourName, wordsColourName } from './colours';
import { sameWords } from './sameWords';
import { joinedRuns } from './joinedRuns';
import { decodedUrl, elementsText } from './readBlocks';
import { writtenElement, type EquationForm, type MarkdownOptions } from './writtenElement';
import { linkTarget, openingTag } from './tagAttributes';

export interface WordsPlace {
	/** Where there is one line: an end of a line is `<br>`. */
	oneLine?: boolean;
	/** Where no equation stands in lines of its own. */
	inItem?: boolean;
	/** Where a pipe ends the cell. */
	inTable?: boolean;
}

/** A part of the words that is dressed alike. */
interface Part {
	text: string;
	/** Not escaped, to see which signs stand at its edges. */
	plain: string;
	dress: JsonObject;
}

type Wrapper =
	| { by: 'style'; name: string; sign: string; tag: string }
	| { by: 'colour'; open: string }
	| { by: 'link'; url: string };

const STYLES = [
	['bold', '**', 'b'],
	['italic', '*', 'i'],
	['strikethrough', '~~', 's'],
	['underline', '', 'u'],
] as const;

/**
 * What the elements say. Signs that would be read as marks are escaped; where signs as marks would not be read as such,
 * tags stand in their place. What is written is read again, and if it says something else, all of it is said by tags.
 */
export function wordsMarkdown(
	given: readonly JsonObject[],
	options: MarkdownOptions,
	{ oneLine = false, inItem = false, inTable = false }: WordsPlace = {},
): string {
	const elements = joinedRuns(given);
	const spoken = (escape: Escape): string => {
		const voice = { displays: !oneLine && !inItem, inTable, options, escape };
		return onLines(written(partsOf(elements, voice), [], { ...voice, before: '', after: '' }), oneLine);
	};
	const said = spoken(SIGNS.test(elementsText(elements)) ? 'few' : 'usual');
	if (options.dialect === 'plain') return spoken('usual');
	if (!RISKY.test(said) || sameWords(said, elements)) return said;
	const others: readonly Escape[] = ['usual', 'tags'];
	return others.map(spoken).find((other) => sameWords(other, elements)) ?? spoken('all');
}

/** Signs that are marks in some places only, and what may be read as something else than it is. */
const SIGNS = /[*_~$]/;
const RISKY = /[\\`*_~<&$[\]{}!|#>+=-]|\d[.)]|www\.|:\/\//;

/**
 * Which signs of the words are escaped: those that always mean something, all that may, or every one; with `tags` styles
 * and equations are tags, as with `all`.
 */
type Escape = 'few' | 'usual' | 'tags' | 'all';

interface Voice {
	/** Whether an equation that is alone stands in lines of its own. */
	displays: boolean;
	inTable: boolean;
	options: MarkdownOptions;
	escape: Escape;
}

interface Beside extends Voice {
	/** What is written right before, and the words that follow. */
	before: string;
	after: string;
}

const pipes = (said: string, { inTable }: Voice): string => (inTable ? said.replaceAll('|', '\\|') : said);

function partsOf(elements: readonly JsonObject[], voice: Voice): Part[] {
	const dollars = elements.reduce((sum, { text_run: run, equation }) => {
		return sum + (equation ? 2 : text(object(run).content).split('$').length - 1);
	}, 0);
	return elements.flatMap((element): Part[] => {
		const run = object(element.text_run);
		const content = text(run.content);
		if (!element.text_run) {
			const dress = object(object(Object.values(element)[0]).text_element_style);
			const said = pipes(writtenElement(element, voice.options, formOf(voice, elements.length === 1)), voice);
			return said === ''
				? []
				: [{ text: said, plain: said, dress: { ...dress, inline_code: undefined, link: undefined } }];
		}
		if (content === '') return [];
		const dress = object(run.text_element_style);
		if (dress.inline_code === true)
			return [{ text: pipes(codeSpan(content), voice), plain: '`', dress: { ...dress, inline_code: undefined } }];
		return [{ text: pipes(escapedText(content, dollars > 1, voice), voice), plain: content, dress }];
	});
}

function formOf({ escape, displays }: Voice, alone: boolean): EquationForm {
	if (escape === 'tags' || escape === 'all') return 'tag';
	return alone && displays ? 'lines' : 'dollars';
}

const FEW = /[\\`[\]]|<(?=[a-z/!?])|&(?=(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);)/gi;

function escapedText(content: string, dollars: boolean, { escape }: Voice): string {
	if (escape === 'few') return escaped(content, FEW);
	if (escape === 'all') return content.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/^[ \t]+|[ \t]+$/g, spaces);
	const said = escaped(content);
	return dollars ? said.replace(/(?<!\\)\$/g, '\\$$') : said;
}

const spaces = (blank: string): string => '&#32;'.repeat(blank.length);

/** The longest of the dresses that begin with the first part is put around, and so on within and behind. */
function written(parts: readonly Part[], done: readonly string[], beside: Beside): string {
	let said = '';
	for (let at = 0; at < parts.length; ) {
		const [wrapper, key, count] = longest(parts.slice(at), done, beside.options);
		const group = parts.slice(at, at + count);
		at += count;
		const before = said || beside.before;
		const after = parts[at]?.plain ?? beside.after;
		if (wrapper) {
			const inside = (inner: Pick<Beside, 'before' | 'after'>): string =>
				written(group, [...done, key], { ...beside, ...inner });
			said = joined(said, wrapped(wrapper, inside, { ...beside, before, after }));
		} else said = joined(said, group[0]?.text ?? '');
	}
	return said;
}

/** Behind an exclamation mark a link would be a picture, and behind a bracket one would make a link of both. */
function joined(said: string, next: string): string {
	if (next.startsWith('[') && /(?<!\\)!$/.test(said)) return `${said.slice(0, -1)}\\!${next}`;
	return said + (said.endsWith(']') && /^[(:]/.test(next) ? `\\${next}` : next);
}

function longest(
	[first, ...others]: readonly Part[],
	done: readonly string[],
	options: MarkdownOptions,
): readonly [Wrapper | undefined, string, number] {
	const own = first ? wrappersOf(first, options) : new Map<string, Wrapper>();
	let best: readonly [Wrapper | undefined, string, number] = [undefined, '', 1];
	for (const [key, wrapper] of own) {
		if (done.includes(key)) continue;
		const end = others.findIndex((part) => !wrappersOf(part, options).has(key));
		const count = 1 + (end === -1 ? others.length : end);
		if (!best[0] || count > best[2]) best = [wrapper, key, count];
	}
	return best;
}

function wrappersOf({ dress }: Part, { dialect }: MarkdownOptions): Map<string, Wrapper> {
	const found = new Map<string, Wrapper>();
	const colours = {
		color: wordsColourName(dress.text_color),
		'background-color': behindColourName(dress.background_color),
	};
	const open = openingTag('text', colours);
	if (open !== '<text>' && dialect !== 'plain') found.set(open, { by: 'colour', open });
	for (const [name, sign, tag] of STYLES) if (dress[name] === true) found.set(name, { by: 'style', name, sign, tag });
	const url = decodedUrl(object(dress.link).url);
	if (url !== '') found.set(`link ${url}`, { by: 'link', url });
	return found;
}

function wrapped(
	wrapper: Wrapper,
	inside: (beside: Pick<Beside, 'before' | 'after'>) => string,
	{ before, after, escape }: Beside,
): string {
	if (wrapper.by === 'colour') return `${wrapper.open}${inside({ before: '>', after: '<' })}</text>`;
	if (wrapper.by === 'link') {
		const label = inside({ before: '[', after: ']' });
		const isAddress = label.replaceAll('\\', '') === wrapper.url && /^https?:[^\s<>\\|]+$/i.test(wrapper.url);
		return isAddress ? `<${wrapper.url}>` : `[${label}](${linkTarget(wrapper.url)})`;
	}
	const said = inside({ before, after });
	// Marks hold no spaces at their edges, and nobody sees whether a space is bold.
	const [, lead = '', inner = '', trail = ''] = /^(\s*)([^]*?)(\s*)$/.exec(said) ?? [];
	const isSeen = wrapper.name === 'underline' || wrapper.name === 'strikethrough';
	if (inner === '') return isSeen ? `<${wrapper.tag}>${said}</${wrapper.tag}>` : said;
	const [previous, following] = [lead === '' ? before.slice(-2) : ' ', trail === '' ? after : ' '];
	const byTag = escape === 'tags' || escape === 'all' || wrapper.sign === '' || (isSeen && lead + trail !== '');
	if (byTag || !marksCount(inner, wrapper.sign, lastOf(previous), following.charAt(0)))
		return isSeen
			? `<${wrapper.tag}>${said}</${wrapper.tag}>`
			: `${lead}<${wrapper.tag}>${inner}</${wrapper.tag}>${trail}`;
	return `${lead}${wrapper.sign}${inner}${wrapper.sign}${trail}`;
}

const lastOf = (text: string): string => /.$/su.exec(text)?.[0] ?? '';

/** Ends of lines: as they are between two lines that say something, otherwise by a tag. */
function onLines(said: string, oneLine: boolean): string {
	const lines = said.split('\n').map((line, at, all) => {
		const started = at === 0 ? line : line.replace(/^[ \t]+/, '');
		return at === all.length - 1 ? started : started.replace(/[ \t]+$/, '');
	});
	return lines
		.map((line, at) => {
			const next = lines[at + 1];
			const own = oneLine ? line : withoutBlockStart(line);
			if (next === undefined) return own;
			return own + (oneLine || line === '' || next === '' ? '<br>' : '\n');
		})
		.join('');
}

const START = /^([ \t]*)((?:[-+](?=[ \t]|$))|#{1,6}(?=[ \t]|$)|>|[-=|:](?:[ \t]*[-=|:])*[ \t]*$|\*(?=[ \t]|$))/;
const NUMBERED = /^([ \t]*\d{1,9})([.)](?=[ \t]|$))/;

/** A line that would begin something else than words. */
function withoutBlockStart(line: string): string {
	return line.replace(START, '$1\\$2').replace(NUMBERED, '$1\\$2');
}
