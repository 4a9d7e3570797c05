import { wikiAddress } from '../../../feishu/drive/wikiAddress';
import { fromList, locatorField, optionalLocatorField, TEXT } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';
import { searchPages } from './searchPages';

const modes = () => [
	fromList('searchPages', 'Choose a page…'),
	{
		displayName: 'By URL',
		name: 'url',
		...TEXT,
		placeholder: 'e.g. https://example.feishu.cn/wiki/EpMmw5WZQi7TYRk…',
	},
	{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. EpMmw5WZQi7TYRkkjZwc5kN3nnb' },
];

/** A page as filled in. */
export interface EnteredPage {
	node_token: string;
	/** The host of the address that was pasted, such as `https://example.feishu.cn`. */
	origin?: string;
}

const entered = (label: string, value: string): EnteredPage => ({
	node_token: wikiAddress(label, value),
	...(/^https?:/i.test(value) && { origin: new URL(value).origin }),
});

/** A page of a wiki: from the list, by its address, or by its token. @throws InputError */
export function pageField<const N extends string = 'wikiPage'>(words: Partial<Words<N>> = {}): Field<EnteredPage, N> {
	const located = locatorField({
		displayName: 'Page',
		description: 'A page of a wiki: choose it, or paste its address',
		modes: modes(),
		searches: { searchPages },
		...words,
		name: (words.name ?? 'wikiPage') as N,
	});
	return mappedField(located, ({ value }, label) => entered(label, value));
}

/** The same, which may be left empty. @throws InputError */
export function optionalPageField<const N extends string>(words: Words<N>): Field<EnteredPage | undefined, N> {
	const located = optionalLocatorField({ ...words, modes: modes(), searches: { searchPages } });
	return mappedField(located, (found, label) => found && entered(label, found.value));
}
