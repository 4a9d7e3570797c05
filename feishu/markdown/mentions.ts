import { mapTokens } from './map-tokens';

/** Of the platform's tags that name people, the first of which notifies them. A space of no width makes words of them. */
const NAMING = /<(?=\/?(?:at|person)\b)/gi;

/** The same text with its mentions as mere words: nobody is named or notified by it. */
export function withoutMentions(markdown: string): string {
	if (!/<(?:at|person)\b/i.test(markdown)) return markdown;
	// Within the label of a link, too, and where the tag does not end: who knows what comes after it.
	return mapTokens(markdown, ({ type, raw }) => (type === 'code' ? undefined : raw.replace(NAMING, '<\u200b')));
}
