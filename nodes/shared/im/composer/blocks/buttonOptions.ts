import { collectionField } from '../../../fields/nested';
import { textField } from '../../../fields/plain';
import { inLanguages, properties } from './blockOptions';

/** How a button looks, and what it says besides. */
export const looks = collectionField(
	{ displayName: 'Button Options', name: 'buttonOptions', placeholder: 'Add option' },
	[
		textField({
			displayName: 'Hint',
			name: 'hint',
			placeholder: 'e.g. Opens the shop',
			description: 'Beside the pointer',
		}),
		textField({
			displayName: 'Icon',
			name: 'icon',
			placeholder: 'e.g. bell_outlined red',
			description: 'A token and its color, or an image key',
		}),
		inLanguages,
		properties,
		textField({ displayName: 'Size', name: 'size', placeholder: 'e.g. small', description: 'From tiny to large' }),
		textField({ displayName: 'Width', name: 'width', placeholder: 'e.g. fill, 200', description: 'Pixels, or fill' }),
	],
);
