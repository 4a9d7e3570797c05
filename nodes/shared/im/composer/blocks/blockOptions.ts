/** What any block may have besides its own fields: one collection for all, so that the panel has it once. */
import { propertyProblem, type Block, type CardPart, type Icon } from '../../../../../feishu/im/card';
import { InputError } from '../../../../../feishu/input';
import { isObject } from '../../../../../feishu/json';
import { isImageKey } from '../../../../../feishu/markdown/imageKeys';
import { collectionField, type Added } from '../../../fields/nested';
import { choiceField, flagField, jsonObjectField, numberField, textField } from '../../../fields/plain';

/** The same words in other languages: each reader sees those of their client. */
export const inLanguages = jsonObjectField({
	displayName: 'In Other Languages',
	name: 'languages',
	description: 'The words by language, such as {"en_us": "Done"}',
});

/** An icon as entered: the key of an image, or a token with its color behind it or none. */
export function iconNamed(entered: string): Icon {
	if (isImageKey(entered)) return { imageKey: entered };
	const [token = '', color] = entered.split(/\s+/);
	return color === undefined ? token : { token, color };
}

/** What has no field: for whoever knows the properties, which the documentation lists. */
export const properties = jsonObjectField({
	displayName: 'Properties (JSON)',
	name: 'properties',
	description: 'All else, such as {"disabled": true}',
});

const text = <const N extends string>(displayName: string, name: N, placeholder: string, description: string) =>
	textField({ displayName, name, placeholder: `e.g. ${placeholder}`, description });

const flag = <const N extends string>(displayName: string, name: N, isUsually: boolean, description: string) =>
	flagField({ displayName, name, default: isUsually, description });

const amount = <const N extends string>(displayName: string, name: N, description: string) =>
	numberField({ displayName, name, typeOptions: { minValue: 1 }, default: 1, description });

const options = [
	choiceField({
		displayName: 'Align',
		name: 'align',
		options: [
			{ name: 'Center', value: 'center' },
			{ name: 'Left', value: 'left' },
			{ name: 'Right', value: 'right' },
		],
		default: 'left',
		description: 'Of words, and of columns',
	}),
	text('Ask Before', 'confirm', 'Really?', 'A question before what is chosen or clicked counts'),
	text('Background', 'background', 'grey-50', 'A color of columns, containers and panels'),
	text('Corner Radius', 'radius', '8, 50%', 'Of images and containers'),
	flag('Disabled', 'disabled', true, 'Whether nobody can use it'),
	text('Element ID', 'id', 'answer', 'By which the block is changed later'),
	text('Hint', 'hint', 'Opens the order', 'Shown beside the pointer, of checkboxes and containers'),
	text('Icon', 'icon', 'bell_outlined red', 'In front of words: a token and its color, or an image key'),
	text('Initial Value', 'initial', 'yes', 'What is chosen or entered at first'),
	inLanguages,
	text('Margin', 'margin', '4px 0px', 'Around the block, in pixels'),
	properties,
	text('Size', 'size', 'large, 300x200', 'Of an image, or of faces'),
	amount('Stands In', 'inside', 'In the container, panel or form above; of columns, in the column of this number'),
	text('Width', 'width', 'fill, 200', 'Of what is used: fill, or pixels'),
] as const;

export const blockOptions = collectionField(
	{ displayName: 'Block Options', name: 'blockOptions', placeholder: 'Add option' },
	options,
);

export type BlockOptions = Added<(typeof options)[number]>;

/** The words of a block that may be in several languages. */
const WORDS: { readonly [type in Block['type']]?: string } = {
	markdown: 'text',
	note: 'text',
	checkbox: 'text',
	panel: 'title',
	input: 'title',
};

/** What an option is as a property, where that is not what was entered. */
const WRITTEN: { readonly [name: string]: (value: unknown, block: Block) => unknown } = {
	icon: (icon) => iconNamed(String(icon)),
	confirm: (question) => ({ title: 'Please confirm', text: question }),
	size(size, { type }) {
		const [, width, height] = (type === 'image' && /^(\d+)\s*[x×]\s*(\d+)$/.exec(String(size))) || [];
		return width === undefined ? size : { width: Number(width), height: Number(height) };
	},
};

/** Properties that were named, of a part of a card or a block. @throws InputError about one that it does not have */
export function checkedProperties<Part>(part: CardPart, named: object, label: string): Partial<Part> {
	for (const name of Object.keys(named)) {
		const problem = propertyProblem(part, name);
		if (problem !== undefined) throw new InputError(label, `${label}: there is no property '${name}'`, problem);
	}
	return named;
}

/** The block with its options. @throws InputError about one that blocks of its kind do not have */
export function withOptions(
	block: Block,
	{ inside: _, properties: more, ...added }: BlockOptions,
	label: string,
): Block {
	const { languages, ...looks } = added;
	const named: { [name: string]: unknown } = { ...block };
	for (const [name, value] of [...Object.entries(looks), ...Object.entries(more ?? {})]) {
		if (value === '') continue;
		const problem = propertyProblem(block.type, name);
		if (problem !== undefined) throw new InputError(label, `${label}: a block of this kind has no '${name}'`, problem);
		named[name] = Object.hasOwn(looks, name) ? (WRITTEN[name]?.(value, block) ?? value) : value;
	}
	if (languages && Object.keys(languages).length > 0) {
		const words = WORDS[block.type];
		if (words !== undefined) named[words] = isObject(named[words]) ? named[words] : { text: named[words], languages };
		else if (propertyProblem(block.type, 'languages') === undefined) named.languages = languages;
		else throw new InputError(label, `${label}: a block of this kind has no words in other languages`);
	}
	return named as unknown as Block;
}
