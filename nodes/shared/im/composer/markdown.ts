import { checkSize, isWithinLimits } from '../../../../feishu/im/content/contentLimits';
import { mentionTagInCard } from '../../../../feishu/im/content/cardContent';
import { buildCard, checkCard, type Block, type HeaderColor } from '../../../../feishu/im/card';
import { InputError } from '../../../../feishu/input';
import { markdownElements, splitMarkdown } from '../../../../feishu/markdown';
import type { Field } from '../../operation/operation';
import { attribution } from './attribution';
import { cardTitleField, headerColorField } from './card';
import { withUploadedImages } from './images';
import type { Composed, ComposeContext, MessageKind } from './kind';
import { readMentions } from './mentions';
import { isEmptyPost, nothingToShow, signed, writePost, type PostWords } from './post';

const sendAsField: Field = {
	displayName: 'Send As',
	name: 'markdownAs',
	type: 'options',
	options: [
		{ name: 'Card', value: 'card', description: 'With all that Markdown has, and a header if there is a title' },
		{ name: 'Post', value: 'post', description: 'A plain message that people can quote and edit' },
	],
	default: 'card',
	description: 'What the message becomes',
};

export const markdown: MessageKind = {
	value: 'markdown',
	name: 'Markdown',
	description: 'Headings, lists, tables, links, code and images',
	fields: (surface) => [
		{
			displayName: 'Markdown',
			name: 'markdown',
			type: 'string',
			typeOptions: { rows: 8 },
			required: true,
			default: '',
			placeholder: 'e.g. ## Daily report\n- **12** new orders',
			description: surface.app
				? 'Markdown as people and AI models write it. Images: ![words](https://…), or ![words](binary:data) for a file of the input.'
				: 'Markdown as people and AI models write it. Images by key: ![words](img_…).',
		},
		...(surface.markdownAs ? [] : [sendAsField]),
		cardTitleField,
		...(surface.markdownAs === 'post' ? [] : [headerColorField]),
		...(surface.single
			? []
			: [
					{
						displayName: 'When Too Long',
						name: 'whenTooLong',
						type: 'options' as const,
						options: [
							{ name: 'Refuse', value: 'refuse', description: 'Fail with how much is too much' },
							{ name: 'Split', value: 'split', description: 'Send several messages, cut at headings and paragraphs' },
						],
						default: 'split',
						description: `What to do with more than one message takes (${surface.app ? 30 : 20} KB)`,
					},
				]),
	],
	async compose(context) {
		const { param, surface } = context;
		const field = param.label('markdown');
		const mentions = await readMentions(context);
		const words = await withUploadedImages(context, param.rawText('markdown'), 'markdown');
		const title = param.optionalText('cardTitle');
		if (words.trim() === '' && mentions.length === 0 && title === '')
			throw new InputError(field, `The field '${field}' is empty`);
		const whole = signed(words, attribution(context));
		const write = WRITERS[surface.markdownAs ?? param.choice<'card' | 'post'>('markdownAs')];
		const splits = !surface.single && param.choice('whenTooLong') === 'split';
		const fits = (part: string) => isWithinLimits(() => write(context, { title, mentions, markdown: part }));
		const parts = splits ? splitMarkdown(whole, fits, field) : [whole];
		const messages = parts.flatMap(
			(part, index) =>
				// The title and the people named stand in the first message only.
				write(
					context,
					index === 0 ? { title, mentions, markdown: part } : { title: '', mentions: [], markdown: part },
				) ?? [],
		);
		if (messages.length === 0) throw nothingToShow(field);
		return messages;
	},
};

/** Nothing when there is nothing to show. @throws TooMuchError when it does not fit; InputError about other fields */
type Writer = (context: ComposeContext, part: PostWords) => Composed | undefined;

const WRITERS: Readonly<Record<'card' | 'post', Writer>> = {
	card(context, part) {
		const content = writeCard(context, part);
		return content && { msg_type: 'interactive', content };
	},
	post({ param, surface }, part) {
		const content = writePost(surface, part);
		if (isEmptyPost(content)) return undefined;
		checkSize(param.label('markdown'), JSON.stringify(content), surface.postLimit);
		return { msg_type: 'post', content };
	},
};

function writeCard({ param, surface }: ComposeContext, { title, mentions, markdown: words }: PostWords) {
	const field = param.label('markdown');
	const named = mentions.map(mentionTagInCard).join(' ');
	const elements = markdownElements(words);
	const blocks: Block[] = [
		...(named === '' ? [] : [{ type: 'markdown' as const, text: named }]),
		...(elements.length === 0 ? [] : [{ type: 'elements' as const, elements }]),
	];
	if (blocks.length === 0 && title === '') return undefined;
	const header = title !== '' && { header: { title, color: param.choice<HeaderColor>('cardColor') } };
	const built = buildCard({ ...header, blocks }, field);
	checkCard(built, { field, limitBytes: surface.cardLimit });
	return built;
}
