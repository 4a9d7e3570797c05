/** The ways by which words come into a message: what was filled in, and what is then sent. */
import { toastAnswer } from '../../../feishu/events/callback';
import { finishedCard, growingText, streamingCard } from '../../../feishu/im/cardkit';
import { BATCH, CHAT, composerField, CUSTOM_BOT, type Surface } from '../../../nodes/shared/im/composer';
import { Panel } from '../../../nodes/shared/operation/panel';
import { recordingClient } from '../nodes/calls';
import { execution } from '../nodes/execution';

/** How words are written there. */
export type Form = 'text' | 'card' | 'note' | 'post' | 'plainPost' | 'plain' | 'data';

export interface Way {
	name: string;
	form: Form;
	/** Everything that is sent, for the reader to look into. */
	content(words: string): Promise<unknown>;
	/** Takes one line only. */
	oneLine?: true;
}

/** Each surface's composer, which is the same for every message. */
const composers = new Map<Surface, ReturnType<typeof composerField>>();

function composerOf(surface: Surface): ReturnType<typeof composerField> {
	const known = composers.get(surface) ?? composerField(surface);
	composers.set(surface, known);
	return known;
}

/** What a surface makes of the parameters. */
export async function composedOn(surface: Surface, parameters: object): Promise<unknown> {
	const context = execution({ parameters });
	const { feishu } = recordingClient({});
	const tools = { context, ...(surface.app && { feishu }) };
	const [message] = await composerOf(surface).read(new Panel(context, 0)).compose(tools);
	return message?.content;
}

const on =
	(surface: Surface, parameters: (words: string) => object): Way['content'] =>
	async (words) =>
		await composedOn(surface, parameters(words));

const card =
	(block: (words: string) => object, surface = CHAT): Way['content'] =>
	async (words) =>
		await composedOn(surface, { messageType: 'card', blocks: { block: [block(words)] } });

const headed =
	(parameters: (words: string) => object): Way['content'] =>
	async (words) =>
		await composedOn(CHAT, { messageType: 'card', blocks: { block: [{ type: 'divider' }] }, ...parameters(words) });

const cell = (columnType: string) =>
	card((words) => ({
		type: 'table',
		tableRows: [{ a: words }],
		tableColumns: { column: [{ key: 'a', columnType }] },
	}));

const markdown = (markdownAs: 'card' | 'post') => (words: string) => ({
	messageType: 'markdown',
	markdown: words,
	markdownAs,
});

