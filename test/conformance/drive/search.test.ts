/** Documents that are found by their words. */
import { newPage, newSpace, startWiki, type WikiFixture } from '../../support/conformance/wikis';

let fixture: WikiFixture;
let space_id: string;
beforeAll(async () => {
	fixture = await startWiki({ seed: 'demo' });
	const { http, personHeaders } = fixture;
	await http.post('/open-apis/sheets/v3/spreadsheets', { title: 'Travel costs' }, personHeaders);
	await http.post('/open-apis/sheets/v3/spreadsheets', { title: 'Travel of the app' });
	space_id = await newSpace(fixture);
	await newPage(fixture, space_id, { title: 'Travel rules' });
});
afterAll(() => fixture.simulator.close());

type Unit = { title_highlighted: string; entity_type: string; result_meta: Record<string, unknown> };
const search = async (body: object) => {
	const { code, data } = await fixture.http.post('/open-apis/search/v2/doc_wiki/search', body, fixture.personHeaders);
	return { code, ...(data as { res_units?: Unit[]; total?: number; has_more?: boolean; page_token?: string }) };
};
const titles = (units: Unit[] = []) => units.map(({ title_highlighted: title }) => title).sort();

it('are those of Drive and of wikis, as filters ask for them, with marks in their titles', async () => {
	const both = await search({ query: 'travel', doc_filter: {}, wiki_filter: {} });
	expect(titles(both.res_units)).toEqual(['<h>Travel</h> costs', '<h>Travel</h> rules']);
	expect((await search({ query: 'travel', doc_filter: {} })).res_units).toMatchObject([
		{ entity_type: 'DOC', result_meta: { doc_types: 'SHEET', url: expect.stringContaining('/sheets/') } },
	]);
	const there = await search({ query: '', wiki_filter: { space_ids: [space_id], doc_types: ['DOCX'] } });
	expect(titles(there.res_units)).toEqual(['Travel rules']);
	expect((await search({ query: 'rules', wiki_filter: { space_ids: ['1'] } })).total).toBe(0);
	expect((await search({ query: 'travel' })).code).toBe(1274001);
	expect((await search({ query: 'x'.repeat(51), doc_filter: {} })).code).toBe(99992402);
	expect((await fixture.http.post('/open-apis/search/v2/doc_wiki/search', { query: '', doc_filter: {} })).code).toBe(
		99991663,
	);
});

it('come in pages', async () => {
	const filters = { query: 'travel', doc_filter: {}, wiki_filter: {} };
	const first = await search({ ...filters, page_size: 1 });
	expect([first.res_units?.length, first.has_more]).toEqual([1, true]);
	expect((await search({ ...filters, page_size: 1, page_token: first.page_token })).has_more).toBe(false);
});

it('are found by the older search as well: by people, and by apps where that is so', async () => {
	const path = '/open-apis/suite/docs-api/search/object';
	const { data } = await fixture.http.post(path, { search_key: 'travel', count: 1 }, fixture.personHeaders);
	expect(data).toMatchObject({
		docs_entities: [{ title: expect.stringContaining('Travel') }],
		has_more: true,
		total: 2,
	});
	expect((await fixture.http.post(path, { search_key: 'travel' })).code).toBe(99991663);
	await fixture.http.admin('PUT', '/settings', { driveTenantSearch: 'answered' });
	const own = (await fixture.http.post(path, { search_key: 'app', docs_types: ['sheet'] })).data;
	expect(own).toMatchObject({ docs_entities: [{ title: 'Travel of the app' }] });
	expect((await fixture.http.post(path, { search_key: 'a', count: 50, offset: 150 })).code).toBe(1061002);
});
