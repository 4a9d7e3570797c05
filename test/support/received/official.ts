import { parseReceivedContent } from '../../../feishu/im/received/parseContent';
import type { Received } from './contents';

/** What is no word of a message: wrappers, pictures for kinds of things, times (of another zone), and keys. */
const WRAPPING =
	/<\/?(?:file|folder|audio|video|sticker|group_card|contact_card|location|hongbao|vote|meeting|calendar\w*|todo|forwarded_messages|card|u)\b|\b(?:key|id|name|text|coords|duration|title)="|lat:|lng:|📊|📹|Topic:|Start time:|📅.*?(?=\p{L})|Due: .*|\d{4}-\d\d-\d\d \d\d:\d\d|!\[image\]|```\w*|\b2s\b/gu;

const wordsIn = (said: string) => said.match(/[\p{Letter}\p{Number}]+/gu) ?? [];

/** What an official reader makes of a message. */
export interface OfficialReading {
	content: string;
	resources: ReadonlyArray<{ fileKey: string }>;
}

/** The words and the files that an official reader finds and Parse Content does not. */
export function missingIn({ type, content, mentions = [] }: Received, official: OfficialReading) {
	const ours = parseReceivedContent(type, contentOf(content), mentions);
	const keys = ours.attachments.map(({ key }) => key);
	const known = new Set(
		[ours.text, ours.markdown, ...keys, JSON.stringify(ours.attachments)].flatMap((said) => wordsIn(said)),
	);
	return {
		words: wordsIn(official.content.replace(WRAPPING, ' ')).filter((word) => !known.has(word)),
		files: official.resources.map(({ fileKey }) => fileKey).filter((key) => !keys.includes(key)),
	};
}

/** As the message carries it. */
export const contentOf = (content: unknown) => (typeof content === 'string' ? content : JSON.stringify(content));
