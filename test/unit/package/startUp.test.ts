/**
 * What of the built package is read, and when. n8n loads every community node when it starts, and again for its list of
 * nodes, so that must stay as little as it is however much our nodes can do.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { BUILD_TIMEOUT, built, inNewNode } from '../../support/package/built';
import { manifest, root } from '../../support/package/sources';

const { nodes, credentials } = manifest.n8n;

beforeAll(built, BUILD_TIMEOUT);

test('at the start n8n reads one file of each node and credential, and nothing besides', () => {
	const read = inNewNode<string[]>(
		`async (...list) => { list.forEach(load); return files(); }`,
		...nodes,
		...credentials,
	);
	expect(read.sort()).toEqual([...nodes, ...credentials].sort());
});

test.each(nodes)('%s makes a description of its own for each instance, as n8n writes into it', (file) => {
	const [first, second] = inNewNode<[unknown, unknown]>(
		`async (file) => {
			const first = load(file);
			const before = JSON.stringify(first);
			first.description.properties[0].name = 'changed';
			first.description.properties.pop();
			return [before, JSON.stringify(load(file))];
		}`,
		file,
	);
	expect(second).toEqual(first);
});

const nameOf = (file: string) => file.replace(/^dist\/nodes\/(\w+)\/.*$/, '$1');

test.each(nodes)('%s reads its own code and what all share when it first runs, no other node’s', (file) => {
	const read = inNewNode<string[]>(
		`async (file) => {
			const node = load(file);
			await Promise.resolve((node.execute ?? node.trigger ?? node.poll ?? node.webhook).call({})).catch(() => {});
			return files();
		}`,
		file,
	);
	const own = nameOf(file);
	const rooms = read.flatMap((path) => /^dist\/code\/nodes\/(\w+)\.js$/.exec(path)?.[1] ?? []);
	expect(rooms).toContain(own);
	const others = nodes.map(nameOf).filter((name) => name !== own);
	expect(rooms.filter((room) => others.includes(room))).toEqual([]);
});

const DATA = /^dist\/(catalog|texts)\//;

test('all code together reads nothing of the catalog but the events that triggers list, and a login’s scopes', () => {
	const read = inNewNode<string[]>(
		`async () => {
			for (const file of require('node:fs').readdirSync('dist/code', { recursive: true }))
				if (file.endsWith('.js')) require(path.resolve('dist/code', file));
			return files();
		}`,
	);
	expect(read.filter((path) => DATA.test(path)).sort()).toEqual([
		'dist/catalog/events.json',
		'dist/catalog/userScopes.json',
	]);
});

test('of the catalog a search reads the index and the domains of what it found, a form also the help', () => {
	const [search, form] = inNewNode<[string[], string[]]>(
		`async (file) => {
			const { methods } = load(file);
			await methods.listSearch.searchEndpoints.call({}, 'im.message.create');
			const searched = files();
			const endpoint = 'POST /open-apis/im/v1/messages';
			await methods.resourceMapping.getEndpointFields.call({ getCurrentNodeParameter: () => endpoint });
			return [searched, files().filter((path) => !searched.includes(path))];
		}`,
		'dist/nodes/FeishuOpenApi/FeishuOpenApi.node.js',
	);
	const data = search.filter((path) => DATA.test(path));
	expect(data).toEqual(expect.arrayContaining(['dist/catalog/index.json', 'dist/catalog/endpoints/im.json']));
	// A build without the official package that has the help texts has none.
	const help = ['dist/texts/im.json'].filter((path) => existsSync(resolve(root, path)));
	expect(form.filter((path) => DATA.test(path))).toEqual(help);
});
