/**
 * Words out of a card as it was written, versions 1.0 and 2.0: the form in which a message holds it that is read with
 * `card_msg_content_type`. Newer clients' cards carry the same beside the simplified form, as text in `user_dsl`.
 * Source: https://open.feishu.cn/document/ukzMukzMukzM/feishu-cards/card-json-v2-components/component-json-v2-overview
 */
import type { JsonObject } from '../../json';
import { isObject, object, parseObject, text } from '../../json';
import type { RichText } from './richText';
import { image, markdownLink } from './richMarkdown';

/** How things are said that plain text and Markdown say differently. */
interface Voice {
	title(words: string): string;
	image(key: string, alt: string): string;
	link(label: string, url: string): string;
	row(cells: readonly string[], index: number): string;
}

const PLAIN: Voice = {
	title: (said) => said,
	image: (_key, alt) => (alt === '' ? '[Image]' : `[Image] ${alt}`),
	link: (label, url) => (url === '' ? `[${label}]` : `[${label}] (${url})`),
	row: (cells) => cells.join('\t'),
};

const MARKDOWN: Voice = {
	title: (said) => `# ${said}`,
	image: (key, alt) => image(key, alt),
	link: (label, url) => (url === '' ? `[${label}]` : markdownLink(label, url)),
	row: (cells, index) => {
		const line = `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n/g, ' ')).join(' | ')} |`;
		return index === 0 ? `${line}\n|${' --- |'.repeat(cells.length)}` : line;
	},
};

type Reader = (node: JsonObject, voice: Voice) => string[];

/** One reader a tag. What is not listed says its text and what is nested in it. */
const READERS: { readonly [tag: string]: Reader } = {
	hr: () => ['---'],
	img: (node, voice) => [voice.image(text(node.img_key), words(node.alt) || words(node.title))],
	img_combination: ({ img_list }, voice) => objects(img_list).map(({ img_key }) => voice.image(text(img_key), '')),
	div: (node, voice) => [
		words(node.text),
		...objects(node.fields).map((field) => words(field.text)),
		...blocks([node.extra], voice),
	],
	button: (node, voice) => [voice.link(words(node.text), buttonUrl(node))],
	overflow: ({ options }, voice) => objects(options).map((one) => voice.link(words(one.text), text(one.url))),
	input: (node) => [`[${[words(node.label), words(node.placeholder)].filter((one) => one !== '').join(': ')}]`],
	table: readTable,
	chart: ({ chart_spec: spec }) => [`[Chart] ${words(object(object(spec).title).text)}`.trim()],
	person: ({ user_id }) => [`@${text(user_id)}`],
	person_list: ({ persons }) => [
		objects(persons)
			.map(({ id }) => `@${text(id)}`)
			.join(' '),
	],
	select_static: choices,
	multi_select_static: choices,
	select_person: choices,
	multi_select_person: choices,
	date_picker: choices,
	picker_time: choices,
	picker_datetime: choices,
};

/** Where a container keeps what is in it. */
const CONTENTS = ['elements', 'columns', 'actions', 'i18n_elements'] as const;

/** The card itself, where it stands as text inside the content; undefined when the content is the simplified form. */
export function originalCard(content: JsonObject): JsonObject | undefined {
	const written = parseObject(text(content.user_dsl) || text(content.json_card));
	if (written) return written;
	const isTemplate = isObject(content.data) && ['template', 'card'].includes(text(content.type));
	const isSimplified = Array.isArray(content.elements) && content.elements.some(Array.isArray);
	return isTemplate || (!isSimplified && ['header', 'body', 'schema', 'config'].some((key) => isObject(content[key])))
		? content
		: undefined;
}

/** Plain text and Markdown of a card. */
export function readCard(card: JsonObject): RichText & { markdown: string } {
	const image_keys = imageKeys(card);
	const [image_key] = image_keys;
	const title = words(properties(object(card.header)).title);
	const said = (voice: Voice) => lines(card, voice).filter((line) => line !== '');
	return {
		text: said(PLAIN).join('\n'),
		markdown: said(MARKDOWN).join('\n\n'),
		...(title === '' ? {} : { title }),
		...(image_key === undefined ? {} : { image_key, image_keys }),
	};
}

function lines(card: JsonObject, voice: Voice): string[] {
	if (isObject(card.data)) {
		const { template_id, card_id } = card.data;
		return [`[Card] ${text(template_id) || text(card_id)}`];
	}
	const { title, subtitle, text_tag_list } = properties(object(card.header));
	const heading = words(title);
	return [
		heading === '' ? '' : voice.title(heading),
		words(subtitle),
		objects(text_tag_list)
			.map((tag) => `[${words(tag.text)}]`)
			.join(' '),
		...inside(card, voice),
		...inside(properties(object(card.body)), voice),
	];
}

/** What is nested in an element. */
function inside(node: JsonObject, voice: Voice): string[] {
	return CONTENTS.flatMap((key) => {
		const nested = node[key];
		// Elements by language: one of them is enough.
		if (isObject(nested)) return blocks(Object.values(nested).find(Array.isArray), voice);
		return blocks(nested, voice);
	});
}

function blocks(elements: unknown, voice: Voice): string[] {
	return objects(elements).flatMap((element) => {
		const node = properties(element);
		const tag = text(node.tag);
		const reader = Object.hasOwn(READERS, tag) ? READERS[tag] : undefined;
		if (reader) return reader(node, voice);
		return [words(node.text ?? node.content), words(properties(object(node.header)).title), ...inside(node, voice)];
	});
}

/** In `json_card` the fields of an element stand in `property`. */
function properties(node: JsonObject): JsonObject {
	return isObject(node.property) ? { ...node, ...node.property } : node;
}

/** Text as a string, or as `{tag, content}`. */
function words(value: unknown): string {
	if (typeof value === 'string') return value;
	const node = properties(object(value));
	return text(node.content) || (isObject(node.text) || typeof node.text === 'string' ? words(node.text) : '');
}

function choices(node: JsonObject): string[] {
	const options = objects(node.options).map((option) => words(option.text));
	const shown = [words(node.placeholder), ...options].filter((one) => one !== '');
	return [`[${shown.join(' | ')}]`];
}

function buttonUrl(node: JsonObject): string {
	const open = objects(node.behaviors).find(({ type }) => type === 'open_url') ?? {};
	return text(node.url) || text(object(node.multi_url).url) || text(open.default_url);
}

function readTable(node: JsonObject, voice: Voice): string[] {
	const columns = objects(node.columns);
	if (columns.length === 0) return [];
	const head = columns.map((column) => text(column.display_name) || text(column.name));
	const rows = objects(node.rows).map((row) => columns.map((column) => cell(row[text(column.name)])));
	return [[head, ...rows].map((cells, index) => voice.row(cells, index)).join('\n')];
}

/** Cells are texts, numbers, options `[{text}]`, or lists of these. */
function cell(value: unknown): string {
	if (Array.isArray(value)) return value.map(cell).join(', ');
	if (isObject(value)) return words(value);
	return value === undefined || value === null ? '' : String(value);
}

/** Keys of all pictures, in the order of the card. */
function imageKeys(value: unknown): string[] {
	const found = (one: unknown): string[] => {
		if (Array.isArray(one)) return one.flatMap(found);
		if (!isObject(one)) return [];
		return Object.entries(one).flatMap(([key, inner]) =>
			key === 'img_key' && typeof inner === 'string' && inner !== '' ? [inner] : found(inner),
		);
	};
	return [...new Set(found(value))];
}

function objects(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}
