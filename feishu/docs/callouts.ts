import type { JsonObject } from '../json';
import type { Inline, MarkdownNode, NodeOf } from '../markdown/nodes';
import { attributeOf } from '../markdown/tags';
import { emojiName } from './calloutEmoji';
import { behindColour, wordsColour } from './colours';
import { joinedRuns } from './joinedRuns';
import { textRun, type NewBlock } from './newBlock';

/** How each of GitHub's alerts looks as a callout. @see https://docs.github.com/get-started/writing-on-github (Alerts) */
const ALERTS: Readonly<Record<string, { colour: number; emoji_id: string }>> = {
	NOTE: { colour: 5, emoji_id: 'information_source' },
	TIP: { colour: 4, emoji_id: 'bulb' },
	IMPORTANT: { colour: 6, emoji_id: 'pushpin' },
	WARNING: { colour: 3, emoji_id: 'warning' },
	CAUTION: { colour: 1, emoji_id: 'no_entry' },
};

const MARK = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*$/i;

const alertBody = ({ colour, emoji_id }: { colour: number; emoji_id: string }): JsonObject => ({
	background_color: colour,
	border_color: colour,
	emoji_id,
});

/** The callout that a quote is, by the first of its lines; undefined for a quote. */
export function alertOf({ children }: NodeOf<'quote'>): { body: JsonObject; children: MarkdownNode[] } | undefined {
	const [first, ...rest] = children;
	if (first?.type !== 'paragraph') return undefined;
	const end = first.words.findIndex(({ type }) => type === 'break');
	const line = end === -1 ? first.words : first.words.slice(0, end);
	const name = MARK.exec(line.map(textOf).join(''))?.[1]?.toUpperCase() ?? '';
	const alert = ALERTS[name];
	if (!alert) return undefined;
	const words = end === -1 ? [] : first.words.slice(end + 1);
	return { body: alertBody(alert), children: words.length > 0 ? [{ ...first, words }, ...rest] : rest };
}

const textOf = (node: Inline): string => (node.type === 'text' && node.written === undefined ? node.text : '\0');

/** The alert that a callout looks like; undefined where it looks like none. */
export function alertNamed(body: JsonObject): string | undefined {
	return Object.entries(ALERTS).find(
		([, alert]) =>
			body.background_color === alert.colour &&
			body.border_color === alert.colour &&
			body.emoji_id === alert.emoji_id &&
			body.text_color === undefined,
	)?.[0];
}

/** What the tag of a callout says. */
export function calloutBody(attributes: ReadonlyMap<string, string>): JsonObject {
	const emoji_id = emojiName(attributeOf(attributes, 'emoji'));
	const background_color = behindColour(attributeOf(attributes, 'background-color'));
	const border_color = wordsColour(attributeOf(attributes, 'border-color').replace(/^light-/, ''));
	const text_color = wordsColour(attributeOf(attributes, 'text-color'));
	return {
		...(background_color && { background_color }),
		...(border_color && { border_color }),
		...(text_color && { text_color }),
		...(emoji_id !== undefined && { emoji_id }),
	};
}

/** An emoji that has no name here stands before the words. */
export function withEmoji(blocks: NewBlock[], attributes: ReadonlyMap<string, string>): NewBlock[] {
	const emoji = attributeOf(attributes, 'emoji').trim();
	const [first, ...rest] = blocks;
	if (emoji === '' || emojiName(emoji) !== undefined || first?.kind !== 'text') return blocks;
	const elements = joinedRuns([textRun(`${emoji} `), ...(first.body.elements as JsonObject[])]);
	return [{ ...first, body: { ...first.body, elements } }, ...rest];
}
