import { FLAGS } from '../../../scripts/catalog/indexes';
import type { Endpoint } from '../../../scripts/catalog/types';
import { endpoints, fieldsOf, index } from '../../support/catalog/committed';

const count = (test: (row: Endpoint) => unknown): number => endpoints.filter(test).length;

describe('the catalog', () => {
	it('has 1,848 endpoints in 69 domains, 1,680 of them in the SDK', () => {
		expect(endpoints).toHaveLength(1848);
		expect(new Set(endpoints.map(({ domain }) => domain)).size).toBe(69);
		expect(count(({ sdk }) => sdk)).toBe(1680);
	});

	it("has 360 paged ones: 353 of the SDK without one that has no next page, six of the documentation, two of the CLI's registry", () => {
		expect(count(({ paging, sdk }) => paging && sdk)).toBe(353 - 1);
		expect(count(({ paging, sdk }) => paging && !sdk)).toBe(6 + 2);
	});

	it('has 43 uploads and 20 downloads: one that the SDK calls an upload is a download', () => {
		expect(count(({ upload, sdk }) => upload && sdk)).toBe(41 - 1);
		expect(count(({ upload, sdk }) => upload && !sdk)).toBe(3);
		expect(count(({ download }) => download)).toBe(19 + 1);
	});

	it('knows tokens, scopes, rates and error codes of most', () => {
		expect(count(({ tokens }) => tokens)).toBe(1798);
		expect(count(({ scopes }) => scopes)).toBe(1760);
		expect(count(({ rate }) => rate)).toBe(1672);
		expect(count(({ errors }) => errors)).toBe(1561);
		expect(count(({ doc }) => doc)).toBe(1801);
	});

	it('does not know whose token 50 take, and knows that eight take none', () => {
		expect(count(({ tokens }) => !tokens)).toBe(50);
		expect(endpoints.filter(({ tokens }) => tokens?.length === 0).every(({ domain }) => /^auth(en)?$/.test(domain))).toBe(true);
		expect(count(({ tokens }) => tokens?.length === 0)).toBe(8);
		expect(count(({ tokens }) => String(tokens) === 'user')).toBe(169);
	});

	it('has 31 of the official registry, and 16 that the CLI and others call, marked as undocumented', () => {
		const added = endpoints.filter(({ doc }) => !doc);
		expect(added.filter(({ undocumented }) => !undocumented)).toHaveLength(31);
		expect(added.filter(({ undocumented }) => undocumented)).toHaveLength(16);
		expect(count(({ undocumented }) => undocumented)).toBe(16);
		expect(count(({ path }) => path.includes('/base/v3/'))).toBe(0);
	});

	it('knows ids, high risks, what is historical, and what stands alone in an answer', () => {
		expect(count(({ ids }) => ids)).toBe(407);
		expect(count(({ risk }) => risk === 'high-risk-write')).toBe(38);
		expect(count(({ historical }) => historical)).toBe(60 + 94);
		expect(count(({ fieldScopes }) => fieldScopes)).toBe(582);
		expect(count(({ answer }) => answer)).toBe(562);
	});

	it('marks 304 fields that the SDK alone knows', () => {
		const marked = endpoints.flatMap((endpoint) => fieldsOf(endpoint).filter(([, { undocumented }]) => undocumented));
		expect(marked).toHaveLength(304);
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
		expect(Object.keys(index.domains)).toHaveLength(69);
	});

	it.each(Object.entries(FLAGS))('sets the flag %s where it applies', (letter, applies) => {
		const flagged = index.endpoints.filter(([, , , , flags]) => flags.includes(letter)).map(([id]) => id);
		expect(flagged).toEqual(endpoints.filter(applies).map(({ id }) => id));
		expect(flagged.length).toBeGreaterThan(0);
	});
});
