/**
 * The elements of a card, as they are written (`display_name`, `img_key`) and as `json_card` has them (`displayName`,
 * `imageID`, their fields in `property`).
 */
import type { JsonObject } from '../../json';
import { isObject, object, text } from '../../json';
import { toIsoTime } from '../../events/eventEnvelope';
import type { CardAttachment } from './cardAttachment';
import { KEY_END, markdownLine, markdownOf, plainLine, plainLines, type Part } from './receivedParts';

/** The lines that an element says. */
type Reader = (node: JsonObject, attachment: CardAttachment) => Part[][];

/** What is not listed says its text and what is nested in it. */
const READERS: { readonly [tag: string]: Reader } = {
	hr: () => [[{ type: 'rule' }]],
	br: () => [[{ type: 'words', text: '\n' }]],
	img: (node, attachment) => [[pictureOf(node, attachment)]],
	image: (node, attachment) => [[pictureOf(node, attachment)]],
	img_combination: (node, attachment) =>
		objects(node.img_list ?? node.imgList).map((one) => [pictureOf(one, attachment)]),
	select_img: (node, attachment) => objects(node.options).map((one) => [pictureOf(one, attachment)]),
	div: (node, attachment) => [
		[wordsOf(node.text)],
		...objects(node.fields).map((field) => [wordsOf(field.text)]),
		...readList([node.extra], attachment),
	],
	markdown: (node, attachment) =>
		Array.isArray(node.elements) ? inline(node.elements, attachment) : [[markdown(ownWords(node))]],
	lark_md: (node) => [[markdown(ownWords(node))]],
	plain_text: (node) => [[{ type: 'words', text: ownWords(node), styles: stylesOf(node) }]],
	button: (node) => [[{ type: 'label', text: cardWords(node.text), url: urlOf(node) }]],
	overflow: (node) =>
		objects(node.options).map((one) => [{ type: 'label', text: cardWords(one.text), url: urlOf(one) }]),
	checker: (node, attachment) => [
		[{ type: 'words', text: node.checked === true ? '☑ ' : '☐ ' }, wordsOf(node.text)],
		...readList(object(node.button_area ?? node.buttonArea).buttons, attachment),
	],
	input: (node) => [
		[
			{
				type: 'label',
				text: both(cardWords(node.label), text(node.default_value ?? node.defaultValue) || cardWords(node.placeholder)),
			},
		],
	],
	table: (node) => tableOf(node),
	chart: (node) => {
		const title = cardWords(object(object(node.chart_spec ?? node.chartSpec).title).text);
		return [
			[{ type: 'label', text: 'Chart' }, ...(title === '' ? [] : [{ type: 'words', text: ` ${title}` } as const])],
		];
	},
	audio: () => [[{ type: 'label', text: 'Audio' }]],
	video: () => [[{ type: 'label', text: 'Video' }]],
	person: (node, attachment) => [[personOf(text(node.user_id ?? node.userID), attachment, node)]],
	person_v1: (node, attachment) => [[personOf(text(node.userID), attachment, node)]],
	person_list: (node, attachment) => [
		objects(node.persons).flatMap((one, index): Part[] => [
			...(index === 0 ? [] : [{ type: 'words', text: ' ' } as const]),
			personOf(text(one.id), attachment, one),
		]),
	],
	at: (node, attachment) => [[personOf(text(node.user_id ?? node.userID ?? node.id), attachment, node)]],
	at_all: () => [[{ type: 'mention', text: '@all' }]],
	select_static: choices,
	multi_select_static: choices,
	select_person: choices,
	multi_select_person: choices,
	date_picker: choices,
	picker_time: choices,
	picker_datetime: choices,
	// Inline elements and blocks of the Markdown in `json_card`.
	link: (node) => [[{ type: 'link', text: text(node.content), url: text(object(node.url).url) || text(node.url) }]],
	emoji: (node) => [[{ type: 'words', text: `:${text(node.key)}:` }]],
	local_datetime: (node) => [[{ type: 'words', text: toIsoTime(node.milliseconds) ?? text(node.fallbackText) }]],
	text_tag: (node) => [[{ type: 'label', text: cardWords(node.text) }]],
	number_tag: (node) => [[{ type: 'link', text: cardWords(node.text), url: text(object(node.url).url) }]],
	code_span: (node) => [[{ type: 'words', text: text(node.content), styles: ['codeInline'] }]],
	code_block: (node) => [[{ type: 'code', text: codeOf(node), language: text(node.language) }]],
	heading: (node, attachment) => [
		[prefixed('#'.repeat(Math.min(6, Math.max(1, Number(node.level) || 1))), node, attachment)],
	],
	blockquote: (node, attachment) => [[prefixed('>', node, attachment)]],
	list: (node, attachment) => [[itemsOf(node, attachment)]],
};

