/** What the page of documents asks of the simulator, and what is in the demo's one. */
import { type DocFixture, startDoc, text } from '../../support/conformance/docs';

interface Summary {
	document_id: string;
	title: string;
	owner: string;
	revision: number;
	access: Record<string, string>;
}
interface Shown extends Summary {
	items: { block_id: string; block_type: number }[];
	comments: object[];
}

let fixture: DocFixture;
beforeAll(async () => {
	fixture = await startDoc();
});
afterAll(() => fixture.simulator.close());

const EXAMPLE = 'WeeklyReportDocOfExamples01';
const admin = <T>(method: string, path: string, body?: object) =>
	fixture.http.admin<T & { statusCode?: number; message?: string }>(method, `/documents${path}`, body);
const all = async () => (await admin<{ documents: Summary[] }>('GET', '')).documents;
const show = (id = fixture.id) => admin<Shown>('GET', `/${id}`);

it.each(['/docs', '/docx/Q5UhbmRa'])('is there at %s and loads nothing from elsewhere', async (path) => {
	const response = await fetch(`${fixture.simulator.url}${path}`);
	expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'");
	expect(await response.text()).toContain('/_sim/page/docs/app.js');
});

it('the demo has a report that all of the company reads and the app edits, and one that the app does not know', async () => {
	const documents = await all();
	const titles = documents.map(({ title }) => title);
	// Those of wikis stand between.
	expect([...titles.slice(0, 2), titles.at(-1)]).toEqual(['周报 Weekly report', '会议纪要 Meeting notes', 'Report']);
	const [report] = documents;
	expect(Object.keys(report?.access ?? {}).length).toBe(fixture.simulator.store.users.size);
	const types = new Set((await show(EXAMPLE)).items.map(({ block_type: type }) => type));
	expect([...types].sort((a, b) => a - b)).toEqual([1, 2, 3, 12, 13, 15, 17, 19, 27, 31, 32]);
	const path = { document_id: EXAMPLE };
	const { data } = await fixture.sdk.docx.v1.document.get({ path });
	expect(data?.document?.title).toBe('周报 Weekly report');
	const image = (await show(EXAMPLE)).items.find(({ block_type: type }) => type === 27) as unknown as {
		image: { token: string; width: number };
	};
	expect(image.image.width).toBe(240);
	expect((await fetch(`${fixture.simulator.url}/_sim/medias/${image.image.token}`)).status).toBe(200);
	const other = await fixture.http.get(`/open-apis/docx/v1/documents/${documents[1]?.document_id ?? ''}`);
	expect(other.code).toBe(1770032);
});

it('people make documents, share them and write into them', async () => {
	const [owner = '', other = ''] = fixture.members;
	const made = await admin<Summary>('POST', '', { open_id: owner, title: 'Mine', markdown: '# H\n\n| a |\n|---|\n' });
	expect((await show(made.document_id)).items.map(({ block_type: type }) => type)).toEqual([1, 3, 31, 32, 2]);
	const write = (open_id: string) => admin<object>('POST', `/${made.document_id}/paragraphs`, { open_id, text: 'p' });
	expect(await write(other)).toMatchObject({ statusCode: 403 });
	await admin('POST', `/${made.document_id}/members`, { open_id: other, perm: 'edit' });
	expect(await write(other)).toEqual({ block_id: expect.any(String) as string });
	const heading = (await show(made.document_id)).items[1]?.block_id ?? '';
	await admin('PUT', `/${made.document_id}/blocks/${heading}`, { open_id: owner, text: 'Changed' });
	expect(JSON.stringify((await show(made.document_id)).items[1])).toContain('Changed');
	await admin('DELETE', `/${made.document_id}/blocks/${heading}`, { open_id: owner });
	expect((await show(made.document_id)).items.map(({ block_type: type }) => type)).toEqual([1, 31, 32, 2, 2]);
	await admin('DELETE', `/${made.document_id}/members/${other}`);
	expect((await show(made.document_id)).access).toEqual({ [owner]: 'full_access' });
});

it('is told of what the app does', async () => {
	await fixture.add([text('seen')]);
	const data = {
		reply_list: { replies: [{ content: { elements: [{ type: 'text_run', text_run: { text: 'c' } }] } }] },
	};
	await fixture.http.post(`/open-apis/drive/v1/files/${fixture.id}/comments?file_type=docx`, data);
	const shown = await show();
	expect(shown).toMatchObject({ owner: 'n8n Bot', comments: [{ replies: [{ name: 'n8n Bot' }] }] });
	expect(JSON.stringify(shown.items)).toContain('seen');
	expect(await show('nothing')).toMatchObject({ statusCode: 404 });
});
