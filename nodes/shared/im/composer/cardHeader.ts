import type { CardHeader, HeaderColor, TagColor, Words } from '../../../../feishu/im/card';
import { collectionField, rowsField } from '../../fields/nested';
import { choiceField, flagField, jsonObjectField, textField } from '../../fields/plain';
import { isObject } from '../../../../feishu/json';
import { iconNamed, inLanguages } from './blocks/blockOptions';
import type { ValueOf } from '../../operation/field';

/** The title of a card's header; none without a title. */
export const cardTitle = textField({
	displayName: 'Title',
	name: 'cardTitle',
	placeholder: 'e.g. Weekly report',
	description: 'Shown in the header; without it the card has none',
});

/** The color of a card's header; errors in red and successes in green are what people expect. */
export const headerColor = choiceField({
	displayName: 'Header Color',
	name: 'cardColor',
	options: [
		{ name: 'Blue', value: 'blue' },
		{ name: 'Carmine', value: 'carmine' },
		{ name: 'Gray', value: 'grey' },
		{ name: 'Green', value: 'green', description: 'For success' },
		{ name: 'Indigo', value: 'indigo' },
		{ name: 'None', value: 'default', description: 'White, black in the dark theme' },
		{ name: 'Orange', value: 'orange', description: 'For warnings' },
		{ name: 'Purple', value: 'purple' },
		{ name: 'Red', value: 'red', description: 'For errors' },
		{ name: 'Turquoise', value: 'turquoise' },
		{ name: 'Violet', value: 'violet' },
		{ name: 'Wathet', value: 'wathet' },
		{ name: 'Yellow', value: 'yellow' },
	],
	default: 'blue',
	description: 'The background of the header; a post has none',
});

const tagColor = choiceField({
	displayName: 'Color',
	name: 'color',
	options: (
		[
			'Blue',
			'Carmine',
			'Green',
			'Indigo',
			'Lime',
			'Neutral',
			'Orange',
			'Purple',
			'Red',
			'Turquoise',
			'Violet',
			'Wathet',
			'Yellow',
		] as const
	).map((name) => ({ name, value: name.toLowerCase() as TagColor })),
	default: 'blue',
	description: 'The color of the tag',
});

const tagText = textField({
	displayName: 'Text',
	name: 'text',
	placeholder: 'e.g. P1',
	description: 'What stands in the tag',
});

/** What a header has besides its title. */
export const headerOptions = collectionField(
	{ displayName: 'Header Options', name: 'cardHeader', placeholder: 'Add option' },
	[
		flagField({
			displayName: 'Emoji and Mentions',
			name: 'rich',
			default: true,
			description: 'Whether :OK: and mentions count in title and subtitle',
		}),
		textField({
			displayName: 'Icon',
			name: 'icon',
			placeholder: 'e.g. bell_outlined red',
			description:
				'A token of the <a href="https://open.feishu.cn/document/feishu-cards/enumerations-for-icons" target="_blank">icon library</a>, with a color behind it or none; or an image key',
		}),
		jsonObjectField({
			displayName: 'In Other Languages',
			name: 'languages',
			description: 'By language, such as {"en_us": {"title": "Done", "subtitle": ""}}',
		}),
		textField({
			displayName: 'Subtitle',
			name: 'subtitle',
			placeholder: 'e.g. Production, eu-1',
			description: 'Smaller words below the title',
		}),
		rowsField(
			{
				displayName: 'Tags',
				name: 'tags',
				groupKey: 'tag',
				groupName: 'Tag',
				typeOptions: { multipleValues: true, maxAllowedFields: 3 },
				placeholder: 'Add Tag',
				description: 'Up to three colored tags behind the title',
			},
			[tagColor, tagText, inLanguages],
		),
	],
);

interface HeaderWords {
	title: string;
	color: HeaderColor;
	options: ValueOf<typeof headerOptions>;
}

/** @returns undefined where there is none @throws InputError about what needs a title */
export function headerOf({ title, color, options }: HeaderWords): CardHeader | undefined {
	const { icon = '', subtitle = '', tags: rows = [], languages = {}, rich } = options;
	const tags = rows
		.map(({ read }) => ({ color: read(tagColor), text: read(tagText), languages: read(inLanguages) }))
		.filter(({ text }) => text !== '')
		.map(({ color: tinted, text, languages: others }) => ({
			color: tinted,
			text: Object.keys(others).length > 0 ? { text, languages: others } : text,
		}));
	if (title === '' && subtitle === '') {
		if (tags.length === 0) return undefined;
		throw cardTitle.refuse('is empty', 'A header with tags needs a title');
	}
	return {
		...(title !== '' && { title: inAll('title', title, languages) }),
		color,
		...(rich && { rich }),
		...(subtitle !== '' && { subtitle: inAll('subtitle', subtitle, languages) }),
		...(icon !== '' && { icon: iconNamed(icon) }),
		...(tags.length > 0 && { tags }),
	};
}

/** The words with those of the other languages that have them. */
function inAll(part: 'title' | 'subtitle', words: string, languages: object): Words {
	const others = Object.entries(languages).flatMap(([language, said]: [string, unknown]) =>
		isObject(said) && typeof said[part] === 'string' ? [[language, said[part]]] : [],
	);
	return others.length > 0 ? { text: words, languages: Object.fromEntries(others) as object } : words;
}
