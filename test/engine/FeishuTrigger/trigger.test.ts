import { forget } from '../../../nodes/shared/triggers/events/memory';
import { until } from '../../support/engine';
import { clickListeners } from '../../../nodes/shared/im/sendAndWait/clickListeners';
import { startTest, useTriggers } from '../../support/engine/triggers';

const { platform, activate, connections, say } = useTriggers();

it('hears the clicks of its app until it is deactivated', async () => {
	const app = { appId: platform.simulator.appId };
	expect(clickListeners().hears(app)).not.toBe(true);
	const trigger = await activate({ events: ['im.chat.disbanded_v1'] });
	expect(clickListeners().hears(app)).toBe(true);
	await trigger.deactivate();
	expect(clickListeners().hears(app)).not.toBe(true);
});

it('that could not be started hears none', async () => {
	platform.simulator.longConnection.refuse({ at: 'endpoint', code: 514, times: 1 });
	await expect(activate()).rejects.toThrow();
	expect(clickListeners().hears({ appId: platform.simulator.appId })).not.toBe(true);
});

describe('an event', () => {
	it('starts the workflow with the item that the webhook trigger would give', async () => {
		const trigger = await activate();
		say('good morning');
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items).toEqual([
			expect.objectContaining({
				event_type: 'im.message.receive_v1',
				app_id: platform.simulator.appId,
				schema: '2.0',
				event: expect.objectContaining({
					message: expect.objectContaining({ text: 'good morning', content: { text: 'good morning' } }),
				}),
			}),
		]);
	});

	it('arrives among what all SDKs drop: frames of cards, and messages of text', async () => {
		const lines = platform.simulator.longConnection;
		lines.configure({ noise: true });
		const trigger = await activate();
		const delivery = say('in the noise');
		await until(() => trigger.started.length === 1, 'the start');
		await platform.simulator.push.idle();
		lines.configure({ noise: false });
		expect([trigger.texts, delivery.attempts.length]).toEqual([['in the noise'], 1]);
	});

	it('starts each of three workflows once, over one connection', async () => {
		const triggers = [await activate(), await activate(), await activate()];
		expect(connections()).toHaveLength(1);
		const delivery = say('to all');
		await until(() => triggers.every(({ started }) => started.length > 0), 'the starts');
		await platform.simulator.push.idle();
		expect(triggers.map(({ texts }) => texts)).toEqual([['to all'], ['to all'], ['to all']]);
		expect(delivery.attempts.map(({ status }) => status)).toEqual([200]);
	});

	it('is a thing of its own in each workflow', async () => {
		const [first, second] = [await activate(), await activate()];
		say('mine');
		await until(() => second.started.length === 1, 'the starts');
		expect(first.items).toEqual(second.items);
		(first.items[0]?.event as { message: unknown }).message = 'changed';
		expect(second.texts).toEqual(['mine']);
	});

	it('that is filtered out is acknowledged and starts nothing', async () => {
		const trigger = await activate({ events: ['im.chat.disbanded_v1'] });
		const delivery = say();
		await platform.simulator.push.idle();
		expect([delivery.attempts.length, delivery.status]).toEqual([1, 'delivered']);
		expect(trigger.started).toEqual([]);
	});

	it('that comes again starts the workflow once, also after a restart with what n8n has stored', async () => {
		const { push } = platform.simulator;
		push.duplicates = 1;
		const trigger = await activate({}, { id: 'repeated' });
		const delivery = say('once');
		await push.idle();
		expect(delivery.attempts.length).toBeGreaterThan(1);
		expect(trigger.texts).toEqual(['once']);
		push.duplicates = 0;
		await trigger.deactivate();
		// The new process knows nothing; n8n does.
		forget({ workflowId: 'repeated', nodeId: 'trigger-node', manual: false });
		const again = await activate({}, { id: 'repeated', staticData: trigger.stored });
		push.event(platform.simulator.appId, 'im.message.receive_v1', delivery.payload.event as object);
		say('new');
		await until(() => again.started.length > 0, 'the new one');
		await push.idle();
		expect(again.texts).toEqual(['new']);
	});

	it('that is too old starts nothing', async () => {
		const trigger = await activate({ filters: { maxEventAge: 1 } });
		const { appId, push, store } = platform.simulator;
		const clock = jest.spyOn(store.clock, 'now').mockReturnValue(Date.now() - 120_000);
		push.event(appId, 'im.chat.disbanded_v1', { chat_id: 'oc_old' });
		clock.mockRestore();
		push.event(appId, 'im.chat.disbanded_v1', { chat_id: 'oc_new' });
		await push.idle();
		expect(trigger.items.map(({ event }) => event)).toEqual([{ chat_id: 'oc_new' }]);
	});

	it('is followed by the others in the order in which they came', async () => {
		const trigger = await activate();
		const { push } = platform.simulator;
		const texts = Array.from({ length: 30 }, (_, index) => `number ${index}`);
		for (const text of texts) {
			say(text);
			await push.idle();
		}
		expect(trigger.texts).toEqual(texts);
	});

	it('leaves the static data of the workflow as it is: n8n would write that of all nodes back', async () => {
		const staticData = { global: { counter: 7 } };
		const trigger = await activate({}, { staticData });
		say();
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.stored).toBe(staticData);
	});

	it("asks n8n's new engine for no end of the execution: it would start none", async () => {
		const [now, before] = [await activate({}, { settings: { engineType: 'v2' } }), await activate()];
		say();
		await until(() => [now, before].every(({ started }) => started.length === 1), 'the starts');
		expect([now, before].map(({ started }) => started[0]?.done === undefined)).toEqual([true, false]);
	});

	it('names its execution for n8n, so that a second n8n starts no other', async () => {
		const trigger = await activate();
		say();
		say();
		await until(() => trigger.started.length === 2, 'two starts');
		const keys = trigger.started.map(({ key }) => key ?? '');
		expect(new Set(keys).size).toBe(2);
		for (const key of keys) expect(key).toMatch(/^feishu-[\w-]{43}$/);
		const beside = await activate();
		say();
		await until(() => beside.started.length === 1, 'the same event in both');
		expect(beside.started[0]?.key).not.toBe(trigger.started[2]?.key);
		const careless = await activate({ options: { deduplicate: false } });
		say();
		await until(() => careless.started.length === 1, 'the start');
		expect(careless.started[0]?.key).toBeUndefined();
	});
});

