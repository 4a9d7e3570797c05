import { gzipSync } from 'node:zlib';
import { buildCatalog, type Catalog } from '../../../scripts/catalog/build';
import { unreviewed } from '../../../scripts/catalog/exclusive';
import { differences, readCommitted, render } from '../../../scripts/catalog/files';
import { compare, format } from '../../../scripts/catalog/report';
import { readNotExclusive } from '../../../scripts/catalog/sources/facts';
import { buildTexts, optionsIn, shorten } from '../../../scripts/catalog/texts';
import type { Endpoint } from '../../../scripts/catalog/types';
import { fieldsOf } from '../../support/catalog/committed';

/** The packages are parsed and, on a fresh checkout, the second one is installed. */
const BUILD_TIME = 180_000;

let catalog: Catalog;
beforeAll(() => {
	catalog = buildCatalog();
}, BUILD_TIME);

const built = (): Map<string, Endpoint> =>
	new Map([...catalog.domains.values()].flat().map((endpoint) => [endpoint.id, structuredClone(endpoint)]));

describe('building the catalog', () => {
	it('gives what is committed, byte for byte', () => {
		expect(differences(render(catalog))).toEqual([]);
	});

	it('needs every correction, and every fact about a field', () => {
		expect(catalog.idle).toEqual([]);
		expect(catalog.stale).toEqual([]);
	});

	it('has judged every text that speaks of values that exclude each other', () => {
		const rows = [...catalog.domains.values()].flat();
		expect(unreviewed(rows, catalog.mcp, readNotExclusive())).toEqual([]);
		const [first] = unreviewed(rows, catalog.mcp, []);
		expect(first).toMatchObject({ id: expect.any(String), field: expect.stringMatching(/^body\./) });
	});
});

describe('the report', () => {
	it('says nothing where nothing changed', () => {
		expect(compare(readCommitted(), built())).toEqual({ added: [], removed: [], changed: [] });
		expect(format({ added: [], removed: [], changed: [] })).toMatch(/what the committed catalog says/);
	});

	it('tells what is added, removed and changed, down to the parameter', () => {
		const after = built();
		const send = after.get('POST /open-apis/im/v1/messages');
		const fields = send?.request?.body?.properties ?? {};
		fields.silent = { type: 'boolean' };
		delete fields.uuid;
		fields.content = { type: 'string', maxLength: 10 };
		if (send) send.tokens = ['tenant'];
		after.delete('GET /open-apis/bot/v3/info');
		after.set('GET /open-apis/new/v1/things', {
			id: 'GET /open-apis/new/v1/things',
			method: 'GET',
			path: '/open-apis/new/v1/things',
			domain: 'new',
			name: { en: 'List things' },
		});
		const text = format(compare(built(), after));
		expect(text.split('\n')).toEqual([
			'Added (1)',
			'  GET /open-apis/new/v1/things  List things',
			'',
			'Removed (1)',
			'  GET /open-apis/bot/v3/info  Get bot info',
			'',
			'Changed (1)',
			'  POST /open-apis/im/v1/messages',
			'    ~ tokens: ["tenant","user"] → ["tenant"]',
			'    ~ body.content {"type":"string"} → {"type":"string","maxLength":10}',
			'    + body.silent {"type":"boolean"}',
			'    - body.uuid',
			'',
		]);
	});
});

describe('the help texts', () => {
	it('are English, short, without markup, and only for fields that exist', () => {
		const files = buildTexts(catalog);
		const im = JSON.parse(files.get('im.json') ?? '{}') as Record<string, Record<string, string>>;
		expect(im['POST /open-apis/im/v1/messages']?.['query.receive_id_type']).toMatch(/^[A-Z]/);
		const texts = [...files]
			.filter(([name]) => name.endsWith('.json'))
			.flatMap(([, text]) => Object.values(JSON.parse(text) as Record<string, Record<string, string>>))
			.flatMap((fields) => Object.values(fields));
		expect(texts.length).toBeGreaterThan(10_000);
		expect(texts.filter((text) => text.length > 200 || /\]\(|\*\*|\n/.test(text))).toEqual([]);
	});

	it('name the choices of a form that are bare numbers: all of them in 162 of 202 fields', () => {
		const files = buildTexts(catalog);
		let [fields, named] = [0, 0];
		for (const [domain, rows] of catalog.domains) {
			const texts = JSON.parse(files.get(`${domain}.json`) ?? '{}') as Record<string, Record<string, string>>;
			for (const endpoint of rows)
				for (const [path, { enum: choices = [] }] of fieldsOf(endpoint)) {
					if (typeof choices[0] !== 'number' || path.includes('[]') || path.split('.').length > 3) continue;
					fields += 1;
					if (choices.every((choice) => texts[endpoint.id]?.[`${path}=${choice}`])) named += 1;
				}
		}
		expect([fields, named]).toEqual([202, 162]);
	});

	it.each([
		['Status Options:1(Todo Pending),2(rejected)', { 1: 'Pending', 2: 'Rejected' }],
		['Options:-1(None),0(Day Daily users. Of the day.)', { '-1': 'None', 0: 'Daily users' }],
		['1 to 5', {}],
	])('are read for the names of choices: %s', (text, names) => {
		expect(Object.fromEntries(optionsIn(text))).toEqual(names);
	});

	it('come with the licence they are under', () => {
		expect(buildTexts(catalog).get('NOTICE')).toMatch(/lark-mcp 0\.5\.1[\s\S]*MIT License[\s\S]*Copyright \(c\)/);
	});

	it('fit, with all that ships, into 1.5 MB', () => {
		const sizes = [...render(catalog).values(), ...buildTexts(catalog).values()].map(
			(text) => gzipSync(text, { level: 9 }).length,
		);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1.5 * 1024 * 1024);
	});

	it.each([
		['See [Send a message](https://example.com/a) for **more**.', 'See Send a message for more.'],
		['ID of the [group].<br>Required', 'ID of the group. Required'],
		[`${'a'.repeat(120)}. ${'b '.repeat(100)}`, `${'a'.repeat(120)}.`],
		['word '.repeat(60), `${'word '.repeat(39).trim()}…`],
	])('are cut well: %#', (text, expected) => {
		expect(shorten(text)).toBe(expected);
	});
});
