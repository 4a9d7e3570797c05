import { type Element, isObject } from './cardWalk';

/** What the card service looks for in Markdown. */

const withoutCode = (markdown: string) => markdown.replace(/```[\s\S]*?(?:```|$)/g, '').replace(/`[^`\n]*`/g, '');

const AT = /<at\s+(id|user_id|email|ids)\s*=\s*["']?([^"'\s>]+)["']?\s*>/g;
const IMAGE = /!\[[^\]]*\]\(([^)\s]*)[^)]*\)/g;
/** The second line of a table: `| --- | :-: |`. */
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Those named with `<at …>`: e-mail addresses and other ids. Source: …/card-json-v2-components/content-components/rich-text */
export function* mentionsIn(markdown: string): Generator<{ kind: 'email' | 'id'; id: string }> {
	for (const [, kind, ids = ''] of withoutCode(markdown).matchAll(AT))
		for (const id of ids.split(',')) yield { kind: kind === 'email' ? 'email' : 'id', id };
}

/** The targets of `![…](…)`, which have to be image keys. */
export function* imagesIn(markdown: string): Generator<string> {
	for (const [, key = ''] of withoutCode(markdown).matchAll(IMAGE)) yield key;
}

/** Whether audio stands in it. */
export const hasAudio = (markdown: string) => /<audio\s/.test(withoutCode(markdown));

/** The texts of an element that are read as Markdown, in every language. */
export function* markdownOf({ tag, json }: Element): Generator<string> {
	if (tag !== 'markdown' && tag !== 'lark_md') return;
	const languages = isObject(json.i18n_content) ? Object.values(json.i18n_content) : [];
	for (const content of [json.content, ...languages]) if (typeof content === 'string') yield content;
}

/** How many tables Markdown has (GitHub's form: a row of cells and under it a row of dashes). */
export function tablesIn(markdown: string): number {
	const lines = withoutCode(markdown).split('\n');
	return lines.filter(
		(line, index) => line.includes('|') && DELIMITER.test(line) && (lines[index - 1] ?? '').includes('|'),
	).length;
}
