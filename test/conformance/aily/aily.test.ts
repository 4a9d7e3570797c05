/** Aily through the official SDK. */
import { refusalOf } from '../../support/conformance/bases';
import { startWiki, type WikiFixture } from '../../support/conformance/wikis';
import { DEMO_ASSISTANT } from '../../../simulator/seed/aily';

let fixture: WikiFixture;
let aily_session_id: string;
beforeAll(async () => {
	fixture = await startWiki();
});
afterAll(() => fixture.simulator.close());
beforeEach(async () => {
	aily_session_id = (await fixture.sdk.aily.v1.ailySession.create({ data: {} })).data?.session?.id ?? '';
});

const aily = () => fixture.sdk.aily.v1;
const say = (content: string, idempotent_id = content) =>
	aily().ailySessionAilyMessage.create({
		path: { aily_session_id },
		data: { idempotent_id, content_type: 'TEXT', content },
	});
const run = (data: object = {}) =>
	aily().ailySessionRun.create({ path: { aily_session_id }, data: { app_id: DEMO_ASSISTANT, ...data } });
const status = async (run_id = '') =>
	(await aily().ailySessionRun.get({ path: { aily_session_id, run_id } })).data?.run?.status;

it('a run takes its time, answers among the messages, and is the only one meanwhile', async () => {
	await say('Hello');
	const { id = '' } = (await run()).data?.run ?? {};
	expect(await refusalOf(run())).toEqual([2700001, 400]);
	expect([await status(id), await status(id), await status(id)]).toEqual(['QUEUED', 'IN_PROGRESS', 'COMPLETED']);
	const { data } = await aily().ailySessionAilyMessage.list({ path: { aily_session_id }, params: { run_id: id } });
	expect(data).toMatchObject({
		messages: [
			{ sender: { sender_type: 'USER' }, plain_text: 'Hello' },
			{ sender: { sender_type: 'ASSISTANT' }, plain_text: 'You asked: Hello (question 1)' },
		],
		has_more: false,
	});
	expect(data).not.toHaveProperty('page_token');
	expect((await run()).code).toBe(0);
});

it('a message is one for its key; a skill that is not there fails the run', async () => {
	const [first, again] = [await say('Hi', 'key'), await say('Hi', 'key')];
	expect(again.data?.message?.id).toBe(first.data?.message?.id);
	const failed = (await run({ skill_id: 'skill_none' })).data?.run;
	expect(failed).toMatchObject({ status: 'FAILED', error: { code: 'sp_ec_sm_900101' } });
});

it('a run can be stopped; sessions are of who began them', async () => {
	const { id: run_id = '' } = (await run()).data?.run ?? {};
	await aily().ailySessionRun.cancel({ path: { aily_session_id, run_id } });
	expect(await status(run_id)).toBe('CANCELLED');
	const get = (as?: typeof fixture.asPerson) => aily().ailySession.get({ path: { aily_session_id } }, as);
	expect(await refusalOf(get(fixture.asPerson))).toEqual([2700001, 400]);
	await aily().ailySession.delete({ path: { aily_session_id } });
	expect(await refusalOf(get())).toEqual([2700001, 400]);
});

it('knowledge is changed where assistants are made, and from documents by people alone', async () => {
	const path = { app_id: DEMO_ASSISTANT };
	const make = (data: object, params: object = { tenant_type: 'dev' }) =>
		refusalOf(aily().appDataAsset.create({ path, params, data: data as never }));
	const file = (mime_type: string) => ({
		...{ connect_type: 'import', source_type: 'file' },
		import_knowledge_setting: { file: { title: 'A', content: 'a', mime_type } },
	});
	expect(await make(file('text/plain'))).toEqual([0, 200]);
	expect(await make(file('text/plain'), {})).toEqual([2700026, 400]);
	expect(await make(file('image/png'))).toEqual([2700034, 400]);
	expect(await make({ connect_type: 'direct', source_type: 'file' })).toEqual([2700032, 400]);
	expect(await make({ connect_type: 'direct', source_type: 'lark_wiki_space' })).toEqual([2700036, 400]);
	const gone = aily().appDataAsset.get({ path: { ...path, data_asset_id: 'asset_none' } });
	expect(await refusalOf(gone)).toEqual([2700404, 404]);
});
