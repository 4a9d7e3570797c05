/** The mention filter knows the bot of the app: it asks the platform once. */
import { randomUUID } from 'node:crypto';

import { delivered, ENCRYPT_KEY, messageEvent } from '../../support/events';
import { usePlatform } from '../../support/engine';
import { type Answer, TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const platform = usePlatform();

function trigger(appId = platform.simulator.appId) {
	const credential = platform.newCredential({ encryptSecretKey: ENCRYPT_KEY, appId });
	const parameters = { events: ['*'], filters: { mention: 'bot' } };
	return new TriggerInWorkflow(parameters, {}, { id: randomUUID(), credential });
}

function mentioning(open_id: string, app_id = platform.simulator.appId) {
	const mentions = [{ key: '@_user_1', id: { open_id }, name: 'Bot', mentioned_type: 'bot' }];
	const message = { message_id: `om_${randomUUID()}`, mentions, content: '{"text":"@_user_1 hi"}' };
	return delivered(messageEvent({ now: Date.now(), header: { app_id }, message }), Date.now());
}

const started = ({ workflowData }: Answer) => (workflowData?.[0] ?? []).length > 0;
const botOpenId = () => [...platform.store.apps.values()][0]?.bot_open_id ?? '';

test('the bot of the app is told from others, with one question to the platform', async () => {
	const node = trigger();
	expect(started(await node.post(mentioning(botOpenId())))).toBe(true);
	expect(started(await node.post(mentioning('ou_another_bot')))).toBe(false);
	expect(started(await trigger().post(mentioning(botOpenId())))).toBe(true);
	expect(platform.routes).toEqual(['GET /open-apis/bot/v3/info']);
});

test('any bot counts while the own one can not be looked up, and the log says so', async () => {
	const appId = 'cli_unknown00000001';
	const first = await trigger(appId).post(mentioning('ou_any_bot', appId));
	expect(started(first)).toBe(true);
	expect(first.logged).toContain('could not be looked up');
	const second = await trigger(appId).post(mentioning('ou_any_bot', appId));
	expect(started(second)).toBe(true);
	expect(second.logged).toBeUndefined();
	expect(platform.tokenRequests.length).toBe(1);
});
