/**
 * What a received message says, piece by piece, and the two ways to say it: as plain text and as Markdown. Whoever reads
 * a kind of content gives pieces; that both ways know every one of them is seen by the compiler.
 */
import { byType, type ByType } from '../../markdown/byType';
import { codeSpan } from '../../markdown/codeMarks';
import { withoutReferences } from '../../markdown/escape';
import { styledWords } from './styles';
import { codeBlock, escaped, image, labelText, markdownLink, written, type Block } from './writeMarkdown';

/** Ends the placeholder of a mention, which a number right behind it would make another one; goes when it is named. */
export const KEY_END = '\ue000';

export type Part =
	/** Words that are no Markdown. */
	| { type: 'words'; text: string; styles?: readonly string[] }
	/** Words that are Markdown already. */
	| { type: 'markdown'; text: string }
	| { type: 'link'; text: string; url: string; styles?: readonly string[] }
	/** A mention by its placeholder, or by a name. */
	| { type: 'mention'; text: string; styles?: readonly string[] }
	/** Plain text says `label`. */
	| { type: 'image'; key: string; alt: string; label: string }
	/** Something that is named, and may lead somewhere: `[Video]`, `[One | Two]`. */
	| { type: 'label'; text: string; url?: string }
	| { type: 'rule' }
	| { type: 'code'; text: string; language: string }
	| { type: 'title'; text: string }
	| { type: 'table'; rows: ReadonlyArray<readonly Part[]> }
	/** Lines that belong together as they are. */
	| { type: 'lines'; plain: string; markdown: string };

/** What stands in no line beside others. */
const BLOCKS: ReadonlySet<Part['type']> = new Set(['markdown', 'rule', 'code', 'title', 'table', 'lines']);

const PLAIN: ByType<Part, [], string> = {
	words: ({ text }) => text,
	markdown: ({ text }) => withoutReferences(text),
	link: ({ text, url }) => (url === '' || text === url ? text : text === '' ? url : `${text} (${url})`),
	mention: ({ text }) => text,
	image: ({ label }) => label,
	label: ({ text, url = '' }) => (url === '' ? `[${text}]` : `[${text}] (${url})`),
	rule: () => '---',
	code: ({ text }) => text,
	title: ({ text }) => text,
	table: ({ rows }) => rows.map((cells) => cells.map((cell) => byType(PLAIN, cell)).join('\t')).join('\n'),
	lines: ({ plain }) => plain,
};

export function plainLine(parts: readonly Part[]): string {
	return parts.map((part) => byType(PLAIN, part)).join('');
}

/** Each line, and what can't stand within one by itself. */
export function plainLines(lines: ReadonlyArray<readonly Part[]>): string {
	return lines
		.flatMap(inBlocks)
		.map(plainLine)
		.filter((line) => line !== '')
		.join('\n');
}

const MARKDOWN: ByType<Part, [], string> = {
	words: ({ text, styles = [] }) => (styles.includes('codeInline') ? codeSpan(text) : escaped(text)),
	markdown: ({ text }) => text,
	link: ({ text, url }) => markdownLink(escaped(text), url),
	// Names take the place of placeholders later.
	mention: ({ text }) => (text.endsWith(KEY_END) ? text : escaped(text)),
	image: ({ key, alt }) => image(key, labelText(alt)),
	label: ({ text, url = '' }) => (url === '' ? `[${labelText(text)}]` : markdownLink(labelText(text), url)),
	rule: () => '---',
	code: ({ text, language }) => codeBlock(text, language),
	title: ({ text }) => `# ${labelText(text)}`,
	table: ({ rows }) => rows.map((cells, index) => rowOf(cells, index === 0)).join('\n'),
	lines: ({ markdown }) => markdown,
};

function rowOf(cells: readonly Part[], isHeader: boolean): string {
	const said = cells.map((cell) => byType(MARKDOWN, cell).replace(/\|/g, '\\|').replace(/\n/g, ' '));
	return `| ${said.join(' | ')} |${isHeader ? `\n|${' --- |'.repeat(cells.length)}` : ''}`;
}

/** The lines as Markdown: each a paragraph, what looks like an item of a list beside the others. */
export function markdownOf(lines: ReadonlyArray<readonly Part[]>): string {
	const blocks = lines.flatMap(inBlocks).map((parts): Block => {
		const [first] = parts;
		const own = first !== undefined && BLOCKS.has(first.type);
		return { text: own ? byType(MARKDOWN, first) : markdownLine(parts), own };
	});
	return written(blocks.filter(({ text }) => text !== ''));
}

/** Markdown of pieces in one line. */
export function markdownLine(parts: readonly Part[]): string {
	return styledWords(
		joined(parts).map((part) => ({
			text: byType(MARKDOWN, part),
			styles: 'styles' in part ? (part.styles ?? []) : [],
		})),
	);
}

/** The pieces of a line, with each that is a block by itself. */
function inBlocks(parts: readonly Part[]): Part[][] {
	const blocks: Part[][] = [];
	let open = false;
	for (const part of parts) {
		const own = BLOCKS.has(part.type);
		if (own || !open) blocks.push([part]);
		else blocks[blocks.length - 1]?.push(part);
		open = !own;
	}
	return blocks;
}

/** Words of one style beside one another are one piece. */
function joined(parts: readonly Part[]): Part[] {
	const found: Part[] = [];
	for (const part of parts) {
		const last = found[found.length - 1];
		if (part.type === 'words' && last?.type === 'words' && sameStyles(part.styles, last.styles))
			found[found.length - 1] = { ...last, text: last.text + part.text };
		else found.push(part);
	}
	return found;
}

function sameStyles(one: readonly string[] = [], other: readonly string[] = []): boolean {
	return one.length === other.length && one.every((style) => other.includes(style));
}
