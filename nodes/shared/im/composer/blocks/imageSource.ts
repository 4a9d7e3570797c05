import { textField } from '../../../fields/plain';
import { complaint } from '../../../operation/field';
import type { Panel } from '../../../operation/panel';
import { imageKeyOf, originOf } from '../images';
import type { KeyOf } from '../mediaSource';

/** An image in one field, where several stand in rows. */
export const anyImage = textField({
	displayName: 'Image',
	name: 'image',
	required: true,
	placeholder: 'e.g. https://example.com/a.png, binary:data',
	description: 'An address, a file of the input, or the key of an image from before',
});

/** The key of an image by its address. @throws InputError when there is none */
export function imageFrom(panel: Panel, label: string, address: string): KeyOf {
	const origin = originOf(panel, label);
	return async (tools) => {
		const key = await imageKeyOf(tools, address, origin);
		if (key !== undefined) return key;
		if (!/^https?:/i.test(address))
			throw complaint(
				label,
				`names no image: ${address.slice(0, 100)}`,
				"An address (https://…), a file of the input (binary:data), or an image's key (img_…)",
			);
		throw complaint(
			label,
			`leads to no image: ${address.slice(0, 100)}`,
			'The address must answer with an image of at most 10 MB without signing in',
		);
	};
}
