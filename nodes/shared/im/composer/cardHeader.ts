import type { CardHeader, HeaderColor, TagColor } from '../../../../feishu/im/card';
import { collectionField, rowsField } from '../../fields/nested';
import { choiceField, textField } from '../../fields/plain';
import type { ValueOf } from '../../operation/field';

/** The title of a card's header; none without a title. */
export const cardTitle = textField({
	displayName: 'Title',
	name: 'cardTitle',
	placeholder: 'e.g. Disk full on db-1',
	description: 'Shown in the header; without it the card has none',
});

/** The color of a card's header; errors in red and successes in green are what people expect. */
export const headerColor = choiceField({
	displayName: 'Header Color',
	name: 'cardColor',
	options: [
		{ name: 'Blue', value: 'blue', description: 'For information' },
		{ name: 'Carmine', value: 'carmine', description: 'Dark red' },
		{ name: 'Gray', value: 'grey', description: 'For what is over' },
		{ name: 'Green', value: 'green', description: 'For success' },
		{ name: 'Indigo', value: 'indigo', description: 'Dark blue' },
		{ name: 'None', value: 'default', description: 'White, black in the dark theme' },
		{ name: 'Orange', value: 'orange', description: 'For warnings' },
		{ name: 'Purple', value: 'purple' },
		{ name: 'Red', value: 'red', description: 'For errors' },
		{ name: 'Turquoise', value: 'turquoise' },
		{ name: 'Violet', value: 'violet', description: 'Pink-purple' },
		{ name: 'Wathet', value: 'wathet', description: 'Light blue' },
		{ name: 'Yellow', value: 'yellow', description: 'For attention' },
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
		textField({
			displayName: 'Icon',
			name: 'icon',
			placeholder: 'e.g. bell_outlined',
			description:
				'A token of the <a href="https://open.feishu.cn/document/feishu-cards/enumerations-for-icons" target="_blank">icon library</a>, or the key of an uploaded image (img_…)',
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
			[tagColor, tagText],
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
	const { icon = '', subtitle = '', tags: rows = [] } = options;
	const tags = rows
		.map(({ read }) => ({ color: read(tagColor), text: read(tagText) }))
		.filter(({ text }) => text !== '');
	if (title === '') {
		if (subtitle === '' && tags.length === 0) return undefined;
		throw cardTitle.refuse('is empty', 'A header with a subtitle or tags needs a title');
	}
	return {
		title,
		color,
		...(subtitle !== '' && { subtitle }),
		...(icon !== '' && { icon: icon.startsWith('img_') ? { imageKey: icon } : icon }),
		...(tags.length > 0 && { tags }),
	};
}
