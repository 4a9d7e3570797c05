/** What a paragraph says as elements of a block, and as the blocks that stand in no line. */
import type { JsonObject } from '../json';
import { byType, type ByType } from '../markdown/byType';
import type { Inline, Style, Words } from '../markdown/nodes';
import { labelWords, linkWords, plainWords } from '../markdown/plainWords';
import { simplified } from '../markdown/simplify';
import { cardTagWords } from '../markdown/tags';
import type { BlockOptions } from './blockOptions';
import { linkedDocument } from './documentMentions';
import { joinedRuns } from './joinedRuns';
import { loneBlock } from './loneBlocks';
import { mediaSource, textRun, type NewBlock } from './newBlock';
import { decodedAttributes } from './tagAttributes';
import { otherElement, tagElements, type Dress } from './tagElements';

export type WordsPiece = { element: JsonObject } | { block: NewBlock };

interface Context {
	options: BlockOptions;
	/** Where only words may stand, pictures say what they describe. */
	wordsOnly: boolean;
}

export function wordsPieces(words: Words, options: BlockOptions): WordsPiece[] {
	const pieces: WordsPiece[] = [];
	let elements: JsonObject[] = [];
	const end = (): void => {
		pieces.push(...joinedRuns(elements).map((element) => ({ element })));
		elements = [];
	};
	// Words that were read piece by piece and are dressed alike become one run.
	for (const piece of all(simplified(words, true), {}, { options, wordsOnly: false })) {
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
		return people.map((user_id) => ({ element: otherElement('mention_user', { user_id }, dress) }));
	},
	footnote: ({ label }, dress) => run(`[${label}]`, dress),
	tag: (tag, dress, context) => {
		const attributes = decodedAttributes(tag.attributes);
		const read = tagElements({ ...tag, attributes }, dress, context.options);
		if (read && 'element' in read) return [read];
		if (read) return all(tag.children ?? [], read.dress, context);
		const block = tag.documents && !context.wordsOnly ? loneBlock(tag.name, attributes) : undefined;
		return block ? [{ block }] : all(tag.documents ? (tag.children ?? []) : cardTagWords(tag), dress, context);
	},
	comment: () => [],
};

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
	if (document) return [{ element: otherElement('mention_doc', { ...document, url: encodeURIComponent(url) }, dress) }];
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
