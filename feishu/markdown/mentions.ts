/** The platform's tags that name people, the first of which notifies them. */
const NAMING = /<(?=\/?(?:at|person)\b)/gi;

/**
 * The same text with its mentions as mere words: nobody is named or notified by it. In code as well, since what is code
 * is a matter of who reads it; a space of no width changes nothing for readers.
 */
export function withoutMentions(markdown: string): string {
	return markdown.replace(NAMING, '<\u200b');
}
