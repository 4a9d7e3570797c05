/** Tags within words that documents have something for: colours, people, documents, equations, times. */
import { documentAddress } from '../drive/documentAddress';
import type { JsonObject } from '../json';
import type { Tag } from '../markdown/nodes';
import { attributeOf } from '../markdown/tags';
import type { BlockOptions } from './blockOptions';
import { behindColour, wordsColour } from './colours';
import { mentionNumber, mentionType } from './documentMentions';
import { textRun } from './newBlock';

/** The style of a run, as far as it is known. */
export type Dress = Readonly<JsonObject>;

/** An element in the tag's place, or how what stands in it is dressed. */
type Meaning = { element: JsonObject } | { dress: Dress };

type Reader = (tag: Tag, dress: Dress, options: BlockOptions) => Meaning;

/** @returns undefined for a tag that says nothing of the kind */
export function tagElements(tag: Tag, dress: Dress, options: BlockOptions): Meaning | undefined {
	return Object.hasOwn(READERS, tag.name) ? READERS[tag.name]?.(tag, dress, options) : undefined;
}

/** An element that is no run of text. No link stands on such a one: the platform refuses it (1770024). */
export function otherElement(
	name: string,
	own: JsonObject,
	{ link: _link, inline_code: _code, ...dress }: Dress,
): JsonObject {
	return { [name]: { ...own, text_element_style: dress } };
}

const coloured: Reader = ({ attributes }, dress) => {
	const style = attributeOf(attributes, 'style');
	const words = wordsColour(attributeOf(attributes, 'color') || cssValue(style, 'color'));
	const behind = behindColour(
		attributeOf(attributes, 'background-color', 'bgcolor') || cssValue(style, 'background(?:-color)?'),
	);
	return {
		dress: {
			...dress,
			...cssStyles(style),
			...(words && { text_color: words }),
			...(behind && { background_color: behind }),
		},
	};
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

const inside: Reader = (_tag, dress) => ({ dress });

const person: Reader = ({ attributes }, dress) => {
	const user_id = attributeOf(attributes, 'id', 'user-id');
	return user_id === '' ? { dress } : { element: otherElement('mention_user', { user_id }, dress) };
};

const READERS: { readonly [name: string]: Reader | undefined } = {
	center: inside,
	div: inside,
	equation: ({ raw }, dress) => ({ element: otherElement('equation', { content: raw }, dress) }),
	font: coloured,
	mark: (_tag, dress) => ({ dress: { ...dress, background_color: behindColour('light-yellow') } }),
	'mention-doc': ({ attributes }, dress, { origin = 'https://www.feishu.cn' }) => {
		const token = attributeOf(attributes, 'token');
		const obj_type = mentionNumber(attributeOf(attributes, 'type') || 'docx');
		if (token === '' || obj_type === undefined) return { dress };
		const url = attributeOf(attributes, 'url') || documentAddress(origin, { type: mentionType(obj_type), token });
		return { element: otherElement('mention_doc', { token, obj_type, url: encodeURIComponent(url) }, dress) };
	},
	'mention-user': person,
	p: inside,
	person,
	reminder: ({ attributes }, dress) => reminder(attributes, dress),
	span: coloured,
	text: (tag, dress, options) => {
		const underlined = attributeOf(tag.attributes, 'underline') === 'true';
		return coloured(tag, { ...dress, ...(underlined && { underline: true }) }, options);
	},
};

function reminder(attributes: ReadonlyMap<string, string>, dress: Dress): Meaning {
	const written = attributeOf(attributes, 'date');
	const time = new Date(written).getTime();
	const create_user_id = attributeOf(attributes, 'user-id');
	if (Number.isNaN(time) || create_user_id === '') return { element: textRun(written, { ...dress }) };
	const own = {
		create_user_id,
		expire_time: String(time),
		notify_time: String(time),
		is_notify: attributeOf(attributes, 'notify') === 'true',
		is_whole_day: !written.includes('T'),
	};
	return { element: otherElement('reminder', own, dress) };
}
