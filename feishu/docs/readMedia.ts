import { isObject, object, text, type JsonObject } from '../json';

/** A picture or file of a document. */
export interface DocumentMedia {
	token: string;
	/** Empty of pictures. */
	name: string;
}

/** Pictures and files in the order of the blocks; those without content yet are left out. */
export function mediaIn(blocks: readonly JsonObject[]): DocumentMedia[] {
	return blocks
		.map(({ image, file }) => ({ token: text(object(image ?? file).token), name: text(object(file).name) }))
		.filter(({ token }) => token !== '');
}

/** IDs of the people whom a document mentions, each once. */
export function peopleIn(blocks: readonly JsonObject[]): string[] {
	const ids = new Set<string>();
	const look = (value: unknown): void => {
		if (Array.isArray(value)) value.forEach(look);
		if (!isObject(value)) return;
		const { mention_user: mention, ...rest } = value;
		const id = text(object(mention).user_id);
		if (id !== '') ids.add(id);
		Object.values(rest).forEach(look);
	};
	blocks.forEach(look);
	return [...ids];
}
