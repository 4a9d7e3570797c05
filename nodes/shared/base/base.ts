import { baseAddress } from '../../../feishu/base/baseAddress';
import { fromList, locatorField, TEXT } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';
import { WIKI_NODE } from '../wiki/wikiNodes';
import { Base } from './basePlace';
import { searchBases } from './searchBases';

/** A base: from the list, by any address that the browser shows of it, or by its token. */
export function baseField<const N extends string = 'base'>(words: Partial<Words<N>> = {}): Field<Base, N> {
	const located = locatorField({
		displayName: 'Base',
		description:
			'Paste its address, or choose it. An app sees bases that it was added to: in the base … → More → Add document app.',
		modes: [
			fromList('searchBases', 'Choose a base…'),
			{
				displayName: 'By URL',
				name: 'url',
				...TEXT,
				placeholder: 'e.g. https://example.feishu.cn/base/UyfIbA…?table=tbl…',
				hint: 'Of the base or of its page in a wiki; the table and the view are taken from it',
			},
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. UyfIbAT3ba5sTssMvG5cEUOmnxd' },
		],
		searches: { searchBases },
		calls: [WIKI_NODE],
		...words,
		name: (words.name ?? 'base') as N,
	});
	return mappedField(located, ({ value }, label) => new Base(baseAddress(label, value), label, value));
}
