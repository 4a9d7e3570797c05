/** Every refusal of Aily comes from a situation that anybody can bring about, with its HTTP status. */
import { DEMO_ASSISTANT } from '../../../simulator/seed/aily';
import type { AilyApp, AilyCondition } from '../../../simulator/state/aily';
import { refusalOf } from '../../support/conformance/bases';
import { startWiki, type WikiFixture } from '../../support/conformance/wikis';

/** Of the tables at the end of the pages from https://open.feishu.cn/document/aily-v1/data-knowledge/data-knowledge-management/create on */
const CODES = [
	...[2700001, 2700026, 2700027, 2700028, 2700029, 2700030, 2700031, 2700032, 2700033, 2700034, 2700035],
	...[2700036, 2700404, 2700460, 2700472, 2701004],
];

let fixture: WikiFixture;
let app: AilyApp;
beforeAll(async () => {
	fixture = await startWiki();
	const { aily } = fixture.simulator.store;
	const found = aily.apps.get(DEMO_ASSISTANT);
	if (!found) throw new Error('There is no assistant');
	app = found;
	aily.documents.set('docLocked', 'notDownloadable').set('docGone', 'unreadable');
});
afterEach(() => void delete app.condition);
afterAll(() => fixture.simulator.close());

const BASE = `/open-apis/aily/v1/apps/${DEMO_ASSISTANT}`;
const DEV = { tenant_type: 'dev' };
const FILE = { title: 'A', content: 'a', mime_type: 'text/plain' };

type Answer = Promise<[code: number, http: number]>;

const send = (method: string, path: string, data?: object, params?: object, as?: typeof fixture.asPerson): Answer =>
	refusalOf(fixture.sdk.request<unknown>({ method, url: `${BASE}/${path}`, data, params }, as));
const make = (setting: object, more: object = {}, params: object = DEV): Answer => {
	const data = { connect_type: 'import', source_type: 'file', import_knowledge_setting: setting, ...more };
	return send('POST', 'data_assets', data, params);
};
const ofDocument = (token: string, type = 'docx'): Answer => {
	const import_knowledge_setting = { lark_doc: { type, token } };
	const data = { connect_type: 'import', source_type: 'lark_doc', import_knowledge_setting };
	return send('POST', 'data_assets', data, DEV, fixture.asPerson);
};
const get = (path: string): Answer => send('GET', path);
const ask = (): Answer => send('POST', 'knowledges/ask', { message: { content: 'Who?' } });
const where = async (condition: AilyCondition, call: () => Answer) => {
	app.condition = condition;
	return await call();
};
/** A form of any number of files, where the SDK sends one. */
const upload = async (names: readonly string[], bytes = 1): Answer => {
	const body = new FormData();
	for (const name of names) body.append('file', new Blob([new Uint8Array(bytes)]), name);
	const { code, status } = await fixture.http.post(`${BASE}/data_assets/upload_file?tenant_type=dev`, body);
	return [code, status];
};

const ROWS: ReadonlyArray<readonly [what: string, code: number, http: number, call: () => Answer]> = [
	['no skill', 2700001, 400, () => get('skills/skill_none')],
	['a change where assistants are used', 2700026, 400, () => make({ file: FILE }, {}, {})],
	['two files', 2700027, 400, () => upload(['a.txt', 'b.txt'])],
	['pieces of no kind', 2700028, 400, () => make({ file: FILE, chunk_setting: { rule_type: 'separator' } })],
	['a file without words', 2700029, 400, () => make({ file: { ...FILE, content: '' } })],
	['a file that was never sent', 2700030, 400, () => make({ file: { title: 'A', token: 'upload_none' } })],
	['a document that may not be downloaded', 2700031, 403, () => ofDocument('docLocked')],
	['a file that is joined to', 2700032, 400, () => make({ file: FILE }, { connect_type: 'direct' })],
	['a document of another kind', 2700033, 400, () => ofDocument('doc', 'sheet')],
	['a question that fails', 2700033, 200, () => where('askFails', ask)],
	['a file of another kind', 2700034, 400, () => make({ file: { ...FILE, mime_type: 'image/png' } })],
	['an assistant that may not be asked', 2700034, 200, () => where('askForbidden', ask)],
	['a large file', 2700035, 400, () => upload(['a.txt'], 50 * 1024 * 1024 + 1)],
	['a question that takes too long', 2700035, 200, () => where('askSlow', ask)],
	['a wiki, asked by an app', 2700036, 400, () => make({}, { connect_type: 'direct', source_type: 'lark_wiki_space' })],
	['no knowledge', 2700404, 404, () => get('data_assets/asset_none')],
	['a document that does not open', 2700460, 400, () => ofDocument('docGone')],
	['no file', 2700472, 400, () => upload([])],
	['knowledge of others', 2701004, 403, () => where('closed', () => get('data_assets'))],
];

it('every code has a situation', () => {
	expect([...new Set(ROWS.map(([, code]) => code))].sort()).toEqual([...CODES].sort());
});

it('is set by an administrator, and nothing that can not be', async () => {
	const put = (body: object) => fixture.http.admin<{ message?: string }>('PUT', `/aily/${DEMO_ASSISTANT}`, body);
	expect((await put({ condition: 'nonsense' })).message).toContain('nonsense');
	expect((await put({ documents: { doc: 'nonsense' } })).message).toContain('nonsense');
	await put({ condition: 'closed', documents: { docOther: 'unreadable' } });
	expect(await get('data_assets')).toEqual([2701004, 403]);
	await put({ condition: null });
	expect(await get('data_assets')).toEqual([0, 200]);
	expect(await ofDocument('docOther')).toEqual([2700460, 400]);
});

it.each(ROWS)('%s: %i with HTTP %i', async (_what, code, http, call) => {
	expect(await call()).toEqual([code, http]);
});
