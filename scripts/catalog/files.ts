import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Catalog } from './build';
import { buildIndex, type Index } from './indexes';
import { buildRates } from './rates';
import type { Endpoint } from './types';

const ROOT = join(__dirname, '../..');
export const CATALOG = join(ROOT, 'catalog');
const ENDPOINTS = join(CATALOG, 'endpoints');

const lines = (rows: unknown[]): string => rows.map((row) => JSON.stringify(row)).join(',\n');

const indexText = ({ domains, endpoints }: Index): string =>
	`{"domains":${JSON.stringify(domains)},\n"endpoints":[\n${lines(endpoints)}\n]}\n`;

/** One tier a line. */
const ratesText = (rates: Record<string, string[]>): string =>
	`{\n${Object.entries(rates)
		.map(([tier, ids]) => `${JSON.stringify(tier)}:${JSON.stringify(ids)}`)
		.join(',\n')}\n}\n`;

/** The generated files, path to text; one row a line, so that a change reads well in a diff. */
export function render(catalog: Pick<Catalog, 'domains' | 'names'>): Map<string, string> {
	const files = new Map<string, string>();
	for (const [domain, rows] of catalog.domains) files.set(join(ENDPOINTS, `${domain}.json`), `[\n${lines(rows)}\n]\n`);
	files.set(join(CATALOG, 'index.json'), indexText(buildIndex(catalog)));
	files.set(join(CATALOG, 'rates.json'), ratesText(buildRates(catalog)));
	return files;
}

const readOrEmpty = (file: string): string => {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
};

const committedNames = (): string[] => {
	try {
		return readdirSync(ENDPOINTS).filter((name) => name.endsWith('.json'));
	} catch {
		return [];
	}
};

/** Paths, relative to the project, of files that differ from what is there, files that are no longer generated included. */
export function differences(files: Map<string, string>): string[] {
	const gone = committedNames()
		.map((name) => join(ENDPOINTS, name))
		.filter((file) => !files.has(file));
	const changed = [...files].filter(([file, text]) => readOrEmpty(file) !== text).map(([file]) => file);
	return [...changed, ...gone].map((file) => relative(ROOT, file)).sort();
}

export function write(files: Map<string, string>): void {
	mkdirSync(ENDPOINTS, { recursive: true });
	for (const name of committedNames()) if (!files.has(join(ENDPOINTS, name))) rmSync(join(ENDPOINTS, name));
	for (const [file, text] of files) writeFileSync(file, text);
}

/** The endpoints as they are committed, by id. */
export const readCommitted = (): Map<string, Endpoint> =>
	new Map(
		committedNames()
			.flatMap((name) => JSON.parse(readFileSync(join(ENDPOINTS, name), 'utf8')) as Endpoint[])
			.map((endpoint) => [endpoint.id, endpoint]),
	);
