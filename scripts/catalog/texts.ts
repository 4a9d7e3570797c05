import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from './build';
import { fieldAt } from './merge';
import { mcpLicense } from './sources/mcp';
import type { Schema } from './types';

/** Longest help text, in characters. */
const LIMIT = 200;

/** Help by field path: `{ "query.page_size": "Number of items on a page" }`. */
export type Texts = Record<string, string>;

/** One line of plain text of at most LIMIT characters, cut at a sentence or a word. */
export function shorten(text: string): string {
	const plain = text
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/\[([^\]]*)\]/g, '$1')
		.replace(/\*\*/g, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	if (plain.length <= LIMIT) return plain;
	const cut = plain.slice(0, LIMIT - 1);
	const sentence = cut.lastIndexOf('. ');
	if (sentence > LIMIT / 2) return cut.slice(0, sentence + 1);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LIMIT / 2)).replace(/[\s,;:.]+$/, '')}…`;
}

const NOTICE_HEAD = (version: string): string =>
	`The help texts in this folder are taken, shortened, from the npm package @larksuiteoapi/lark-mcp ${version},\nwhich is published under the following licence.\n\n`;

/** Longest name of a choice, in characters: a dropdown shows no more. */
const OPTION_LIMIT = 40;

/** What stands behind "Options:" in a text, by choice: `1(Todo Pending),2(Done)`. */
export function optionsIn(text: string): Map<string, string> {
	const [, list = ''] = /Options:(.*)$/s.exec(text) ?? [];
	const found = list.matchAll(/(-?\d+)\(((?:[^()]|\([^()]*\))*)\)/g);
	return new Map([...found].map(([, choice = '', name = '']) => [choice, optionName(name)]));
}

/** The first sentence, without a name of the code that says the same: "Rejected rejected" is one word. */
function optionName(text: string): string {
	const [sentence = ''] = text.replace(/\s+/g, ' ').trim().split(/[.;。；](?:\s|$)/);
	const [first = '', ...rest] = sentence.split(' ');
	const plain = rest.length > 0 && /^[A-Za-z_]+$/.test(first) ? rest.join(' ') : sentence;
	const name = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
	return name.length <= OPTION_LIMIT ? name : `${name.slice(0, OPTION_LIMIT - 1).replace(/[\s,;:]+\S*$/, '')}…`;
}

/** Names of the choices of fields of the form that are bare numbers: deeper ones stand in JSON, where nobody chooses. */
function optionTexts(path: string, schema: Schema | undefined, text: string): Texts {
	const choices = schema?.enum?.filter((choice) => typeof choice === 'number') ?? [];
	if (choices.length === 0 || path.includes('[]') || path.split('.').length > 3) return {};
	const names = optionsIn(text);
	return Object.fromEntries(
		choices.flatMap((choice) => {
			const name = names.get(String(choice));
			return name ? [[`${path}=${choice}`, name] as const] : [];
		}),
	);
}

const isPart = (path: string): boolean => !path.includes('.');

/**
 * English help for the parameters, file name to content: `<domain>.json` (endpoint id → field path → text) and NOTICE.
 * Made for `dist/`: the texts are not part of the project's sources. Only for fields that the catalog has.
 */
export function buildTexts({ domains, mcp }: Pick<Catalog, 'domains' | 'mcp'>): Map<string, string> {
	const sources = new Map(mcp.map((each) => [each.id, each]));
	const files = new Map<string, string>();
	for (const [domain, endpoints] of domains) {
		const lines: string[] = [];
		for (const { id, request } of endpoints) {
			const texts: Texts = {};
			for (const [path, text] of Object.entries(sources.get(id)?.texts ?? {})) {
				const short = shorten(text);
				const field = fieldAt(request, path);
				if (isPart(path) || !short || !field) continue;
				texts[path] = short;
				Object.assign(texts, optionTexts(path, field, text));
			}
			if (Object.keys(texts).length > 0) lines.push(`${JSON.stringify(id)}:${JSON.stringify(texts)}`);
		}
		if (lines.length > 0) files.set(`${domain}.json`, `{\n${lines.join(',\n')}\n}\n`);
	}
	const { version, text } = mcpLicense();
	files.set('NOTICE', NOTICE_HEAD(version) + text);
	return files;
}

/** Writes the files of `buildTexts` into a folder, which is made where it isn't there. */
export function writeTexts(folder: string, texts: Map<string, string>): void {
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of texts) writeFileSync(join(folder, name), text);
}
