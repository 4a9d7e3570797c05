/** Asking an assistant: sessions, runs that take time, and what is said of those that end badly. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, usePlatform } from '../../support/engine';
import { DEMO_ASSISTANT } from '../../../simulator/seed/aily';
import { AILY_SETTINGS } from '../../../simulator/state/ailySettings';

const platform = usePlatform();
afterEach(() => void Object.assign(platform.store.settings, AILY_SETTINGS));

const ask = (question: string, options: INodeParameters = {}) => ({
	resource: 'ailyAssistant',
	operation: 'ask',
	ailyApp: byId(DEMO_ASSISTANT),
	question,
	options,
});

async function out(parameters: INodeParameters) {
	const run = await platform.run({ parameters });
	if (run.error) throw run.error;
	return run.items[0]?.json ?? {};
}

const failure = async (parameters: INodeParameters) => (await platform.run({ parameters })).error;

test('the answer comes with the session, in which the next question is asked', async () => {
	platform.store.settings.ailyRunPolls = 1;
	const first = await out(ask('Hello'));
	expect(first).toMatchObject({ answer: 'You asked: Hello (question 1)', asks_back: false, messages: [{}] });
	const second = await out(ask('And now?', { sessionId: String(first.session_id) }));
	expect(second).toMatchObject({ answer: 'You asked: And now? (question 2)', session_id: first.session_id });
	expect(second.run_id).not.toBe(first.run_id);
});

test('an address names the assistant; a skill answers with its values; a new session has its context', async () => {
	platform.store.settings.ailyRunPolls = 0;
	const url = { __rl: true, mode: 'url', value: `https://aily.feishu.cn/ai/${DEMO_ASSISTANT}/conf?tab=1` };
	const options = { skill: byId('skill_6cc6166178ca'), skillInput: '{"to":"en"}', sessionContext: '{"from":"n8n"}' };
	const said = await out({ ...ask('你好', options), ailyApp: url });
	expect(said.answer).toContain('翻译 Translate: You asked: 你好');
	const session = platform.store.aily.sessions.get(String(said.session_id));
	expect(session).toMatchObject({ channel_context: '{"from":"n8n"}' });
	const sent = platform.simulator.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/runs'));
	expect(JSON.parse(sent?.bodyText ?? '{}')).toMatchObject({
		skill_id: 'skill_6cc6166178ca',
		skill_input: '{"to":"en"}',
	});
});

test('an assistant may ask back; what it is told then goes to the same run', async () => {
	Object.assign(platform.store.settings, { ailyRunPolls: 0, ailyRunEnd: 'REQUIRES_MESSAGE' });
	const first = await out(ask('Book a room'));
	expect(first).toMatchObject({ answer: 'Which one do you mean?', asks_back: true });
	platform.store.settings.ailyRunEnd = 'COMPLETED';
	const second = await out(ask('The large one', { sessionId: String(first.session_id) }));
	expect(second).toMatchObject({ run_id: first.run_id, asks_back: false });
	expect(second.answer).toBe('You asked: The large one (question 2)');
});

test.each([
	['FAILED', 'The assistant could not answer: 技能不存在或已删除 (sp_ec_sm_900101)'],
	['EXPIRED', 'The assistant took too long, so Aily has given up'],
	['CANCELLED', 'Somebody has stopped the assistant'],
] as const)('a run that ends as %s is told', async (ailyRunEnd, message) => {
	Object.assign(platform.store.settings, { ailyRunPolls: 0, ailyRunEnd });
	expect((await failure(ask('Hello')))?.message).toBe(message);
});

test('what takes too long is given up', async () => {
	platform.store.settings.ailyRunPolls = 1000;
	const error = await failure(ask('Hello', { longestWait: 1 }));
	expect(error?.message).toBe('Feishu was not done after 1 second');
});

test('a session of somebody else’s, or a busy one, is advised about', async () => {
	const error = await failure(ask('Hello', { sessionId: 'session_4dnobody' }));
	expect(error?.message).toBe("The session does not exist, or this app can't see it");
	expect(error?.description).toContain('only whoever began a session');
	platform.store.settings.ailyRunPolls = 1000;
	await failure(ask('Hello', { longestWait: 1 }));
	const sessionId = [...platform.store.aily.sessions.keys()].at(-1) ?? '';
	const busy = await failure(ask('And now?', { sessionId }));
	expect(busy?.message).toBe('The session is still busy with a question');
	expect(busy?.description).toContain("'Session ID'");
});
