import { isObject } from './cardWalk';
import { inlineNodes, type Mention } from './markdownRead';

type Json = Record<string, unknown>;

const plain = (value: unknown): string => {
	const text = typeof value === 'object' && value !== null ? (value as Json).content : value;
	return typeof text === 'string' ? text : '';
};

/** Only what has a style says so. */
const marked = (text: string, mention: Mention): Json[] =>
	inlineNodes(text, mention).map(({ style, ...node }) =>
		Array.isArray(style) && style.length > 0 ? { ...node, style } : node,
	);

/** Words with marks become nodes, those without stay one text. */
const nodes = (text: unknown, mention: Mention): Json[] =>
	isObject(text) && text.tag === 'lark_md' ? marked(plain(text), mention) : [{ tag: 'text', text: plain(text) }];

const buttons = (value: unknown): Json[] =>
	(Array.isArray(value) ? (value as Json[]) : []).map((action) => ({
		tag: String(action.tag),
		text: plain(action.text ?? action.placeholder),
		...(action.type === undefined ? {} : { type: action.type }),
	}));

/** How one element reads back: the nodes of its row. Elements without an entry give their children's rows, else their name. */
const ROWS: Record<string, (element: Json, mention: Mention) => Json[]> = {
	div: (element, mention) => [
		...[element.text, ...((element.fields as Json[] | undefined) ?? []).map((field) => field.text)]
			.filter(Boolean)
			.flatMap((text) => nodes(text, mention)),
		...(isObject(element.extra) ? (ROWS[String(element.extra.tag)]?.(element.extra, mention) ?? []) : []),
	],
	markdown: (element, mention) => marked(plain(element.content), mention),
	hr: () => [{ tag: 'hr' }],
	img: (element) => [
		...(plain(element.title) === '' ? [] : [{ tag: 'text', text: plain(element.title) }]),
		{ tag: 'img', image_key: element.img_key },
	],
	note: (element) => [
		{
			tag: 'note',
			elements: ((element.elements as Json[] | undefined) ?? []).map((part) =>
				part.tag === 'img' ? { tag: 'img', image_key: part.img_key } : { tag: 'text', text: plain(part) },
			),
		},
	],
	action: (element, mention) =>
		((element.actions as Json[] | undefined) ?? []).flatMap((one) => ROWS[String(one.tag)]?.(one, mention) ?? []),
	button: (element) => buttons([element]),
	select_static: (element) => [
		{ tag: 'select_static', options: texts(element.options), placeholder: plain(element.placeholder) },
	],
	overflow: (element) => [{ tag: 'overflow', options: texts(element.options) }],
	date_picker: ({ initial_date: date, placeholder }) => [
		{ tag: 'date_picker', ...(date === undefined ? {} : { initial_date: date }), placeholder: plain(placeholder) },
	],
};

const texts = (options: unknown): string[] =>
	(Array.isArray(options) ? (options as Json[]) : []).map((option) => plain(option.text));

function rows(elements: unknown, mention: Mention): Json[][] {
	if (!Array.isArray(elements)) return [];
	return (elements as Json[]).flatMap((element) => {
		const own = ROWS[String(element.tag)]?.(element, mention);
		if (own) return [own];
		const inner = [...rows(element.columns, mention), ...rows(element.elements, mention)];
		return inner.length > 0 ? inner : [[{ tag: String(element.tag) }]];
	});
}

/**
 * A card as messages are read back without `card_msg_content_type`: title and rows of nodes, not the JSON that was sent.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/events/message_content
 */
export function simplified(card: Json, mention: Mention = () => undefined): Json {
	const header = card.header as Json | undefined;
	const localised = Object.values((card.i18n_elements as Json | undefined) ?? {})[0];
	// A card without `schema` is of JSON 1.0, which has no `body`: nothing of that is shown.
	const body = card.schema === '2.0' ? (card.body as Json | undefined) : undefined;
	const elements = body?.elements ?? card.elements ?? localised;
	return { title: plain(header?.title), elements: rows(elements, mention) };
}