describe('the connection', () => {
	it('is closed with the last trigger', async () => {
		const [first, second] = [await activate(), await activate()];
		await first.deactivate();
		expect(connections()).toHaveLength(1);
		await second.deactivate();
		await until(() => connections().length === 0, 'the end of the connection');
		say();
		await platform.simulator.push.idle();
		expect([...first.started, ...second.started]).toEqual([]);
	});

	it('that breaks comes back, and loses and repeats nothing', async () => {
		const triggers = [await activate(), await activate(), await activate()];
		const texts: string[] = [];
		for (let round = 0; round < 3; round += 1) {
			for (let index = 0; index < 10; index += 1) {
				texts.push(`round ${round} message ${index}`);
				say(texts.at(-1));
			}
			platform.simulator.longConnection.kill();
			await until(() => connections().length === 1, 'a new connection');
		}
		await platform.simulator.push.idle();
		for (const trigger of triggers) expect(trigger.texts.sort()).toEqual(texts.sort());
		expect(platform.simulator.longConnection.problems).toEqual([]);
	});
});

describe('an activation by a person', () => {
	it.each<[string, number, RegExp]>([
		['a wrong secret', 514, /does not accept the App ID with this App Secret\. .*Copy App ID and App Secret again/],
		['the wrong region', 1000040351, /other of Feishu and Lark.*\. Choose the other Region/],
		['too many connections', 1000040350, /as many long connections as Feishu allows \(50\)\. Stop other programs/],
		['a store app', 403, /does not let this app use the long connection\. Only self-built apps may/],
	])('with %s says so', async (_name, code, words) => {
		platform.simulator.longConnection.refuse({ at: 'endpoint', code, times: 1 });
		await expect(activate()).rejects.toThrow(words);
		expect(connections()).toEqual([]);
	});

	it('with a secret that the platform does not know says so', async () => {
		const credential = platform.newCredential({ appSecret: 'not-the-app-secret' });
		await expect(activate({}, { credential })).rejects.toThrow(/does not accept the App ID with this App Secret/);
	});

	it('to which the address does not answer says so', async () => {
		const credential = platform.newCredential({ baseUrl: 'http://127.0.0.1:9' });
		await expect(activate({}, { credential })).rejects.toThrow(/ECONNREFUSED/);
	});

	it('whose handshake is refused tells of proxies', async () => {
		platform.simulator.longConnection.refuse({ at: 'handshake', code: 403, times: 1 });
		await expect(activate()).rejects.toThrow(/could not be opened\. .*NODE_USE_ENV_PROXY=1/);
	});

	it('without an event says so', async () => {
		await expect(activate({ events: [] })).rejects.toThrow('No event is chosen');
	});
});

describe('a test in the editor', () => {
	it('ends with the first event, and takes nothing from production', async () => {
		const production = await activate();
		const test = startTest(platform);
		let ended = false;
		void test.done.then(() => (ended = true));
		let said = 0;
		for (; !ended; said += 1) {
			say(`for both ${said}`);
			await platform.simulator.push.idle();
		}
		const { items, status } = await test.done;
		expect(status).toBe('success');
		expect(items).toMatchObject([{ event: { message: { text: expect.stringContaining('for both') } } }]);
		expect(production.texts).toEqual(Array.from({ length: said }, (_, index) => `for both ${index}`));
		expect(connections()).toHaveLength(1);
		say('for production');
		await until(() => production.started.length === said + 1, 'one more event');
	});

	it('that is stopped leaves the connection', async () => {
		const test = startTest(platform);
		// By then n8n has what closes the trigger.
		await until(() => connections()[0]?.pings === 1, 'the connection and its first ping');
		test.cancel();
		await until(() => connections().length === 0, 'its end');
	});

	it('without a connection ends with the reason', async () => {
		platform.simulator.longConnection.refuse({ at: 'endpoint', code: 514, times: 1 });
		const { error, status } = await startTest(platform).done;
		expect(status).toBe('error');
		expect(error?.message).toMatch(/does not accept the App ID/);
	});
});
