/** Where a picture or a file of a message comes from: the same fields for whole messages and for blocks of a card. */
import { fileField } from '../../fields/common';
import { idIn } from '../../fields/idField';
import { textField, type Words } from '../../fields/plain';
import { mappedField, type Field } from '../../operation/field';
import { uploadImage } from '../upload';
import { platformOf, type Tools } from './tools';

/** Gives the key under which the platform holds the file, and uploads it before if need be. */
export type KeyOf = (tools: Tools) => Promise<string>;

export const imageKey = idIn(
	'image',
	textField({
		displayName: 'Image Key',
		name: 'imageKey',
		required: true,
		placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
		description: 'From Media → Upload Image',
	}),
);

/** An image of the input item. */
export function uploadedImage<const N extends string = 'binaryPropertyName'>(
	words: Partial<Words<N>> = {},
): Field<KeyOf, N> {
	return mappedField(
		fileField(words),
		(open, label): KeyOf =>
			async (tools) => {
				return await uploadImage(platformOf(tools), await open(), label);
			},
	);
}

/** A key that people enter. */
export function asGiven<N extends string>(field: Field<string, N>): Field<KeyOf, N> {
	return mappedField(
		field,
		(key): KeyOf =>
			async () =>
				key,
	);
}
