/** Icons: one for each node, told apart in a list, and nothing in a file that draws nothing. */
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { parseFragment, serializeOuter, type DefaultTreeAdapterMap } from 'parse5';
import { iconsOf } from '../../support/package/icons';
import { manifest, readText, root } from '../../support/package/sources';

const { nodes, credentials } = manifest.n8n;
const icons = readdirSync(resolve(root, 'icons')).map((file) => `icons/${file}`);

/** `dist/nodes/FeishuBase/FeishuBase.node.js` → `feishuBase`, as n8n names the node. */
const nameOf = (built: string) => basename(built, '.node.js').replace(/^[A-Z]/, (letter) => letter.toLowerCase());

/** As many as an icon of simple shapes needs; n8n sends each to every editor. */
const MOST_BYTES = 1500;

/** What draws. No script, no style, no link, no text that a font would change, nothing with an ID. */
const DRAWING: Readonly<Record<string, readonly string[]>> = {
	svg: ['xmlns', 'viewBox'],
	path: ['fill', 'd', 'stroke', 'stroke-linecap', 'stroke-linejoin', 'stroke-width'],
	circle: ['cx', 'cy', 'r', 'fill', 'stroke', 'stroke-width'],
};

/** The colors of the family on a light canvas, and what each is on a dark one. */
const DARK: Readonly<Record<string, string>> = { '#4a5fe0': '#7186ff', '#c3ccff': '#d5dbff' };
const ON_BOTH = ['#fff', '#ff9f2e', 'none'];

type Part = DefaultTreeAdapterMap['childNode'];

const read = (text: string) => parseFragment(text.trim()).childNodes;
const partsOf = (part: Part): Part[] => [part, ...('childNodes' in part ? part.childNodes.flatMap(partsOf) : [])];
const elementsIn = (text: string) =>
	read(text)
		.flatMap(partsOf)
		.filter((part) => 'tagName' in part);
const attributesIn = (text: string) => elementsIn(text).flatMap(({ attrs }) => attrs);

test.each(nodes)('%s has an icon of its own, which bears its name', (node) => {
	expect(iconsOf(node)).toEqual([`icons/${nameOf(node)}.svg`, `icons/${nameOf(node)}.dark.svg`]);
});

test.each(credentials)('%s has the icon of Feishu', (credential) => {
	expect(iconsOf(credential)).toEqual(['icons/feishu.svg', 'icons/feishu.dark.svg']);
});

test('there is every icon that is named, and no other', () => {
	expect(icons.sort()).toEqual([...new Set([...nodes, ...credentials].flatMap(iconsOf))].sort());
});

test('no two are alike', () => {
	const seen = icons.map((icon) => readText(icon));
	expect(icons.filter((_, index) => seen.indexOf(seen[index] ?? '') !== index)).toEqual([]);
});

describe.each(icons)('%s', (icon) => {
	const text = readText(icon);

	/** A browser forgives what is not XML in a page, not in a picture. */
	test('is written as strictly as XML must be', () => {
		const written = read(text).map((part) => ('tagName' in part ? serializeOuter(part) : part.nodeName));
		expect(written).toEqual([text.trim().replace(/<(\w+)([^<>]*)\/>/g, '<$1$2></$1>')]);
	});

	test('is a small square', () => {
		const [svg] = elementsIn(text);
		expect(svg?.tagName).toBe('svg');
		const given = Object.fromEntries(svg?.attrs.map(({ name, value }) => [name, value]) ?? []);
		expect(given).toEqual({
			xmlns: 'http://www.w3.org/2000/svg',
			viewBox: expect.stringMatching(/^0 0 (\d+) \1$/),
		});
		expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
	});

	test('holds shapes in the colors of the family, and nothing else', () => {
		const elements = elementsIn(text);
		expect(elements.length).toBeGreaterThan(1);
		const unknown = elements.map(({ tagName }) => tagName).filter((tagName) => !(tagName in DRAWING));
		expect(unknown).toEqual([]);
		const odd = elements.flatMap(({ tagName, attrs }) =>
			attrs.filter(({ name }) => !DRAWING[tagName]?.includes(name)).map(({ name }) => `${tagName} ${name}`),
		);
		expect(odd).toEqual([]);
		const colors = attributesIn(text).filter(({ name }) => name === 'fill' || name === 'stroke');
		const blues = icon.endsWith('.dark.svg') ? Object.values(DARK) : Object.keys(DARK);
		expect(colors.filter(({ value }) => ![...ON_BOTH, ...blues].includes(value))).toEqual([]);
	});
});

test.each(icons.filter((icon) => !icon.endsWith('.dark.svg')))('%s has the same shapes when it is dark', (icon) => {
	const dark = readText(icon).replace(/#[0-9a-f]{6}\b/g, (color) => DARK[color] ?? color);
	expect(readText(icon.replace(/svg$/, 'dark.svg'))).toBe(dark);
});
