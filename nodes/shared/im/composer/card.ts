import {
	buildNamedCard,
	checkCard,
	type Block,
	type CardHeader,
	type CardSpec,
	type HeaderColor,
} from '../../../../feishu/im/card';
import { mentionTagInCard } from '../../../../feishu/im/content/cardContent';
import { InputError } from '../../../../feishu/input';
import type { JsonObject } from '../../../../feishu/json';
import type { Field } from '../../operation/operation';
import { attribution } from './attribution';
import { blocksField, readBlocks } from './blocks';
import type { ComposeContext, MessageKind } from './kind';
import { readMentions } from './mentions';

/** The color of a card's header; errors in red and successes in green are what people expect. */
export const headerColorField: Field = {
	displayName: 'Header Color',
	name: 'cardColor',
	type: 'options',
	options: [
		{ name: 'Blue', value: 'blue', description: 'For information' },
		{ name: 'Carmine', value: 'carmine', description: 'Dark red' },
		{ name: 'Gray', value: 'grey', description: 'For what is over' },
		{ name: 'Green', value: 'green', description: 'For success' },
		{ name: 'Indigo', value: 'indigo', description: 'Dark blue' },
		{ name: 'None', value: 'default', description: 'White, black in the dark theme' },
		{ name: 'Orange', value: 'orange', description: 'For warnings' },
		{ name: 'Purple', value: 'purple', description: 'Dark purple' },
		{ name: 'Red', value: 'red', description: 'For errors' },
		{ name: 'Turquoise', value: 'turquoise', description: 'Blue-green' },
		{ name: 'Violet', value: 'violet', description: 'Pink-purple' },
		{ name: 'Wathet', value: 'wathet', description: 'Light blue' },
		{ name: 'Yellow', value: 'yellow', description: 'For attention' },
	],
	default: 'blue',
	description: 'The background of the header; a post has none',
};

const TAG_COLORS = [
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
];

const headerField: Field = {
	displayName: 'Header Options',
	name: 'cardHeader',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Icon',
			name: 'icon',
			type: 'string',
			default: '',
			placeholder: 'e.g. bell_outlined',
			description:
				'A token of the <a href="https://open.feishu.cn/document/feishu-cards/enumerations-for-icons" target="_blank">icon library</a>, or the key of an uploaded image (img_…)',
		},
		{
			displayName: 'Subtitle',
			name: 'subtitle',
			type: 'string',
			default: '',
			placeholder: 'e.g. Production, eu-1',
			description: 'Smaller words below the title',
		},
		{
			displayName: 'Tags',
			name: 'tags',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, maxAllowedFields: 3 },
			placeholder: 'Add Tag',
			default: {},
			description: 'Up to three colored tags behind the title',
			options: [
				{
					displayName: 'Tag',
					name: 'tag',
					values: [
						{
							displayName: 'Color',
							name: 'color',
							type: 'options',
							options: TAG_COLORS.map((name) => ({
								name,
								value: name.toLowerCase(),
								description: `A ${name.toLowerCase()} tag`,
							})),
							default: 'blue',
							description: 'The color of the tag',
						},
						{
							displayName: 'Text',
							name: 'text',
							type: 'string',
							default: '',
							placeholder: 'e.g. P1',
							description: 'What stands in the tag',
						},
					],
				},
			],
		},
	],
};

const settingsField: Field = {
	displayName: 'Card Options',
	name: 'cardOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Allow Forwarding',
			name: 'forward',
			type: 'boolean',
			default: true,
			description: 'Whether readers may forward the card',
		},
		{
			displayName: 'Link',
			name: 'link',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/incidents/7',
			description: 'The page that opens at a click anywhere in the card',
		},
		{
			displayName: 'Summary',
			name: 'summary',
			type: 'string',
			default: '',
			placeholder: 'e.g. Disk full on db-1',
			description: 'What the chat list and notifications show in place of the beginning of the card',
		},
		{
			displayName: 'Width',
			name: 'width',
			type: 'options',
			options: [
				{ name: 'Compact', value: 'compact', description: 'At most 400 pixels' },
				{ name: 'Default', value: 'default', description: 'At most 600 pixels' },
				{ name: 'Fill', value: 'fill', description: 'As wide as the chat' },
			],
			default: 'default',
			description: 'How wide the card is',
		},
	],
};

/** The title of a card's header; none without a title. */
export const cardTitleField: Field = {
	displayName: 'Title',
	name: 'cardTitle',
	type: 'string',
	default: '',
	placeholder: 'e.g. Disk full on db-1',
	description: 'Shown in the header; without it the card has none',
};

export const card: MessageKind = {
	value: 'card',
	name: 'Card',
	description: 'A card with a header and blocks: words, fields, tables, charts, images, buttons',
	fields: (surface) => [cardTitleField, headerColorField, blocksField(surface), headerField, settingsField],
	async compose(context) {
		const spec: CardSpec = { ...readSettings(context), header: readHeader(context), blocks: await readBlocks(context) };
		return [{ msg_type: 'interactive', content: await finishCard(context, spec) }];
	},
};

/**
 * The card with its mentions and the line that says where it comes from, checked against the limits.
 * @throws InputError that names the block
 */
export async function finishCard(context: ComposeContext, spec: CardSpec): Promise<JsonObject> {
	const field = context.param.label('blocks');
	const mentions = await readMentions(context);
	const from = attribution(context);
	const blocks: Block[] = [
		...(mentions.length > 0
			? [{ type: 'markdown' as const, label: 'Mentions', text: mentions.map(mentionTagInCard).join(' ') }]
			: []),
		...spec.blocks,
		...(from ? [{ type: 'note' as const, label: 'Link to Workflow', text: from }] : []),
	];
	if (blocks.length === 0 && !spec.header)
		throw new InputError(field, 'The card is empty', `Enter a title, or add a row to '${field}'`);
	const { card: built, nameOf } = buildNamedCard({ ...spec, blocks }, field);
	checkCard(built, { field, nameOf, limitBytes: context.surface.cardLimit });
	return built;
}

function readHeader({ param }: ComposeContext): CardHeader | undefined {
	const title = param.optionalText('cardTitle');
	const subtitle = param.optionalText('cardHeader.subtitle');
	const tags = param
		.rows<NonNullable<CardHeader['tags']>[number]>('cardHeader.tags', 'tag')
		.filter(({ text }) => String(text ?? '').trim() !== '');
	if (title === '') {
		if (subtitle === '' && tags.length === 0) return undefined;
		const field = param.label('cardTitle');
		throw new InputError(field, `The field '${field}' is empty`, 'A header with a subtitle or tags needs a title');
	}
	const icon = param.optionalText('cardHeader.icon');
	return {
		title,
		color: param.choice<HeaderColor>('cardColor'),
		...(subtitle !== '' && { subtitle }),
		...(icon !== '' && { icon: icon.startsWith('img_') ? { imageKey: icon } : icon }),
		...(tags.length > 0 && { tags }),
	};
}

function readSettings({ param }: ComposeContext): Omit<CardSpec, 'blocks' | 'header'> {
	const { forward, width } = param.collection<{ forward: boolean; width: CardSpec['width'] }>('cardOptions');
	return {
		...(forward === false && { forward: false }),
		...(width && { width }),
		link: param.optionalText('cardOptions.link'),
		summary: param.optionalText('cardOptions.summary'),
	};
}
