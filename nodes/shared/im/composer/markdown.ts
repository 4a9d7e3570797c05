import { checkSize, isWithinLimits } from '../../../../feishu/im/content/contentLimits';
import { checkPost } from '../../../../feishu/im/content/post/checkPost';
import { mentionTagInCard } from '../../../../feishu/im/content/cardContent';
import { buildCard, type Block, type HeaderColor } from '../../../../feishu/im/card';
import type { JsonObject } from '../../../../feishu/json';
import { markdownElements, splitMarkdown } from '../../../../feishu/markdown';
import { fieldGroup } from '../../fields/nested';
import { choiceField } from '../../fields/plain';
import { decidedField } from '../../fields/variants';
import type { Field } from '../../operation/field';
import { UPLOAD_IMAGE } from '../upload';
import { cardTitle, headerColor } from './cardHeader';
import { checkCardOn } from './checked';
import type { Compose, Composed, MessageKind } from './kind';
import { markdownField } from './markdownField';
import { isEmptyPost, nothingToShow, signed, writePost, type PostWords } from './post';
import type { Surface } from './surface';

type Form = 'card' | 'post';

const sendAs = choiceField({
	displayName: 'Send As',
	name: 'markdownAs',
	options: [
		{ name: 'Card', value: 'card', description: 'With all that Markdown has, and a header if there is a title' },
		{ name: 'Post', value: 'post', description: 'A plain message that people can quote and edit' },
	],
	default: 'card',
	description: 'What the message becomes',
});

const whenTooLong = (app: boolean) =>
	choiceField({
		displayName: 'When Too Long',
		name: 'whenTooLong',
		options: [
			{ name: 'Refuse', value: 'refuse', description: 'Fail with how much is too much' },
			{ name: 'Split', value: 'split', description: 'Send several messages, cut at headings and paragraphs' },
		],
		default: 'split',
		description: `What to do with more than one message takes (${app ? 30 : 20} KB)`,
	});

const markdownOf = (app: boolean) =>
	markdownField({
		displayName: 'Markdown',
		name: 'markdown',
		typeOptions: { rows: 8 },
		required: true,
		placeholder: 'e.g. ## Daily report\n- **12** new orders',
		description: app
			? 'Markdown as people and AI models write it. Images: ![words](https://…), or ![words](binary:data) for a file of the input.'
			: 'Markdown as people and AI models write it. Images by key: ![words](img_…).',
	});

export const markdown: MessageKind = {
	value: 'markdown',
	name: 'Markdown',
	description: 'Headings, lists, tables, links, code and images',
	inWords: true,
	calls: [UPLOAD_IMAGE],
	field(surface) {
		const { app, markdownAs, single } = surface;
		const words = markdownOf(app);
		const form: Field<Form, 'markdownAs'> = markdownAs ? decidedField('markdownAs', markdownAs) : sendAs;
		const color: Field<HeaderColor, 'cardColor'> =
			markdownAs === 'post' ? decidedField('cardColor', 'blue') : headerColor;
		const tooLong = single ? decidedField('whenTooLong', 'refuse') : whenTooLong(app);
		return fieldGroup('markdown', [words, form, cardTitle, color, tooLong], ({ read }): Compose => {
			const written = read(words);
			const title = read(cardTitle);
			const splits = read(tooLong) === 'split';
			const write = WRITERS[read(form)]({ surface, field: words, color: read(color) });
			return async ({ mentions, from, ...tools }) => {
				if (written.isEmpty && mentions.count === 0 && title === '')
					throw words.refuse('is empty', 'Enter what to say, or choose people to mention');
				const named = await mentions.resolve(tools);
				const whole = signed(await written.uploaded(tools), from);
				const fits = (part: string) => isWithinLimits(() => write({ title, mentions: named, markdown: part }));
				const parts = splits ? splitMarkdown(whole, fits, words.label) : [whole];
				const messages = parts.flatMap(
					(part, index) =>
						// The title and the people named stand in the first message only.
						write(
							index === 0 ? { title, mentions: named, markdown: part } : { title: '', mentions: [], markdown: part },
						) ?? [],
				);
				if (messages.length === 0) throw nothingToShow(words);
				return messages;
			};
		});
	},
};

/** What decides how a part is written, besides what it says. */
interface Style {
	surface: Surface;
	/** The Markdown, for complaints. */
	field: Field;
	color: HeaderColor;
}

/** Nothing when there is nothing to show. @throws TooMuchError when it does not fit; InputError about other fields */
type Writer = (part: PostWords) => Composed | undefined;

const WRITERS: Readonly<Record<Form, (style: Style) => Writer>> = {
	card: (style) => (part) => {
		const content = writeCard(style, part);
		return content && { msg_type: 'interactive', content };
	},
	post:
		({ surface, field }) =>
		(part) => {
			const content = writePost(surface, part);
			if (isEmptyPost(content)) return undefined;
			checkPost({ ...content }, { field: field.label, use: surface.postUse });
			checkSize(field.label, JSON.stringify(content), surface.postLimit);
			return { msg_type: 'post', content };
		},
};

function writeCard({ surface, field, color }: Style, { title, mentions, markdown: words }: PostWords) {
	const named = mentions.map(mentionTagInCard).join(' ');
	const elements: JsonObject[] = markdownElements(words);
	const blocks: Block[] = [
		...(named === '' ? [] : [{ type: 'markdown' as const, text: named }]),
		...(elements.length === 0 ? [] : [{ type: 'elements' as const, elements }]),
	];
	if (blocks.length === 0 && title === '') return undefined;
	const built = buildCard({ ...(title !== '' && { header: { title, color } }), blocks }, field.label);
	checkCardOn(surface, built, field.label);
	return built;
}
