import { choiceField, flagField, plainField, type Words } from '../shared/fields/plain';
import { textOf } from '../shared/fields/values';
import { complaint, type Field } from '../shared/operation/field';

/** A color as the platform takes it: `#1f883d`. Empty stays empty. @throws InputError */
export function colorField<const N extends string>(words: Words<N>): Field<string, N> {
	return plainField({ ...words, type: 'color', default: '', placeholder: 'e.g. #FFF2CC' }, (value, label) => {
		const color = textOf(label, value).trim();
		const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color) ?? [];
		if (color === '') return '';
		if (digits === '') throw complaint(label, `holds no color: ${color.slice(0, 40)}`, 'Use one such as #FFF2CC');
		return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
	});
}

/** What cells and what conditions both give to text. */

export const backColorField = colorField({
	displayName: 'Background Color',
	name: 'backColor',
	description: 'Behind the text',
});

export const boldField = flagField({
	displayName: 'Bold',
	name: 'bold',
	default: true,
	description: 'Whether text is bold',
});

export const italicField = flagField({
	displayName: 'Italic',
	name: 'italic',
	default: true,
	description: 'Whether text is italic',
});

export const linesField = choiceField({
	displayName: 'Lines',
	name: 'textDecoration',
	options: [
		{ name: 'None', value: '0' },
		{ name: 'Underlined', value: '1' },
		{ name: 'Struck Through', value: '2' },
		{ name: 'Underlined and Struck Through', value: '3' },
	],
	default: '1',
	description: 'Lines under or through text',
});

export const textColorField = colorField({
	displayName: 'Text Color',
	name: 'foreColor',
	description: 'Of the letters',
});
