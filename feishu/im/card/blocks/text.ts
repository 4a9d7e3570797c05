import { markdownElements } from '../../../markdown';
import type { JsonObject } from '../../../json';
import { TEXT_SIZES } from '../colors';
import { choice, optionalText, type BuildContext, type Builder } from '../context';
import { alignedTo, iconOf } from '../parts';
import type { DividerBlock, MarkdownBlock, NoteBlock } from '../types';
import { markdownSaid, requiredWords } from '../words';

/**
 * Markdown as people write it becomes what a card takes; tables, lonely images and dividers are components of their
 * own. With other languages it is one component, which alone can have them.
 */
export const markdown: Builder<MarkdownBlock> = {
	name: 'Markdown',
	build(block, context) {
		const look = {
			...choice(context, 'text_size', 'the size', block.size, [...TEXT_SIZES, ...(context.sizes ?? [])]),
			...alignedTo(context, block.align, 'text_align'),
		};
		const [first, ...others] = wordsElements(context, block).map((element) =>
			element.tag === 'markdown' ? { ...element, ...look } : element,
		);
		if (!first) throw context.error('the text is empty');
		const icon = iconOf(block.icon);
		if (icon.icon === undefined || first.tag === 'markdown') return [{ ...first, ...icon }, ...others];
		throw context.error('an icon stands in front of words only', 'Begin the text with words, or leave the icon out');
	},
};

function wordsElements(context: BuildContext, { text, ready }: MarkdownBlock): JsonObject[] {
	const said = requiredWords(context, 'the text', text);
	if (ready) return [{ tag: 'markdown', ...said }];
	if (said.i18n_content) return [{ tag: 'markdown', ...markdownSaid(said) }];
	const room = context.room ?? { tables: 0 };
	const elements = markdownElements(said.content, { tables: context.root ? room.tables : 0 });
	room.tables -= elements.filter(({ tag }) => tag === 'table').length;
	return elements;
}

/** Small grey text. */
export const note: Builder<NoteBlock> = {
	name: 'Note',
	build({ text, imageKey, icon }, context) {
		const { content, i18n_content: languages } = markdownSaid(requiredWords(context, 'the text', text));
		return [
			{
				tag: 'markdown',
				content: grey(content),
				...(languages && {
					i18n_content: Object.fromEntries(
						Object.entries(languages).map(([language, words]) => [language, grey(words)]),
					),
				}),
				text_size: 'notation',
				...iconOf(optionalText(imageKey) === '' ? icon : { imageKey: optionalText(imageKey) }),
			},
		];
	},
};

/** What makes a line a heading, an item of a list or a quote, which it does at its beginning only. */
const MARKERS = /^(?:\s*(?:#{1,6} |[-*+] (?:\[[ xX]\] )?|\d+[.)] |> ?))*/;

/** A color takes inline syntax only, so it is put around the words of each line; code keeps its own. */
function grey(markdown: string): string {
	let fence = '';
	const lines = markdown.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').split(/\r?\n/);
	return lines
		.map((line) => {
			const [, mark = ''] = /^[\s>]*(`{3,}|~{3,})/.exec(line) ?? [];
			if (mark !== '') {
				if (fence === '') fence = mark;
				else if (mark.startsWith(fence)) fence = '';
				return line;
			}
			const [markers = ''] = MARKERS.exec(line) ?? [];
			const words = line.slice(markers.length);
			if (fence !== '' || words.trim() === '' || /^-{3,}\s*$/.test(line)) return line;
			return `${markers}<font color='grey'>${words}</font>`;
		})
		.join('\n');
}

export const divider: Builder<DividerBlock> = { name: 'Divider', build: () => [{ tag: 'hr' }] };

/** A label in front of what has none of its own. */
export function labelElement(label: JsonObject): JsonObject {
	return { tag: 'div', text: label };
}