/** Where a container keeps what is in it. */
const CONTENTS = ['elements', 'columns', 'actions', 'i18n_elements'] as const;

/** What is nested in an element, or in the card. */
export function readElements(node: JsonObject, attachment: CardAttachment): Part[][] {
	return CONTENTS.flatMap((key) => {
		const nested = node[key];
		// Elements by language: one of them is enough.
		return readList(isObject(nested) ? Object.values(nested).find(Array.isArray) : nested, attachment);
	});
}

function readList(elements: unknown, attachment: CardAttachment): Part[][] {
	return objects(elements).flatMap((element) => {
		const node = properties(element);
		const tag = text(node.tag);
		const reader = Object.hasOwn(READERS, tag) ? READERS[tag] : undefined;
		if (reader) return reader(node, attachment);
		return [
			[wordsOf(node.text ?? node.content)],
			[wordsOf(properties(object(node.header)).title)],
			...readElements(node, attachment),
		];
	});
}

/** Elements of Markdown: one line, parted by what is a block of its own. */
function inline(elements: unknown, attachment: CardAttachment): Part[][] {
	return [readList(elements, attachment).flat()];
}

/** In `json_card` the fields of an element stand in `property`. */
export function properties(node: JsonObject): JsonObject {
	return isObject(node.property) ? { ...node, ...node.property } : node;
}

/** Text as a string, as `{tag, content}`, in languages, or as elements. */
export function cardWords(value: unknown): string {
	if (typeof value === 'string') return value;
	const node = properties(object(value));
	const own = ownWords(node);
	if (own !== '') return own;
	if (Array.isArray(node.elements)) return node.elements.map(cardWords).join('');
	return isObject(node.text) || typeof node.text === 'string' ? cardWords(node.text) : '';
}

/** The words of a text itself; where they are in languages only, those of one. */
function ownWords(node: JsonObject): string {
	const languages = [node.i18n_content, node.i18nContent, node.i18n].map((one) => Object.values(object(one)));
	return text(node.content) || text(languages.flat().find((one) => typeof one === 'string' && one !== ''));
}

/** Text that may be Markdown, by its tag. */
function wordsOf(value: unknown): Part {
	const node = properties(object(value));
	const said = cardWords(value);
	return text(node.tag) === 'lark_md' || text(node.tag) === 'markdown'
		? markdown(said)
		: { type: 'words', text: said, styles: stylesOf(node) };
}

const markdown = (content: unknown): Part => ({ type: 'markdown', text: text(content) });

function stylesOf(node: JsonObject): string[] {
	const { attributes } = object(node.textStyle);
	return Array.isArray(attributes) ? attributes.filter((one): one is string => typeof one === 'string') : [];
}

function pictureOf(node: JsonObject, attachment: CardAttachment): Part {
	const one = properties(node);
	const alt = cardWords(one.alt) || cardWords(one.title);
	const key = text(one.img_key) || attachment.imageKey(text(one.imageID));
	return { type: 'image', key, alt, label: alt === '' ? '[Image]' : `[Image] ${alt}` };
}

