/** How files are named, and how long they are. */
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import { readText, root } from '../../support/package/sources';

const files = globSync('{nodes,credentials,feishu}/**/*.ts', { cwd: root });

const MOST_LINES = 120;

test(`a file with an operation has at most ${MOST_LINES} lines`, () => {
	const operations = files.filter((file) => /\bdefine(Batch)?Operation\(\{/.test(readText(file)));
	expect(operations.length).toBeGreaterThan(80);
	const long = operations.map((file) => [file, readText(file).trimEnd().split('\n').length] as const);
	expect(long.filter(([, lines]) => lines > MOST_LINES)).toEqual([]);
});

test('names are in camelCase, but for classes that n8n finds by theirs', () => {
	const odd = files.filter((file) => !/^([a-z][A-Za-z0-9]*|[A-Z]\w*\.(node|credentials))\.ts$/.test(basename(file)));
	expect(odd).toEqual([]);
});

/** A folder of `feishu/` or `nodes/shared/`: what is read together. */
const roomOf = (file: string) => /^(feishu|nodes\/shared)\/[^/]+/.exec(file)?.[0] ?? '';

/** The parts of a card, each with a file of one name for its type, its building and its facts. */
const SIDES = /^feishu\/im\/card\//;

test('no two files of a room have one name, but the sides of a part of a card', () => {
	const names = files
		.filter((file) => roomOf(file) !== '' && basename(file) !== 'index.ts')
		.map((file) => (SIDES.test(file) ? file : `${roomOf(file)}/${basename(file)}`));
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('no two rooms that one reads together, calls and advice, have one name', () => {
	const names = (room: string) =>
		files.filter((file) => dirname(file) === room && basename(file) !== 'index.ts').map((file) => basename(file));
	const advice = names('feishu/advice');
	expect(names('feishu/api').filter((name) => advice.includes(name))).toEqual([]);
});
