import type { Block, BlockTree } from '../state/blockTree';
import { contentName } from '../state/blockTypes';
import type { Store } from '../state/store';
import type { Given } from './given';
import { languageName } from './languages';

export interface MarkdownWriting {
	store: Store;
	tree: BlockTree;
	lang: string;
}

interface Style {
	bold?: boolean;
	italic?: boolean;
	strikethrough?: boolean;
	inline_code?: boolean;
	link?: { url: string };
}

/** Nothing of these is left. */
const GONE = [
	...['image', 'sheet', 'bitable', 'board', 'chat_card', 'isv', 'add_ons', 'reference_synced', 'mindnote', 'diagram'],
	...['okr', 'wiki_catalog', 'sub_page_list', 'ai_template', 'task', 'link_preview'],
];

/** In all prose, whether Markdown would need it or not. */
const escaped = (text: string) => text.replace(/[\\`*_[\]().]/g, '\\$&');

function styled(text: string, { bold, italic, strikethrough, inline_code: code, link }: Style): string {
	if (text === '') return '';
	let written = code ? `\`${text}\`` : text;
	if (strikethrough) written = `~~${written}~~`;
	if (italic) written = `*${written}*`;
	if (bold) written = `**${written}**`;
	// Addresses stay encoded.
	return link ? `[${written}](${encodeURIComponent(link.url)})` : written;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** A date in the zone of China, which is the platform's. */
function dateOf(ms: string, wholeDay: boolean): string {
	const at = new Date(Number(ms) + 8 * 3_600_000);
	const day = `${at.getUTCFullYear()}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
	return wholeDay ? day : `${day} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
}

function personName({ store, lang }: MarkdownWriting, openId: string): string {
	const user = store.contact.users.get(openId);
	return (lang === 'en' ? user?.en_name : undefined) ?? user?.name ?? store.apps.byBot(openId)?.name ?? '';
}

function elementText(element: Given, isProse: boolean, writing: MarkdownWriting): string {
	const [[name, value] = ['', {}]] = Object.entries(element);
	const given = value as Record<string, string> & { text_element_style?: Style; is_whole_day?: boolean };
	const style = given.text_element_style ?? {};
	if (name === 'text_run') {
		const { content = '' } = given;
		return styled(isProse && !style.inline_code ? escaped(content) : content, style);
	}
	if (name === 'mention_user') return `@${personName(writing, given.user_id ?? '')}`;
	if (name === 'mention_doc') return `[${given.title ?? ''}](${given.url ?? ''})`;
	if (name === 'reminder') return `⏰${dateOf(given.expire_time ?? '0', given.is_whole_day === true)}`;
	return name === 'equation' ? `$${given.content ?? ''}$` : '';
}

const textOf = (block: Block, writing: MarkdownWriting, isProse = true): string => {
	const content = block[contentName(block.block_type) ?? ''] as { elements?: Given[] } | undefined;
	return (content?.elements ?? []).map((element) => elementText(element, isProse, writing)).join('');
};

const indented = (lines: string, by: string) => lines.replace(/^(?=.)/gm, by);

interface Own {
	block: Block;
	/** Of an entry in a list with numbers. */
	number: number;
	style: { done?: boolean; language?: number };
	/** Its words, escaped or as they are. */
	prose: () => string;
	plain: () => string;
}

/** What a block is, without those below it; of a type that is not here nothing is left. */
const WRITTEN: Readonly<Record<string, (own: Own) => string>> = {
	page: ({ plain }) => `# ${plain()}`,
	text: ({ prose }) => prose(),
	bullet: ({ prose }) => `- ${prose()}`,
	ordered: ({ prose, number }) => `${number}. ${prose()}`,
	todo: ({ prose, style }) => `* [${style.done ? 'x' : ' '}] ${prose()}`,
	code: ({ plain, style }) => `\`\`\`${style.language ? languageName(style.language) : ''}\n${plain()}\n\`\`\``,
	quote: ({ prose }) => `> ${prose()}`,
	divider: () => '---',
	file: ({ block }) => `\\[${escaped(String((block.file as Given).name))}\\]`,
	iframe: ({ block }) => `[${String(((block.iframe as Given).component as Given).url)}]()`,
};

function ownText(block: Block, number: number, writing: MarkdownWriting): string | undefined {
	const name = contentName(block.block_type) ?? '';
	const { style = {} } = (block[name] ?? {}) as { style?: Own['style'] };
	const plain = () => textOf(block, writing, false);
	const heading = /^heading(\d)$/.exec(name);
	if (heading) return `${'#'.repeat(Math.min(6, Number(heading[1])))} ${plain()}`;
	return WRITTEN[name]?.({ block, number, style, plain, prose: () => textOf(block, writing) });
}

const LISTS = ['bullet', 'ordered', 'todo'];

function blockLines(block: Block, index: number, writing: MarkdownWriting): string[] {
	const name = contentName(block.block_type) ?? '';
	if (GONE.includes(name)) return [];
	const below = writtenBelow(block.block_id, writing);
	// Of tables, columns and callouts only what is in them is left.
	if (name === 'table_cell') return [`\n\n${below.join('\n\n')}\n`];
	if (name === 'quote_container') return [below.map((line) => `${indented(line, '> ')}\n> \n`).join('')];
	const own = ownText(block, index, writing);
	const inside = LISTS.includes(name) ? below.map((line) => indented(line, '    ')) : below;
	return [...(own === undefined ? [] : [own]), ...inside];
}

function writtenBelow(id: string, writing: MarkdownWriting): string[] {
	let number = 0;
	return writing.tree.childrenOf(id).flatMap((block) => {
		number = contentName(block.block_type) === 'ordered' ? number + 1 : 0;
		return blockLines(block, number, writing);
	});
}

/** A document as the platform writes it in Markdown, with all that gets lost on the way. */
export function writtenMarkdown(writing: MarkdownWriting): string {
	const { tree } = writing;
	const page = tree.get(tree.rootId);
	return [...(page ? [ownText(page, 0, writing) ?? ''] : []), ...writtenBelow(tree.rootId, writing)].join('\n\n');
}
