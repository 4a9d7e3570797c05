/** A path that a document names is there. */
import { existsSync, globSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { readText, root } from '../../support/package/sources';

const DOCUMENTS = globSync(['docs/*.md', 'README*.md', 'catalog/README.md'], { cwd: root });

const TOPS = readdirSync(root, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

/** Made by a build or a run. */
const MADE = /^(dist|node_modules|\.cache|coverage)\b/;

const there = (path: string) => existsSync(resolve(root, path));

/** What stands in backticks and is a path: below a folder of the project, or a source by its name. */
function pathsIn(text: string): string[] {
	return (
		[...text.matchAll(/`([\w./-]+)`/g)]
			.map(([, path = '']) => path)
			// Whose it is, the sentence says.
			.filter((path) => path !== 'index.ts' && !MADE.test(path))
			.filter((path) => /\.(ts|mjs)$/.test(path) || (path.includes('/') && TOPS.includes(path.split('/')[0] ?? '')))
	);
}

/** Those that are not there: neither from the root, nor from a folder that their paragraph, or the document's own place, names. */
function missingIn(text: string, home: string): string[] {
	return text.split(/\n\s*\n/).flatMap((paragraph) => {
		const paths = pathsIn(paragraph);
		const folders = [home, ...paths.filter(there).flatMap((path) => [path, dirname(path)])];
		return paths.filter((path) => !there(path) && !folders.some((folder) => there(join(folder, path))));
	});
}

test.each(DOCUMENTS)('%s names paths that are there', (document) => {
	expect(missingIn(readText(document), dirname(document))).toEqual([]);
});

test('a path that is not there is found', () => {
	const text =
		'In `feishu/markdown/`, `parse.ts` and `nowhere.ts`; `feishu/nothing.ts`.\n\nAlone: `parse.ts`, `dist/code`.';
	expect(missingIn(text, 'docs')).toEqual(['nowhere.ts', 'feishu/nothing.ts', 'parse.ts']);
});
