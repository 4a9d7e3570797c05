/** Generated texts through the composer itself: whichever way they come in, no word is lost and no number changed. */
import fc from '../../support/generated';
import type { JsonObject } from '../../../feishu/json';
import type { PostNode } from '../../../feishu/im/content/postContent';
import { BATCH, CHAT, CUSTOM_BOT, type Surface } from '../../../nodes/shared/im/composer';
import { composedOn } from '../../support/composer/ways';
import { cardLeaves, postLeaves, shown } from '../../support/markdown/reading';
import { lost, texts, type Written } from '../../support/markdown/texts';

const RUNS = 2_000;
const LONGEST_MS = 300_000;

type Shows = (text: Written) => Promise<string>;

const said = texts.filter(({ words }) => words.length > 0);
/** Nothing is uploaded by a custom bot, which refuses other images than keys. */
const imageless = said.filter(({ markdown }) => !/!\[|<img/.test(markdown));
/** What follows a fence is the language of code, and not shown. */
const fenceless = said.filter(({ markdown }) => !/`{3}|~{3}/.test(markdown));
const onOneLine = ({ markdown }: Written) => markdown.replace(/\s*\n\s*/g, ' ');

const elementsOf = (content: unknown) => (content as { body: { elements: JsonObject[] } }).body.elements;

/** What holds others. */
interface Holder {
	tag: string;
	header: { title: JsonObject };
	elements: JsonObject[];
	columns: Array<{ elements: JsonObject[] }>;
}

/** All Markdown of a card, whatever holds it. */
function flat(all: readonly JsonObject[]): JsonObject[] {
	return all.flatMap((element) => {
		const { tag, header, elements, columns } = element as unknown as Holder;
		if (tag === 'column_set') return flat(columns.flatMap((column) => column.elements));
		return tag === 'collapsible_panel' ? [header.title, ...flat(elements)] : [element];
	});
}

const inCard =
	(surface: Surface, parameters: (text: Written) => object): Shows =>
	async (text) =>
		shown(cardLeaves(flat(elementsOf(await composedOn(surface, parameters(text))))));

const inPost =
	(surface: Surface, parameters: (text: Written) => object): Shows =>
	async (text) => {
		const { zh_cn: body } = (await composedOn(surface, parameters(text))) as { zh_cn: { content: PostNode[][] } };
		return shown(postLeaves(body.content));
	};

const block = (one: object) => ({ messageType: 'card', blocks: { block: [one] } });
const markdown = (markdownAs: string) => (text: Written) => ({
	messageType: 'markdown',
	markdown: text.markdown,
	markdownAs,
});

type Way = [way: string, shows: Shows, of?: fc.Arbitrary<Written>];

const WAYS: Way[] = [
	['Markdown as a card', inCard(CHAT, markdown('card'))],
	['Markdown as a post', inPost(CHAT, markdown('post'))],
	['Markdown as a post of a custom bot', inPost(CUSTOM_BOT, markdown('post')), imageless],
	['Markdown as a post to many', inPost(BATCH, markdown('post'))],
	['a post', inPost(CHAT, (text) => ({ messageType: 'post', postMarkdown: text.markdown }))],
	['a Text block', inCard(CHAT, (text) => block({ type: 'markdown', text: text.markdown }))],
	['a Note block', inCard(CHAT, (text) => block({ type: 'note', text: text.markdown }))],
	['a Panel block', inCard(CHAT, (text) => block({ type: 'panel', panelTitle: 'x', text: text.markdown }))],
	[
		'the title of a Panel block',
		inCard(CHAT, (text) => block({ type: 'panel', panelTitle: onOneLine(text), text: 'x' })),
		fenceless,
	],
	[
		'the value of a Fields block',
		inCard(CHAT, (text) => block({ type: 'fields', fields: { field: [{ name: 'x', value: onOneLine(text) }] } })),
		fenceless,
	],
];

it.each<[string, Shows, fc.Arbitrary<Written>]>(WAYS.map(([way, shows, of = said]) => [way, shows, of]))(
	'by %s',
	async (_way, shows, of) => {
		await fc.assert(
			fc.asyncProperty(of, async (text) => {
				expect(lost(text, await shows(text))).toEqual([]);
			}),
			{ numRuns: RUNS },
		);
	},
	LONGEST_MS,
);

/** What is no Markdown there is sent as it stands. */
const AS_IT_STANDS: ReadonlyArray<readonly [way: string, surface: Surface, parameters: (words: string) => object]> = [
	['a text', CHAT, (text) => ({ messageType: 'text', text })],
	['a text of a custom bot', CUSTOM_BOT, (text) => ({ messageType: 'text', text })],
	['the title of a post', CHAT, (postTitle) => ({ messageType: 'post', postTitle, postMarkdown: 'x' })],
	['the title of a card', CHAT, (cardTitle) => ({ ...block({ type: 'divider' }), cardTitle })],
	[
		'a cell of text',
		CHAT,
		(words) =>
			block({ type: 'table', tableRows: [{ a: words }], tableColumns: { column: [{ key: 'a', columnType: 'text' }] } }),
	],
];

it.each(AS_IT_STANDS)('by %s, as it stands', async (_way, surface, parameters) => {
	await fc.assert(
		fc.asyncProperty(said, async (text) => {
			const words = onOneLine(text).trim();
			expect(JSON.stringify(await composedOn(surface, parameters(words)))).toContain(
				JSON.stringify(words).slice(1, -1),
			);
		}),
		{ numRuns: 200 },
	);
});
