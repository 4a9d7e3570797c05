import { InputError } from '../../../../../feishu/input';
import type { Field } from '../../../operation/operation';
import { imageKeyOf } from '../images';
import type { Surface } from '../kind';
import type { BlockKind } from './block';

const keyField: Field = {
	displayName: 'Image Key',
	name: 'imageKey',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
	description: 'From Media → Upload Image',
};

/** Where the picture comes from: a custom bot can't upload, so it takes keys only. */
function sources({ app }: Surface): Field[] {
	if (!app) return [keyField];
	return [
		{
			displayName: 'Image From',
			name: 'imageFrom',
			type: 'options',
			options: [
				{ name: 'Input Data', value: 'binary', description: 'A file of the input item' },
				{ name: 'Key', value: 'key', description: 'An image that this app has uploaded before' },
				{ name: 'URL', value: 'url', description: 'An image on the web; it is uploaded, up to 10 MB' },
			],
			default: 'url',
			description: 'Where the image comes from',
		},
		{
			displayName: 'Image URL',
			name: 'imageUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/chart.png',
			description: 'The address of the image',
			displayOptions: { show: { imageFrom: ['url'] } },
		},
		{
			displayName: 'Input Data Field Name',
			name: 'imageProperty',
			type: 'string',
			required: true,
			default: 'data',
			placeholder: 'e.g. data',
			description: 'The name of the input field containing the image',
			displayOptions: { show: { imageFrom: ['binary'] } },
		},
		{ ...keyField, displayOptions: { show: { imageFrom: ['key'] } } },
	];
}

export const image: BlockKind = {
	value: 'image',
	name: 'Image',
	description: 'A picture from the input, the web or an earlier upload',
	fields: (surface) => [
		...sources(surface),
		{
			displayName: 'Alternative Text',
			name: 'imageAlt',
			type: 'string',
			default: '',
			placeholder: 'e.g. Sales by week',
			description: 'Shown when the pointer rests on the image',
		},
	],
	async read(row, context) {
		const from = context.surface.app ? row.choice('imageFrom') : 'key';
		const [address, name] =
			from === 'key'
				? [row.text('imageKey'), 'imageKey']
				: from === 'binary'
					? [`binary:${row.text('imageProperty')}`, 'imageProperty']
					: [row.text('imageUrl'), 'imageUrl'];
		const imageKey = from === 'key' ? address : await imageKeyOf({ ...context, param: row }, address, name);
		if (imageKey === undefined)
			throw new InputError(
				row.label(name),
				`The field '${row.label(name)}' leads to no image: ${address.slice(0, 100)}`,
				'The address must answer with an image of at most 10 MB without signing in',
			);
		return { type: 'image', imageKey, alt: row.optionalText('imageAlt') };
	},
};
