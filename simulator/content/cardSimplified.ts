type Json = Record<string, unknown>;

const plain = (value: unknown): string => {
	const text = typeof value === 'object' && value !== null ? (value as Json).content : value;
	return typeof text === 'string' ? text : '';
};

const buttons = (value: unknown): Json[] =>
	(Array.isArray(value) ? (value as Json[]) : []).map((action) => ({
		tag: String(action.tag),
		text: plain(action.text ?? action.placeholder),
		...(action.type === undefined ? {} : { type: action.type }),
	}));

/** How one element reads back: the nodes of its row. Elements without an entry give their children's rows, else their name. */
const ROWS: Record<string, (element: Json) => Json[]> = {
	div: (element) =>
		[element.text, ...((element.fields as Json[] | undefined) ?? []).map((field) => field.text)]
			.filter(Boolean)
			.map((text) => ({ tag: 'text', text: plain(text) })),
	markdown: (element) => [{ tag: 'text', text: plain(element.content) }],
	hr: () => [{ tag: 'hr' }],
	img: (element) => [{ tag: 'img', image_key: element.img_key }],
	note: (element) => [
		{
			tag: 'note',
			elements: ((element.elements as Json[] | undefined) ?? []).map((part) =>
				part.tag === 'img' ? { tag: 'img', image_key: part.img_key } : { tag: 'text', text: plain(part) },
			),
		},
	],
	action: (element) => buttons(element.actions),
	button: (element) => buttons([element]),
};

function rows(elements: unknown): Json[][] {
	if (!Array.isArray(elements)) return [];
	return (elements as Json[]).flatMap((element) => {
		const own = ROWS[String(element.tag)]?.(element);
		if (own) return [own];
		const inner = [...rows(element.columns), ...rows(element.elements)];
		return inner.length > 0 ? inner : [[{ tag: String(element.tag) }]];
	});
}

/**
 * A card as messages are read back without `card_msg_content_type`: title and rows of nodes, not the JSON that was sent.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/events/message_content
 */
export function simplified(card: Json): Json {
	const header = card.header as Json | undefined;
	const localised = Object.values((card.i18n_elements as Json | undefined) ?? {})[0];
	// A card without `schema` is of JSON 1.0, which has no `body`: nothing of that is shown.
	const body = card.schema === '2.0' ? (card.body as Json | undefined) : undefined;
	const elements = body?.elements ?? card.elements ?? localised;
	return { title: plain(header?.title), elements: rows(elements) };
}
