import { invalidContent, wrongFormat } from './contentErrors';
import type { Acceptor } from './types';

const AT_TAG = /<at\s+user_id\s*=\s*\\?["']([^"'\\]*)\\?["']\s*>(.*?)<\/at>/gs;

/** Styles are not read back. */
const STYLE_TAG = /<\/?[biusBIUS]>/g;

export const text: Acceptor = ({ content, mentions, store }) => {
	const value = content.text;
	if (typeof value !== 'string') throw wrongFormat('text');
	if (value.length === 0) throw wrongFormat('text');
	const shown = value.replace(AT_TAG, (_tag, id: string, name: string) => {
		const key = mentions.add(id);
		// How the platform words an unknown id in a mention is not documented; that it refuses it is our assumption.
		if (key === undefined && mentions.among) return name;
		if (key === undefined && store.settings.unknownMention === 'shown') return `@${name}`;
		if (key === undefined) throw invalidContent(`invalid user_id in at: ${id}`);
		return key;
	});
	return { content: { text: shown }, read_back: { text: shown.replace(STYLE_TAG, '') } };
};