function personOf(id: string, attachment: CardAttachment, node: JsonObject): Part {
	const name = attachment.nameOf(id) || cardWords(properties(node).notation);
	return { type: 'mention', text: name === '' && id.startsWith('@_') ? id + KEY_END : `@${name || id}` };
}

function choices(node: JsonObject): Part[][] {
	const options = objects(node.options).map((option) => cardWords(option.text) || text(option.value));
	const chosen = text(
		node.initial_date ??
			node.initial_time ??
			node.initial_datetime ??
			node.initialDate ??
			node.initialTime ??
			node.initialDatetime,
	);
	const shown = [chosen || cardWords(node.placeholder), ...options].filter((one) => one !== '');
	return [[{ type: 'label', text: shown.join(' | ') }]];
}

/** Where a button leads: as written in versions 1.0 and 2.0, and as `json_card` has it. */
function urlOf(node: JsonObject): string {
	const open = objects(node.behaviors).find(({ type }) => type === 'open_url') ?? {};
	const action = objects(node.actions).find(({ type }) => type === 'open_url') ?? {};
	return (
		text(node.url) || text(object(node.multi_url).url) || text(open.default_url) || text(object(action.action).url)
	);
}

function tableOf(node: JsonObject): Part[][] {
	const columns = objects(node.columns);
	if (columns.length === 0) return [];
	const head = columns.map(
		(column): Part => ({
			type: 'words',
			text: text(column.display_name ?? column.displayName) || text(column.name),
		}),
	);
	const rows = objects(node.rows).map((row) =>
		columns.map((column): Part => {
			const type = text(column.data_type ?? column.dataType);
			const shown = cell(row[text(column.name)]);
			const said = type === 'date' && /^\d{12,13}$/.test(shown) ? (toIsoTime(shown) ?? shown) : shown;
			const written = ['markdown', 'lark_md'].includes(type);
			return written ? { type: 'markdown', text: said } : { type: 'words', text: said };
		}),
	);
	return [[{ type: 'table', rows: [head, ...rows] }]];
}

/** Cells are texts, numbers, options `[{text}]`, or lists of these; in `json_card` in `data`. */
function cell(value: unknown): string {
	if (Array.isArray(value)) return value.map(cell).join(', ');
	if (isObject(value)) return value.data === undefined ? cardWords(value) : cell(value.data);
	return value === undefined || value === null ? '' : String(value);
}

function codeOf(node: JsonObject): string {
	if (!Array.isArray(node.contents)) return cardWords(node);
	return objects(node.contents)
		.flatMap((line) => objects(line.contents))
		.map(({ content }) => text(content))
		.join('');
}

/** A block of Markdown by what stands in front of its lines. */
function prefixed(mark: string, node: JsonObject, attachment: CardAttachment): Part {
	const inner = Array.isArray(node.elements) ? inline(node.elements, attachment) : [[wordsOf(node.content)]];
	return {
		type: 'lines',
		plain: plainLines(inner),
		markdown: markdownOf(inner)
			.split('\n')
			.map((line) => `${mark} ${line}`.trimEnd())
			.join('\n'),
	};
}

function itemsOf(node: JsonObject, attachment: CardAttachment): Part {
	const items = objects(node.items).map((item) => {
		const parts = readList(item.elements, attachment).flat();
		const number = `${Number(item.order) || 1}.`;
		const lead = `${'    '.repeat(Math.min(20, Math.max(0, Number(item.level) || 0)))}${item.type === 'ol' ? number : '-'} `;
		return { plain: lead + plainLine(parts), markdown: lead + markdownLine(parts).replace(/\s*\n\s*/g, ' ') };
	});
	const lines = (form: 'plain' | 'markdown') => items.map((item) => item[form]).join('\n');
	return { type: 'lines', plain: lines('plain'), markdown: lines('markdown') };
}

function both(one: string, other: string): string {
	return [one, other].filter((part) => part !== '').join(': ');
}

export function objects(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}
