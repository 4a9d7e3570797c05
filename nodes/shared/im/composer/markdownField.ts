import { plainField, type Words } from '../../fields/plain';
import { textOf } from '../../fields/values';
import { complaint, type Field } from '../../operation/field';
import { originOf, uploadImagesIn, type Origin } from './images';
import type { Tools } from './tools';

/** Markdown as it was written. Messages take keys of images, so those that it shows are uploaded when it is composed. */
export class Markdown {
	constructor(
		readonly written: string,
		private readonly origin: Origin,
	) {}

	get isEmpty(): boolean {
		return this.written.trim() === '';
	}

	/** With its images uploaded; one that the web does not have becomes a link. @throws InputError when the item has no such file */
	async uploaded(tools: Tools): Promise<string> {
		return await uploadImagesIn(tools, this.written, this.origin);
	}
}

/** Markdown as it is, with its white space; it may be empty, since a title or a mention may say it all. */
export function markdownField<const N extends string>(words: Words<N>): Field<Markdown, N> {
	return plainField(
		{ ...words, type: 'string', default: '' },
		(value, label, panel) => new Markdown(textOf(label, value), originOf(panel, label)),
	);
}

/** Without the blanks and lines around it. A wide space at the beginning, as Chinese paragraphs have, belongs to the words. */
export const trimmedMarkdown = (markdown: string): string => markdown.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

/** Markdown that says something, without the white space around it. */
export function filledMarkdownField<const N extends string>(words: Words<N>): Field<Markdown, N> {
	return plainField({ ...words, required: true, type: 'string', default: '' }, (value, label, panel) => {
		const text = trimmedMarkdown(textOf(label, value));
		if (text.trim() === '') throw complaint(label, 'is empty', 'Enter what it is to say');
		return new Markdown(text, originOf(panel, label));
	});
}
