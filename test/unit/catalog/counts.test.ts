import { FLAGS } from '../../../scripts/catalog/indexes';
import type { Endpoint } from '../../../scripts/catalog/types';
import { endpoints, index } from '../../support/catalog/committed';

const count = (test: (row: Endpoint) => unknown): number => endpoints.filter(test).length;

describe('the catalog', () => {
	it('has 1,801 endpoints in 66 domains, 1,680 of them in the SDK', () => {
		expect(endpoints).toHaveLength(1801);
		expect(new Set(endpoints.map(({ domain }) => domain)).size).toBe(66);
		expect(count(({ sdk }) => sdk)).toBe(1680);
	});

	it('has 358 paged ones: 353 of the SDK without one that has no next page, and six that only the documentation has', () => {
		expect(count(({ paging, sdk }) => paging && sdk)).toBe(353 - 1);
		expect(count(({ paging, sdk }) => paging && !sdk)).toBe(6);
	});

	it('has 43 uploads and 20 downloads: one that the SDK calls an upload is a download', () => {
		expect(count(({ upload, sdk }) => upload && sdk)).toBe(41 - 1);
		expect(count(({ upload, sdk }) => upload && !sdk)).toBe(3);
		expect(count(({ download }) => download)).toBe(19 + 1);
	});

	it('knows tokens, scopes, rates and error codes of most', () => {
		expect(count(({ tokens }) => tokens)).toBe(1662);
		expect(count(({ scopes }) => scopes)).toBe(1623);
		expect(count(({ rate }) => rate)).toBe(1531);
		expect(count(({ errors }) => errors)).toBe(1475);
		expect(count(({ doc }) => doc)).toBe(1801);
	});
});

describe('the index', () => {
	it('lists every endpoint once, in the order of the files', () => {
		expect(index.endpoints.map(([id]) => id)).toEqual(endpoints.map(({ id }) => id));
		expect(index.endpoints.map(([, domain, en, zh]) => [domain, en, zh])).toEqual(
			endpoints.map(({ domain, name }) => [domain, name.en, name.zh ?? '']),
		);
	});

	it('names every domain in both languages and counts its endpoints', () => {
		for (const [domain, { en, zh, count: rows }] of Object.entries(index.domains)) {
			expect([domain, rows]).toEqual([domain, count((row) => row.domain === domain)]);
			expect(en).toMatch(/^[A-Za-z]/);
			expect(zh).not.toBe('');
		}
		expect(Object.keys(index.domains)).toHaveLength(66);
	});

	it.each(Object.entries(FLAGS))('sets the flag %s where it applies', (letter, applies) => {
		const flagged = index.endpoints.filter(([, , , , flags]) => flags.includes(letter)).map(([id]) => id);
		expect(flagged).toEqual(endpoints.filter(applies).map(({ id }) => id));
		expect(flagged.length).toBeGreaterThan(0);
	});
});
