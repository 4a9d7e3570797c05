/**
 * `npm run catalog`: builds `catalog/endpoints/` and `catalog/index.json` from the official packages and the project's facts.
 *
 *   --check           compares with the committed files, writes nothing, fails on a difference
 *   --report          prints what is added, removed and changed against the committed files, writes nothing
 *   --texts <folder>  also writes the parameters' help texts there (for `dist/`); with --texts-only nothing else
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildCatalog, type Catalog } from './build';
import { countPairs, unreviewed } from './exclusive';
import { CATALOG, differences, readCommitted, render, write } from './files';
import { compare, format } from './report';
import { readNotExclusive } from './sources/facts';
import { buildTexts, writeTexts } from './texts';

/** Most that may ship, in bytes, gzipped file by file. */
const SIZE_LIMIT = 1.5 * 1024 * 1024;

const kb = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

/** Sizes of what ships, and whether they are within the limit. */
function printSizes(files: Map<string, string>, texts: Map<string, string>): boolean {
	const events = readFileSync(join(CATALOG, 'events.json'), 'utf8');
	const groups: Record<string, string[]> = {
		'endpoints and index': [...files.values()],
		texts: [...texts.values()],
		events: [events],
	};
	let total = 0;
	for (const [name, contents] of Object.entries(groups)) {
		const raw = contents.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
		const packed = contents.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
		total += packed;
		console.log(`  ${name}: ${kb(raw)}, gzipped ${kb(packed)}`);
	}
	console.log(`  in all, gzipped: ${kb(total)} of at most ${kb(SIZE_LIMIT)}`);
	return total <= SIZE_LIMIT;
}

function printCounts({ domains }: Catalog): void {
	const rows = [...domains.values()].flat();
	const count = (test: (row: (typeof rows)[number]) => unknown): number => rows.filter(test).length;
	console.log(
		`${rows.length} endpoints in ${domains.size} domains: ${count(({ sdk }) => sdk)} with an SDK method, ` +
			`${count(({ paging }) => paging)} paged, ${count(({ upload }) => upload)} uploads, ${count(({ download }) => download)} downloads`,
	);
}

function main(): boolean {
	const { values } = parseArgs({
		options: {
			check: { type: 'boolean', default: false },
			report: { type: 'boolean', default: false },
			texts: { type: 'string' },
			'texts-only': { type: 'boolean', default: false },
		},
	});
	const catalog = buildCatalog();
	const texts = buildTexts(catalog);
	if (values.texts) writeTexts(resolve(values.texts), texts);
	if (values['texts-only']) return true;

	const files = render(catalog);
	if (values.report) {
		for (const each of [...catalog.idle, ...catalog.stale]) console.log(`No longer needed in catalog/facts: ${each}`);
		const built = new Map([...catalog.domains.values()].flat().map((endpoint) => [endpoint.id, endpoint]));
		console.log(format(compare(readCommitted(), built)));
		return true;
	}
	printCounts(catalog);
	const rows = [...catalog.domains.values()].flat();
	const pairs = countPairs(rows);
	console.log(
		`  values that exclude each other in ${pairs.exclusive} endpoints, that do not count beside another in ${pairs.prevails}`,
	);
	const fits = printSizes(files, texts);
	const unread = unreviewed(rows, catalog.mcp, readNotExclusive());
	for (const { id, field, says } of unread) console.log(`✗ to be judged, ${id}, ${field}: ${says}`);
	for (const each of catalog.idle) console.log(`✗ a correction changes nothing any more: ${each}`);
	for (const each of catalog.stale) console.log(`✗ the facts speak of a field that is gone: ${each}`);
	const changed = differences(files);
	if (values.check) for (const file of changed) console.log(`✗ differs from what is built: ${file}`);
	else write(files);
	if (!values.check) console.log(`${changed.length} files written anew`);
	return fits && catalog.idle.length + catalog.stale.length + unread.length === 0 && !(values.check && changed.length > 0);
}

process.exitCode = main() ? 0 : 1;
