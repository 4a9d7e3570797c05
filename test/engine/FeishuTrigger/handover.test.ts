/** Workflows that come and go, and connections that can not be had: no event is lost, none is taken twice. */
import { keepSecret, until } from '../../support/engine';
import { useTriggers } from '../../support/engine/triggers';

const { platform, activate, connections, say } = useTriggers();

test('a workflow that is published anew misses nothing', async () => {
	const [first, second] = [await activate({}, { id: 'first' }), await activate({}, { id: 'second' })];
	await first.deactivate();
	const delivery = say('in between');
	await until(() => delivery.attempts.length > 0, 'the first attempt');
	const again = await activate({}, { id: 'first', activation: 'update', staticData: first.stored });
	await platform.simulator.push.idle();
	const statuses = delivery.attempts.map(({ status }) => status);
	expect([statuses[0], statuses.at(-1)]).toEqual([500, 200]);
	expect([first.texts, again.texts, second.texts]).toEqual([[], ['in between'], ['in between']]);
});

test('events of a moment in which n8n stops reach all workflows of the next start', async () => {
	const ids = ['stop one', 'stop two', 'stop three'];
	const before = await Promise.all(ids.map((id) => activate({}, { id })));
	const texts: string[] = [];
	const write = (text: string) => {
		texts.push(text);
		return say(text);
	};
	write('before');
	await until(() => before.every(({ started }) => started.length === 1), 'the first event');
	for (const trigger of before) {
		const delivery = write(`while it stops ${texts.length}`);
		await trigger.deactivate();
		await until(() => delivery.attempts.length > 0, 'the attempt');
	}
	write('while it is down');
	const after = [];
	for (const [index, id] of ids.entries()) {
		const staticData = before[index]?.stored;
		after.push(await activate({}, { id, activation: 'init', staticData }));
		const delivery = write(`while it starts ${index}`);
		await until(() => delivery.status === 'delivered', 'the delivery');
	}
	await platform.simulator.push.idle();
	for (const index of ids.keys()) {
		const all = [...(before[index]?.texts ?? []), ...(after[index]?.texts ?? [])];
		expect(all.sort()).toEqual(texts.sort());
	}
});

test('a workflow that a person activates gets nothing from before', async () => {
	await activate({}, { activation: 'init' });
	const delivery = say('too early');
	await until(() => delivery.status === 'delivered', 'the delivery');
	const late = await activate();
	say('in time');
	await until(() => late.started.length > 0, 'the event');
	expect(late.texts).toEqual(['in time']);
});

describe('when n8n starts', () => {
	it.each<[string, number]>([
		['is busy', 1],
		['still counts the connections of the n8n before', 1000040350],
	])('and the platform %s, the trigger waits for its connection', async (_name, code) => {
		platform.simulator.longConnection.refuse({ at: 'endpoint', code, times: 1 });
		const trigger = await activate({}, { activation: 'init' });
		expect(connections()).toEqual([]);
		await until(() => connections().length === 1, 'the connection');
		say('at last');
		await until(() => trigger.started.length === 1, 'the event');
		expect([trigger.failures, trigger.errors]).toEqual([[], []]);
	});

	it('and the secret is wrong, the activation fails', async () => {
		platform.simulator.longConnection.refuse({ at: 'endpoint', code: 514, times: 1 });
		await expect(activate({}, { activation: 'init' })).rejects.toThrow(/does not accept the App ID/);
	});
});

test('a credential that is changed to another app listens to that one', async () => {
	const credential = platform.newCredential();
	const trigger = await activate({}, { credential });
	const app = platform.store.apps.get(platform.simulator.appId);
	if (!app) throw new Error('There is no app');
	const other = { ...app, app_id: 'cli_another_app_0001' };
	platform.store.apps.set(other.app_id, other);
	platform.store.apps.delete(app.app_id);
	try {
		platform.simulator.longConnection.kill();
		await until(() => trigger.failures.length === 1, 'the report');
		const { helper, id } = credential;
		helper.add(id, { ...helper.stored(id), appId: other.app_id });
		await until(() => connections().length === 1, 'the connection');
		platform.simulator.push.event(other.app_id, 'im.chat.disbanded_v1', { chat_id: 'oc_1' });
		await until(() => trigger.started.length === 1, 'the event');
	} finally {
		platform.store.apps.set(app.app_id, app);
		platform.store.apps.delete(other.app_id);
	}
});

test('a secret that is changed while it listens is reported once, and a corrected credential heals it', async () => {
	const credential = platform.newCredential();
	const trigger = await activate({}, { credential });
	const app = platform.store.apps.get(platform.simulator.appId);
	if (!app) throw new Error('There is no app');
	const before = app.app_secret;
	app.app_secret = 'another-app-secret';
	keepSecret(app.app_secret);
	platform.simulator.longConnection.kill();
	await until(() => trigger.failures.length === 1, 'the report');
	expect(trigger.failures[0]?.message).toMatch(/does not accept the App ID with this App Secret\. .*Copy/);
	expect(trigger.errors).toEqual([]);
	const { helper, id } = credential;
	helper.add(id, { ...helper.stored(id), appSecret: app.app_secret });
	await until(() => connections().length === 1, 'the connection');
	say('healed');
	await until(() => trigger.started.length === 1, 'the event');
	expect(trigger.failures).toHaveLength(1);
	app.app_secret = before;
});