export const WAYS: readonly Way[] = [
	{ name: 'Text', form: 'text', content: on(CHAT, (text) => ({ messageType: 'text', text })) },
	{ name: 'Text of a custom bot', form: 'text', content: on(CUSTOM_BOT, (text) => ({ messageType: 'text', text })) },
	{ name: 'Markdown as a card', form: 'card', content: on(CHAT, markdown('card')) },
	{ name: 'Markdown as a card of a custom bot', form: 'card', content: on(CUSTOM_BOT, markdown('card')) },
	{ name: 'Markdown as a card to many', form: 'card', content: on(BATCH, markdown('card')) },
	{ name: 'Markdown as a post', form: 'post', content: on(CHAT, markdown('post')) },
	{ name: 'Markdown as a post of a custom bot', form: 'plainPost', content: on(CUSTOM_BOT, markdown('post')) },
	{ name: 'Markdown as a post to many', form: 'plainPost', content: on(BATCH, markdown('post')) },
	{ name: 'Post', form: 'post', content: on(CHAT, (words) => ({ messageType: 'post', postMarkdown: words })) },
	{
		name: 'Post in another language',
		form: 'post',
		content: on(CHAT, (words) => ({
			messageType: 'post',
			postMarkdown: 'x',
			postLanguages: { en_us: { markdown: words } },
		})),
	},
	{
		name: 'title of a post',
		form: 'plain',
		oneLine: true,
		content: on(CHAT, (words) => ({ messageType: 'post', postTitle: words })),
	},
	{ name: 'Text block', form: 'card', content: card((text) => ({ type: 'markdown', text })) },
	{
		name: 'Text block in another language',
		form: 'card',
		content: card((words) => ({ type: 'markdown', text: 'x', blockOptions: { languages: { en_us: words } } })),
	},
	{
		name: 'Text block of a custom bot',
		form: 'card',
		content: card((text) => ({ type: 'markdown', text }), CUSTOM_BOT),
	},
	{ name: 'Note block', form: 'note', content: card((text) => ({ type: 'note', text })) },
	{ name: 'Panel block', form: 'card', content: card((text) => ({ type: 'panel', panelTitle: 'x', text })) },
	{
		name: 'title of a Panel block',
		form: 'card',
		oneLine: true,
		content: card((panelTitle) => ({ type: 'panel', panelTitle, text: 'x' })),
	},
	{
		name: 'value of a Fields block',
		form: 'card',
		oneLine: true,
		content: card((value) => ({ type: 'fields', fields: { field: [{ name: 'x', value }] } })),
	},
	{
		name: 'name of a Fields block',
		form: 'data',
		oneLine: true,
		content: card((name) => ({ type: 'fields', fields: { field: [{ name, value: 'x' }] } })),
	},
	{
		name: 'Fields from JSON',
		form: 'data',
		oneLine: true,
		content: card((words) => ({ type: 'fields', fieldsJson: { x: words } })),
	},
	{ name: 'Markdown cell of a Table block', form: 'card', oneLine: true, content: cell('markdown') },
	{ name: 'text cell of a Table block', form: 'plain', oneLine: true, content: cell('text') },
	{ name: 'title of a card', form: 'plain', oneLine: true, content: headed((cardTitle) => ({ cardTitle })) },
	{
		name: 'subtitle of a card',
		form: 'plain',
		oneLine: true,
		content: headed((subtitle) => ({ cardTitle: 'x', cardHeader: { subtitle } })),
	},
	{
		name: 'title of a card with mentions',
		form: 'card',
		oneLine: true,
		content: headed((cardTitle) => ({ cardTitle, cardHeader: { rich: true } })),
	},
	{
		name: 'subtitle of a card with mentions, in another language',
		form: 'card',
		oneLine: true,
		content: headed((subtitle) => ({
			cardTitle: 'x',
			cardHeader: { rich: true, subtitle: 'x', languages: { en_us: { title: 'x', subtitle } } },
		})),
	},
	{
		name: 'words of a checkbox in Markdown',
		form: 'card',
		oneLine: true,
		content: card((boxText) => ({ type: 'checkbox', boxText, blockOptions: { properties: { rich: true } } })),
	},
	{
		name: 'tag of a card',
		form: 'plain',
		oneLine: true,
		content: headed((text) => ({ cardTitle: 'x', cardHeader: { tags: { tag: [{ text, color: 'red' }] } } })),
	},
	{
		name: 'summary of a card',
		form: 'plain',
		oneLine: true,
		content: headed((summary) => ({ cardOptions: { summary } })),
	},
	{
		name: 'label of a button',
		form: 'plain',
		oneLine: true,
		content: card((buttonText) => ({
			type: 'buttons',
			buttons: { button: [{ buttonText, buttonUrl: 'https://x.com' }] },
		})),
	},
	{
		name: 'words of a checkbox',
		form: 'plain',
		oneLine: true,
		content: card((boxText) => ({ type: 'checkbox', boxText })),
	},
	{
		name: 'streamed text at first',
		form: 'card',
		content: async (text) => streamingCard({ text }, { frequency: 30 }, 'Text'),
	},
	{ name: 'streamed text while it grows', form: 'card', content: async (text) => growingText(text) },
	{ name: 'streamed text at last', form: 'card', content: async (text) => finishedCard({ text }, 'Text') },
	{ name: 'toast', form: 'plain', content: async (text) => toastAnswer('info', text) },
];

/** All texts in what is sent. */
export function textsIn(content: unknown): string {
	if (typeof content === 'string') return content;
	if (typeof content !== 'object' || content === null) return '';
	return Object.values(content).map(textsIn).filter(Boolean).join('\n');
}
