import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from './build';
import { fieldAt } from './merge';
import { mcpLicense } from './sources/mcp';

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
				if (!isPart(path) && short && fieldAt(request, path)) texts[path] = short;
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
