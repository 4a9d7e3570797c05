import { wikiAddress } from '../../../../feishu/drive/wikiAddress';
import { locatorField, TEXT } from '../../../shared/fields/locator';
import type { Words } from '../../../shared/fields/plain';
import { mappedField, type Field } from '../../../shared/operation/field';

/** A page of a wiki by its address or its token: `node_token`. @throws InputError */
export function wikiPageField<const N extends string = 'wikiPage'>(words: Partial<Words<N>> = {}): Field<string, N> {
	const located = locatorField({
		displayName: 'Page',
		description: 'A page of a wiki: paste its address',
		modes: [
			{
				displayName: 'By URL',
				name: 'url',
				...TEXT,
				placeholder: 'e.g. https://example.feishu.cn/wiki/EpMmw5WZQi7TYRk…',
			},
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. EpMmw5WZQi7TYRkkjZwc5kN3nnb' },
		],
		...words,
		name: (words.name ?? 'wikiPage') as N,
	});
	return mappedField(located, ({ value }, label) => wikiAddress(label, value));
}
