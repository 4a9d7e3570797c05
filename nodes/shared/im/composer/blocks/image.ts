import { mappedField, type Field } from '../../../operation/field';
import { fieldGroup } from '../../../fields/nested';
import { choiceField, textField } from '../../../fields/plain';
import { variantField } from '../../../fields/variants';
import { UPLOAD_IMAGE } from '../../upload';
import { asGiven, imageKey, uploadedImage, type KeyOf } from '../mediaSource';
import type { BlockKind, MakeBlock } from './block';
import { imageFrom } from './imageSource';

const source = choiceField({
	displayName: 'Source',
	name: 'mediaSource',
	options: [
		{ name: 'Input Data', value: 'binary', description: 'A file of the input item' },
		{ name: 'Key', value: 'key', description: 'An image that this app has uploaded before' },
		{ name: 'URL', value: 'url', description: 'An image on the web; it is uploaded, up to 10 MB' },
	],
	default: 'url',
	description: 'Where the image comes from',
});

const url = textField({
	displayName: 'Image URL',
	name: 'imageUrl',
	required: true,
	placeholder: 'e.g. https://example.com/chart.png',
	description: 'The address of the image',
});

const fromWeb = fieldGroup('fromWeb', [url], ({ read, panel, label }) => imageFrom(panel, label(url), read(url)));

const anywhere = mappedField(
	variantField(source, {
		url: fromWeb,
		binary: uploadedImage({ description: 'The name of the input field containing the image' }),
		key: asGiven(imageKey),
	}),
	({ value }) => value,
);

const alt = textField({
	displayName: 'Alternative Text',
	name: 'imageAlt',
	placeholder: 'e.g. Sales by week',
	description: 'Shown when the pointer rests on the image',
});

export const image: BlockKind = {
	value: 'image',
	name: 'Image',
	description: 'A picture from the input, the web or an earlier upload',
	calls: [UPLOAD_IMAGE],
	field({ app }) {
		// A custom bot can't upload, so it takes keys only.
		const key: Field<KeyOf> = app ? anywhere : asGiven(imageKey);
		return fieldGroup('image', [key, alt], ({ read }): MakeBlock => {
			const keyOf = read(key);
			const words = read(alt);
			return async (tools) => ({ type: 'image', imageKey: await keyOf(tools), alt: words });
		});
	},
};
