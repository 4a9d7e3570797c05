import type { JsonObject } from '../json';
import { text } from '../json';
import { emojiOf } from './calloutEmoji';
import { alertNamed } from './callouts';
import { behindColourName, wordsColourName } from './colours';
import { openingTag } from './tagAttributes';
import { quoted } from './movedLines';
import type { MarkdownOptions } from './writtenElement';

/** A callout: as one of GitHub's alerts where it looks like one, otherwise by its tag. @param said what it holds */
export function calloutMarkdown(
	body: JsonObject,
	said: string,
	{ dialect }: MarkdownOptions,
	beginsWithWords: boolean,
): string {
	const alert = alertNamed(body);
	const emoji = emojiOf(text(body.emoji_id));
	if (alert !== undefined) return quoted(`[!${alert}]${beginsWithWords ? '\n' : '\n\n'}${said}`.trimEnd());
	if (dialect === 'plain') return quoted(/^[\w-]*$/.test(emoji) ? said : `${emoji} ${said}`);
	const tag = openingTag('callout', {
		emoji,
		'background-color': behindColourName(body.background_color),
		'border-color': wordsColourName(body.border_color),
		'text-color': wordsColourName(body.text_color),
	});
	return `${tag}\n${said === '' ? '' : `${said}\n`}</callout>`;
}
