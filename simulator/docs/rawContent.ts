import type { Block } from '../state/blockTree';
import { contentName } from '../state/blockTypes';
import type { Store } from '../state/store';
import type { Given } from './given';

const textIn = (element: Given, nameOf: (openId: string) => string): string => {
	const [[name, value] = ['', {}]] = Object.entries(element);
	const { content, title, user_id: person } = value as Record<string, string | undefined>;
	if (name === 'text_run' || name === 'equation') return content ?? '';
	if (name === 'mention_user') return `@${nameOf(person ?? '')}`;
	return name === 'mention_doc' ? (title ?? '') : '';
};

/** The words of a document, a line for each text: what is linked, embedded or drawn is not there. */
export function rawContent(store: Store, blocks: readonly Block[], english: boolean): string {
	const nameOf = (openId: string) => {
		const user = store.contact.users.get(openId);
		return (english ? user?.en_name : undefined) ?? user?.name ?? store.apps.byBot(openId)?.name ?? '';
	};
	return blocks
		.map((block) => (block[contentName(block.block_type) ?? ''] as { elements?: Given[] } | undefined)?.elements)
		.filter((elements) => elements !== undefined)
		.map((elements) => `${elements.map((element) => textIn(element, nameOf)).join('')}\n`)
		.join('');
}
