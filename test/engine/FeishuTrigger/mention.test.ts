/** The filter for mentions, when the platform does not say at first who the bot of the app is. */
import { BOT_RETRY_MS } from '../../../nodes/shared/triggers/events/lookUp';
import { until } from '../../support/engine';
import { useTriggers } from '../../support/engine/triggers';

const { platform, activate, push } = useTriggers();

afterEach(() => jest.restoreAllMocks());

function mention(open_id: string, message_id: string) {
	const mentions = [{ key: '@_user_1', id: { open_id }, name: 'Bot', mentioned_type: 'bot' }];
	const { chat_id } = platform.chat;
	push('im.message.receive_v1', {
		sender: { sender_id: { open_id: 'ou_person' }, sender_type: 'user' },
		message: {
			message_id,
			chat_id,
			chat_type: 'group',
			message_type: 'text',
			content: '{"text":"@_user_1 hi"}',
			mentions,
		},
	});
}

test('it is asked again later, and until then any bot counts', async () => {
	const later = new AbortController();
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => (ms === BOT_RETRY_MS ? later.signal : timeout(ms)));
	const path = '/open-apis/bot/v3/info';
	platform.simulator.faults.add({ path, times: 1, action: { type: 'code', http: 500, code: 1, msg: 'busy' } });
	const trigger = await activate({ filters: { mention: 'bot' } });
	const ids = () => trigger.items.map(({ event }) => (event as { message: { message_id: string } }).message.message_id);
	mention('ou_another_bot', 'om_before');
	await until(() => trigger.started.length === 1, 'the first start');

	const now = Date.now();
	jest.spyOn(Date, 'now').mockReturnValue(now + BOT_RETRY_MS);
	later.abort();
	const asked = () => platform.routes.filter((route) => route === `GET ${path}`).length;
	await until(() => asked() === 2, 'the second question');
	const own = [...platform.store.apps.values()][0]?.bot_open_id ?? '';
	// The answer is on its way: soon, but not at once, a mention of another bot starts nothing.
	for (let round = 0; ; round += 1) {
		mention('ou_another_bot', `om_other_${round}`);
		mention(own, `om_own_${round}`);
		await until(() => ids().includes(`om_own_${round}`), 'the start');
		if (!ids().includes(`om_other_${round}`)) break;
		expect(round).toBeLessThan(100);
	}
});

test('what another bot writes starts the workflow, and what the app wrote does not', async () => {
	const trigger = await activate();
	const own = [...platform.store.apps.values()][0]?.bot_open_id ?? '';
	const write = (open_id: string) =>
		push('im.message.receive_v1', {
			sender: { sender_id: { open_id, union_id: `on_${open_id}`, user_id: null }, sender_type: 'bot' },
			message: {
				message_id: `om_by_${open_id}`,
				chat_id: platform.chat.chat_id,
				chat_type: 'group',
				message_type: 'text',
				content: '{"text":"@_user_1 hi"}',
			},
		});
	const answered = [write(own), write('ou_another_bot')];
	await until(() => answered.every(({ status }) => status === 'delivered'), 'both acknowledgments');
	expect(trigger.items.map(({ event }) => (event as { message: { message_id: string } }).message.message_id)).toEqual([
		'om_by_ou_another_bot',
	]);
});

test('it is not asked again for a workflow whose activation failed', async () => {
	const later = new AbortController();
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => (ms === BOT_RETRY_MS ? later.signal : timeout(ms)));
	const credential = platform.newCredential({ appId: 'cli_nobody_knows_it' });
	await expect(activate({ filters: { mention: 'bot' } }, { credential })).rejects.toThrow('App ID');
	const before = platform.tokenRequests.length;
	const now = Date.now();
	jest.spyOn(Date, 'now').mockReturnValue(now + BOT_RETRY_MS);
	later.abort();
	// Much longer than a question on its way takes.
	for (let request = 0; request < 20; request += 1) await fetch(`${platform.simulator.url}/_sim/state`);
	expect(platform.tokenRequests).toHaveLength(before);
});
