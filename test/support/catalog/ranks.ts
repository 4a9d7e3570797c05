import type { IndexEntry } from '../../../feishu/catalog';

/** The place, from 0, of the best of the endpoints that a sentence means; Infinity where none is found. */
export async function rankOf(
	[sentence, ...meant]: readonly [string, ...string[]],
	search: (text: string) => Promise<IndexEntry[]>,
): Promise<number> {
	const ids = (await search(sentence)).map(({ id }) => id.replace('/open-apis/', ''));
	return Math.min(...meant.map((id) => ids.indexOf(id)).map((at) => (at < 0 ? Infinity : at)));
}
