/** Texts of a card: plain or Markdown, and in several languages. */
import { isObject, type JsonObject } from '../../json';
import { markdownText } from '../../markdown';
import type { BuildContext } from './context';
import { checkLength, optionalText } from './context';
import { languageAdvice, languageNamed, type Language } from '../languages';

/** A text with what it is in other languages. */
export interface Said {
	content: string;
	i18n_content?: { [language: string]: string };
}

/** The text without tag; empty where there is none. @throws InputError on a language that no client has */
export function wordsOf(context: BuildContext, what: string, value: unknown): Said {
	if (!isObject(value)) return { content: optionalText(value) };
	const languages = languagesOf(context, what, value.languages);
	return {
		content: optionalText(value.text),
		...(Object.keys(languages).length > 0 && { i18n_content: languages }),
	};
}

/** Texts by language; `en-US` is taken for what it means. */
export function languagesOf(context: BuildContext, what: string, value: unknown): { [language: string]: string } {
	if (value === undefined || value === null) return {};
	if (!isObject(value)) throw context.error(`the languages of ${what} are no object`, 'For example {"en_us": "…"}');
	const read: { [language: string]: string } = {};
	for (const [name, entry] of Object.entries(value)) {
		const text = optionalText(entry);
		if (text !== '') read[languageOf(context, what, name)] = text;
	}
	return read;
}

export function languageOf(context: BuildContext, what: string, name: string): Language {
	const known = languageNamed(name);
	if (known) return known;
	throw context.error(`the language '${name}' of ${what} is unknown`, languageAdvice(name));
}

export function isBlank({ content, i18n_content: languages }: Said): boolean {
	return content.trim() === '' && Object.values(languages ?? {}).every((text) => text.trim() === '');
}

export interface TextElement extends JsonObject, Said {
	tag: string;
}

/** @throws InputError when there is no text in any language, or more than `limit` characters */
export function requiredWords(context: BuildContext, what: string, value: unknown, limit?: number): Said {
	const said = wordsOf(context, what, value);
	if (isBlank(said)) throw context.error(`${what} is empty`);
	if (limit !== undefined)
		for (const text of [said.content, ...Object.values(said.i18n_content ?? {})])
			checkLength(context, what, text, limit);
	return said;
}

export function plain(said: Said, tag: 'plain_text' | 'lark_md' = 'plain_text'): TextElement {
	return { tag, ...said };
}

/** The property with the text, if there is one. */
export function optionalWords(
	context: BuildContext,
	property: string,
	what: string,
	value: unknown,
	limit?: number,
): JsonObject {
	const said = wordsOf(context, what, value);
	return isBlank(said) ? {} : { [property]: plain(requiredWords(context, what, value, limit)) };
}

/** The same in each of its languages. */
export function markdownSaid({ content, i18n_content: languages }: Said): Said {
	return {
		content: markdownText(content),
		...(languages && {
			i18n_content: Object.fromEntries(
				Object.entries(languages).map(([language, text]) => [language, markdownText(text)]),
			),
		}),
	};
}
