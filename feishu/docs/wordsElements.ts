/** What a paragraph says as elements of a block, and as the blocks that stand in no line. */
import type { JsonObject } from '../json';
import { byType, type ByType } from '../markdown/byType';
import type { Inline, Style, Tag, Words } from '../markdown/nodes';
import { labelWords, linkWords, plainWords } from '../markdown/plainWords';
import { simplified } from '../markdown/simplify';
import { attributeOf, cardTagWords } from '../markdown/tags';
import { behindColour, wordsColour } from './colours';
import { documentAddress } from '../drive/documentAddress';
import { linkedDocument, mentionNumber, mentionType } from './documentMentions';
import { joinedRuns } from './joinedRuns';
import { loneBlock } from './loneBlocks';
import { mediaSource, textRun, type NewBlock } from './newBlock';
import { decodedAttributes } from './tagAttributes';

export interface BlockOptions {
	/** Whether Mermaid and PlantUML become boards, which can't be read back as text, or stay code, as by default. */
	diagrams?: 'board' | 'code';
	/**
	 * Whether links to documents become mentions of them. A mention of a document that the caller may not read makes the
	 * platform refuse the whole request, so they are links by default.
	 */
	documentLinks?: 'link' | 'mention';
	/** Of the addresses of documents that are mentioned by their token; Feishu's own by default. */
	origin?: string;
	/** IDs of people by their e-mail in lower case: others stand as words, because documents know no e-mail. */
	people?: ReadonlyMap<string, string>;
}

export type WordsPiece = { element: JsonObject } | { block: NewBlock };

type Dress = Readonly<JsonObject>;

interface Context {
	options: BlockOptions;
	/** Where only words may stand, pictures say what they describe. */
	wordsOnly: boolean;
}

export function wordsPieces(words: Words, options: BlockOptions, wordsOnly = false): WordsPiece[] {
	const pieces: WordsPiece[] = [];
	let elements: JsonObject[] = [];
	const end = (): void => {
		pieces.push(...joinedRuns(elements).map((element) => ({ element })));
		elements = [];
	};
	// Words that were read piece by piece and are dressed alike become one run.
	for (const piece of all(simplified(words, true), {}, { options, wordsOnly })) {
		if ('element' in piece) elements.push(piece.element);
		else {
			end();
			pieces.push(piece);
		}
	}
	end();
	return pieces;
}

const all = (children: readonly Inline[], dress: Dress, context: Context): WordsPiece[] =>
	children.flatMap((child) => byType(PIECES, child, dress, context));

const STYLES: Readonly<Record<Style, string>> = {
	bold: 'bold',
	italic: 'italic',
	strike: 'strikethrough',
	underline: 'underline',
};

const run = (content: string, dress: Dress): WordsPiece[] => [{ element: textRun(content, { ...dress }) }];

const PIECES: ByType<Inline, [Dress, Context], WordsPiece[]> = {
	text: ({ text }, dress) => run(text, dress),
	break: (_node, dress) => run('\n', dress),
	code: ({ text }, dress) => run(text, { ...dress, inline_code: true }),
	style: ({ style, children }, dress, context) => all(children, { ...dress, [STYLES[style]]: true }, context),
	link: ({ url, children }, dress, context) => {
		const pictures = children.filter(({ type }) => type === 'image');
		if (pictures.length > 0 && !context.wordsOnly) return all(children, dress, context);
		return linked(children, url, dress, context);
	},
	image: ({ url, alt }, dress, { wordsOnly }) =>
		wordsOnly ? run(alt === '' ? url : alt, dress) : [{ block: pictureBlock(url, alt) }],
	mention: (node, dress, { options }) => {
		const people = node.ids.filter((id) => id !== 'all');
		const known = options.people?.get(node.email.toLowerCase());
		if (known !== undefined) people.push(known);
		if (people.length === 0) return run(plainWords([node]), dress);
		return people.map((user_id) => ({ element: { mention_user: { user_id, text_element_style: { ...dress } } } }));
	},
	footnote: ({ label }, dress) => run(`[${label}]`, dress),
	tag: (tag, dress, context) => {
		const own = TAGS[tag.name];
		return own
			? own({ ...tag, attributes: decodedAttributes(tag.attributes) }, dress, context)
			: ofCard(tag, dress, context);
	},
	comment: () => [],
};

function ofCard(tag: Tag, dress: Dress, context: Context): WordsPiece[] {
	if (tag.documents && !context.wordsOnly) {
		const block = loneBlock(tag.name, decodedAttributes(tag.attributes));
		if (block) return [{ block }];
	}
	return all(tag.documents ? (tag.children ?? []) : cardTagWords(tag), dress, context);
}

type TagPieces = (tag: Tag, dress: Dress, context: Context) => WordsPiece[];

const inside = ({ children = [] }: Tag, dress: Dress, context: Context): WordsPiece[] => all(children, dress, context);

