/** What an assistant knows, and the skills that it has. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, usePlatform, type ItemSpec } from '../../support/engine';
import { DEMO_ASSISTANT } from '../../../simulator/seed/aily';
import { AILY_SETTINGS } from '../../../simulator/state/ailySettings';

const platform = usePlatform();
afterEach(() => void Object.assign(platform.store.settings, AILY_SETTINGS));

const of = (resource: string, operation: string, more: INodeParameters = {}) => ({
	...{ resource, operation, ailyApp: byId(DEMO_ASSISTANT) },
	...more,
});
const knowledge = (operation: string, more?: INodeParameters) => of('ailyKnowledge', operation, more);

async function out(parameters: INodeParameters, items: readonly ItemSpec[] = [{}]) {
	const run = await platform.run({ parameters, items });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}

describe('Ask', () => {
	test.each(['events', 'json'] as const)('the last that was said counts, as %s', async (ailyKnowledgeForm) => {
		platform.store.settings.ailyKnowledgeForm = ailyKnowledgeForm;
		const [said] = await out(
			knowledge('ask', { question: 'Holidays?', options: { dataAssetIds: 'asset_aadg2b5os5xkh' } }),
		);
		expect(said).toMatchObject({
			answer: 'Holidays?: Holidays are asked for two weeks ahead',
			has_answer: true,
			finish_type: 'qa',
			passages: ['Holidays are asked for two weeks ahead'],
		});
	});

	test('an answer that breaks off is none', async () => {
		platform.store.settings.ailyKnowledgeForm = 'cut';
		const run = await platform.run({ parameters: knowledge('ask', { question: 'Holidays?' }) });
		expect(run.error?.message).toBe('The answer of Aily broke off');
		expect(run.error?.description).toContain('Ask again');
	});

	test('of one tag; by a prepared answer; without any', async () => {
		const tag = `${DEMO_ASSISTANT}__asset_tag_aadg2b5ql4gbs`;
		const question = { question: 'Who?' };
		const [tagged] = await out(knowledge('ask', { ...question, options: { dataAssetTagIds: tag } }));
		expect(tagged).toMatchObject({ passages: ['让子弹飞：姜文'] });
		platform.store.settings.ailyKnowledge = 'faq';
		expect(await out(knowledge('ask', question))).toMatchObject([
			{ answer: 'As always', finish_type: 'faq', passages: [], faq: { question: 'Who?', answer: 'As always' } },
		]);
		platform.store.settings.ailyKnowledge = 'nothing';
		expect(await out(knowledge('ask', question))).toMatchObject([{ has_answer: false, passages: [] }]);
	});
});

test('knowledge is listed with how it is connected, by words and by tags', async () => {
	const all = await out(knowledge('getAll', { returnAll: true }));
	expect(all.map(({ connect_status: status }) => status)).toEqual(['successful', 'successful']);
	const named = await out(knowledge('getAll', { returnAll: true, filters: { keyword: 'Hand' } }));
	expect(named).toMatchObject([{ data_asset_id: 'asset_aadg2b5os5xkh', items: [{}] }]);
	expect(await out(knowledge('getTags', { returnAll: true }))).toMatchObject([{ name: '电影' }, { name: 'Handbook' }]);
});

test('a file becomes knowledge under its own name, or another one', async () => {
	const items = [{ files: { data: { fileName: 'Rules.txt', bytes: Buffer.from('No shoes') } } }];
	const file = { knowledgeSource: 'file', binaryPropertyName: 'data' };
	const [made] = await out(knowledge('create', file), items);
	expect(made).toMatchObject({ label: 'Rules.txt', data_source_type: 'txt', connect_type: 'import' });
	const [named] = await out(knowledge('create', { ...file, knowledgeTitle: 'House' }), items);
	expect(named).toMatchObject({ label: 'House' });
	const said = await out(
		knowledge('ask', { question: 'Shoes?', options: { dataAssetIds: String(made?.data_asset_id) } }),
	);
	expect(said).toMatchObject([{ passages: ['No shoes'] }]);
});

test('a file that Aily can’t read is refused before any call', async () => {
	const items = [{ files: { data: { fileName: 'a.exe', bytes: Buffer.from('x') } } }];
	platform.simulator.requests.length = 0;
	const run = await platform.run({ parameters: knowledge('create', { knowledgeSource: 'file' }), items });
	expect(run.error?.message).toContain("holds a file that Aily can't read: a.exe");
	expect(platform.calls).toHaveLength(0);
});

test('a file above 50 MB is refused before any call', async () => {
	const items = [{ files: { data: { fileName: 'a.txt', bytes: Buffer.alloc(50 * 1024 * 1024 + 1) } } }];
	platform.simulator.requests.length = 0;
	const run = await platform.run({ parameters: knowledge('create', { knowledgeSource: 'file' }), items });
	expect(run.error?.message).toContain('holds a file that is too large for Aily: a.txt');
	expect(platform.calls).toHaveLength(0);
});

test('an answer from knowledge that is not there says where to look', async () => {
	const options = { dataAssetIds: 'asset_nothing' };
	const [said] = await out(knowledge('ask', { question: 'Shoes?', options }));
	expect(said).toMatchObject({ has_answer: false, hint: expect.stringContaining("'Knowledge IDs'") as string });
});

test('words come as text, and beside it in all languages where there are several', async () => {
	const [asset] = platform.store.aily.apps.get(DEMO_ASSISTANT)?.assets ?? [];
	const description = { zh_cn: '电影', en_us: 'Films' };
	if (asset) Object.assign(asset, { description });
	const [first, second] = await out(knowledge('getAll', { returnAll: true }));
	expect(first).toMatchObject({ description: '电影', description_languages: description });
	expect(second).toMatchObject({ label: 'Handbook', description: 'How we work' });
	expect(second).not.toHaveProperty('description_languages');
});

test('what a skill takes and gives is an object', async () => {
	const [told] = await out(of('ailySkill', 'get', { skill: byId('skill_6cc6166178ca') }));
	expect(told).toMatchObject({
		input_schema: { properties: { words: { type: 'string' } } },
		output_schema: { properties: { translation: { type: 'string' } } },
	});
});

test('a skill gives its output as values', async () => {
	const given = { skill: byId('skill_6cc6166178ca'), skillMessage: 'hi', skillStartInput: '{"words":"你好"}' };
	expect(await out(of('ailySkill', 'start', given))).toEqual([
		{ status: 'success', output: { skill: '翻译 Translate', query: 'hi', input: { words: '你好' } } },
	]);
});
