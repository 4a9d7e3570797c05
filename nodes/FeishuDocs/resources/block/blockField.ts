import { InputError } from '../../../../feishu/input';
import { locatorField, TEXT } from '../../../shared/fields/locator';
import type { Words } from '../../../shared/fields/plain';
import { mappedField, type Field } from '../../../shared/operation/field';

const ID = /^[A-Za-z0-9]{10,64}$/;

const COPY = 'Hover over the block, choose ⋮⋮ → Copy Link to Block, and paste that; Block: Get Many lists the IDs';

/** A block by its ID, or by the link to it that a document copies. @throws InputError */
export function blockField<const N extends string = 'block'>(words: Partial<Words<N>> = {}): Field<string, N> {
	const located = locatorField({
		displayName: 'Block',
		description: COPY,
		modes: [
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. doxcnSS4ouQkQEouGSUkTg9NJPe' },
			{
				displayName: 'By URL',
				name: 'url',
				...TEXT,
				placeholder: 'e.g. https://example.feishu.cn/docx/UMK…#doxcnSS4…',
			},
		],
		...words,
		name: (words.name ?? 'block') as N,
	});
	return mappedField(located, ({ value }, label) => {
		const id = /^https?:/i.test(value) ? (/#(?:part-|share-)?([A-Za-z0-9]+)$/.exec(value)?.[1] ?? '') : value;
		if (ID.test(id)) return id;
		throw new InputError(label, `The field '${label}' holds no block: ${value.slice(0, 80)}`, COPY);
	});
}