const coloured: TagPieces = (tag, dress, context) => {
	const style = attributeOf(tag.attributes, 'style');
	const words = wordsColour(attributeOf(tag.attributes, 'color') || cssValue(style, 'color'));
	const behind = behindColour(
		attributeOf(tag.attributes, 'background-color', 'bgcolor') || cssValue(style, 'background(?:-color)?'),
	);
	return inside(
		tag,
		{ ...dress, ...cssStyles(style), ...(words && { text_color: words }), ...(behind && { background_color: behind }) },
		context,
	);
};

const cssValue = (style: string, name: string): string =>
	new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim() ?? '';

/** What pages that were copied say of words in no tag. */
function cssStyles(style: string): Dress {
	if (style === '') return {};
	const weight = cssValue(style, 'font-weight');
	const line = cssValue(style, 'text-decoration(?:-line)?');
	return {
		...((/^bold/i.test(weight) || Number(weight) >= 600) && { bold: true }),
		...(/italic|oblique/i.test(cssValue(style, 'font-style')) && { italic: true }),
		...(/underline/i.test(line) && { underline: true }),
		...(/line-through/i.test(line) && { strikethrough: true }),
	};
}

const person: TagPieces = (tag, dress, context) => {
	const user_id = attributeOf(tag.attributes, 'id', 'user-id');
	if (user_id === '') return inside(tag, dress, context);
	return [{ element: { mention_user: { user_id, text_element_style: { ...dress } } } }];
};

const TAGS: { readonly [name: string]: TagPieces | undefined } = {
	center: inside,
	div: inside,
	equation: ({ raw }, dress) => [{ element: { equation: { content: raw, text_element_style: { ...dress } } } }],
	font: coloured,
	mark: (tag, dress, context) => inside(tag, { ...dress, background_color: behindColour('light-yellow') }, context),
	'mention-doc': (tag, dress, context) => {
		const token = attributeOf(tag.attributes, 'token');
		const type = attributeOf(tag.attributes, 'type') || 'docx';
		const obj_type = mentionNumber(type);
		if (token === '' || obj_type === undefined) return inside(tag, dress, context);
		const { origin = 'https://www.feishu.cn' } = context.options;
		const url = attributeOf(tag.attributes, 'url') || documentAddress(origin, { type: mentionType(obj_type), token });
		return [{ element: mentionDoc({ token, obj_type, url: encodeURIComponent(url) }, dress) }];
	},
	'mention-user': person,
	p: inside,
	person,
	reminder: ({ attributes }, dress) => reminder(attributes, dress),
	span: coloured,
	text: (tag, dress, context) => {
		const underlined = attributeOf(tag.attributes, 'underline') === 'true';
		return coloured(tag, { ...dress, ...(underlined && { underline: true }) }, context);
	},
};

const mentionDoc = (document: JsonObject, dress: Dress): JsonObject => ({
	mention_doc: { ...document, text_element_style: { ...dress } },
});

function reminder(attributes: ReadonlyMap<string, string>, dress: Dress): WordsPiece[] {
	const written = attributeOf(attributes, 'date');
	const time = new Date(written).getTime();
	const create_user_id = attributeOf(attributes, 'user-id');
	if (Number.isNaN(time) || create_user_id === '') return run(written, dress);
	return [
		{
			element: {
				reminder: {
					create_user_id,
					expire_time: String(time),
					notify_time: String(time),
					is_notify: attributeOf(attributes, 'notify') === 'true',
					is_whole_day: !written.includes('T'),
					text_element_style: { ...dress },
				},
			},
		},
	];
}

/** Documents want the address of a link percent-encoded, and take none but those of the web. */
function linked(children: readonly Inline[], url: string, dress: Dress, context: Context): WordsPiece[] {
	const said = labelWords(children);
	const attached = /^(?:binary|attachment):/i.test(url);
	if (attached && !context.wordsOnly)
		return [
			{ block: { kind: 'file', body: { token: '' }, content: { of: 'file', source: mediaSource(url), name: said } } },
		];
	if (!/^https?:\/\//i.test(url)) return run(linkWords(plainWords(children), url), dress);
	const document = context.options.documentLinks === 'mention' ? linkedDocument(url) : undefined;
	if (document) return [{ element: mentionDoc({ ...document, url: encodeURIComponent(url) }, dress) }];
	const link = { url: encodeURIComponent(url) };
	if (said === '') return run(url, { ...dress, link });
	return all(children, { ...dress, link }, { ...context, wordsOnly: true });
}

/** Descriptions that describe nothing, which nobody wants to read below a picture. */
const NO_CAPTION =
	/^(?:image|img|picture|photo|screenshot|alt|alt text|图片|图像|截图|.*\.(?:png|jpe?g|gif|webp|bmp|svg))$/i;

function pictureBlock(url: string, alt: string): NewBlock {
	const caption = NO_CAPTION.test(alt.trim()) ? '' : alt.trim();
	return {
		kind: 'image',
		body: {},
		content: {
			of: 'image',
			source: mediaSource(url),
			image: caption === '' ? {} : { caption: { content: caption } },
		},
	};
}
