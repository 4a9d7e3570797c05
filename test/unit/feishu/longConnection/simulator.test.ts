/** Against the simulator, which notes whatever a client does against the protocol. */
import { subscribe, type HttpPost, type Subscriber, type Subscription } from '../../../../feishu/longConnection';
import { object } from '../../../../feishu/json';
import { startSimulator, type Simulator } from '../../../../simulator';
import { rejectionOf } from '../../../support/feishuCalls';
import { until } from '../../../support/longConnection/webSocketServer';
import { Listener } from '../../../support/longConnection/connections';

const EVENT = 'im.chat.disbanded_v1';
const CALLBACK = 'card.action.trigger';

const post: HttpPost = async (url, body, headers) => {
	const answer = await fetch(url, { method: 'POST', body, headers });
	return { status: answer.status, body: await answer.text() };
};

let simulator: Simulator;
const open: Subscription[] = [];
beforeEach(async () => {
	simulator = await startSimulator({
		seed: 'empty',
		longConnection: {
			clientConfig: { ReconnectCount: -1, ReconnectInterval: 0.1, ReconnectNonce: 0.02 },
			fragmentBytes: 200,
			shuffle: true,
			wideIds: true,
		},
		pushRetryScheduleMs: [200, 400, 800, 1600, 3200],
	});
});
afterEach(async () => {
	await Promise.all(open.splice(0).map((subscription) => subscription.close()));
	await simulator.close();
});

const key = (appSecret = simulator.appSecret) => ({ appId: simulator.appId, appSecret, origin: simulator.url });

async function join(subscriber: Subscriber, appSecret?: string): Promise<void> {
	open.push(await subscribe(key(appSecret), subscriber, { post }));
}

const chats = (listener: Listener) => listener.bodies.map(({ event }) => object(event).chat_id);

it('brings a thousand events to each of three, in pieces and over connections that are cut', async () => {
	const { appId, longConnection, push } = simulator;
	const listeners = [new Listener(), new Listener(), new Listener()];
	await Promise.all(listeners.map((listener) => join(listener)));
	const events = Array.from({ length: 1_000 }, (_, index) => ({ chat_id: `oc_${index}`, name: '界'.repeat(50) }));
	for (let cut = 0; cut < 10; cut += 1) {
		push.events(appId, EVENT, events.slice(cut * 100, (cut + 1) * 100));
		await until(() => (listeners[0]?.bodies.length ?? 0) > cut * 50);
		longConnection.kill();
		await until(() => longConnection.isOnline(appId));
	}
	await push.idle();
	expect(push.deliveries.filter(({ status }) => status !== 'delivered')).toEqual([]);
	for (const listener of listeners) expect(new Set(chats(listener)).size).toBe(1_000);
	expect(new Set(listeners.map((listener) => JSON.stringify(chats(listener)))).size).toBe(1);
	expect(longConnection.problems).toEqual([]);
	expect(longConnection.history).toHaveLength(11);
});

it('answers a callback', async () => {
	await join(new Listener());
	await join(new Listener(async () => ({ body: { toast: { type: 'success', content: '好' } } })));
	const { attempts } = await simulator.push.callback(simulator.appId, CALLBACK, { action: {} });
	expect(attempts.map(({ status, body }) => [status, body])).toEqual([
		[200, '{"toast":{"type":"success","content":"好"}}'],
	]);
	expect(simulator.longConnection.problems).toEqual([]);
});

it('replaces a frozen connection', async () => {
	simulator.longConnection.configure({ clientConfig: { PingInterval: 0.5 } });
	await join(new Listener());
	simulator.longConnection.freeze();
	await until(() => simulator.longConnection.history.length > 1);
	await until(() => simulator.longConnection.isOnline(simulator.appId));
});

it.each([
	[1, /too busy/],
	[403, /does not let this app/],
	[1000040350, /as many long connections/],
	[1000040351, /the other of Feishu and Lark/],
])('says what the endpoint says: %d', async (code, words) => {
	simulator.longConnection.refuse({ at: 'endpoint', code, times: 1 });
	expect((await rejectionOf(join(new Listener()))).message).toMatch(words);
	await join(new Listener());
	expect(simulator.longConnection.list()).toHaveLength(1);
});

it('says that the secret is wrong', async () => {
	const error = await rejectionOf(join(new Listener(), 'not-a-real-secret'));
	expect(error).toMatchObject({ final: true, message: 'Feishu does not accept the App ID with this App Secret' });
});

it('tells its subscribers when the secret is changed while it is up', async () => {
	const listeners = [new Listener(), new Listener()];
	await Promise.all(listeners.map((listener) => join(listener)));
	const app = simulator.store.apps.get(simulator.appId);
	if (app) app.app_secret = 'not-a-real-new-secret';
	simulator.longConnection.kill();
	await until(() => listeners.every(({ errors }) => errors.length > 0));
	for (const { errors } of listeners) expect(errors).toMatchObject([{ final: true }]);
	await join(new Listener(), 'not-a-real-new-secret');
	expect(simulator.longConnection.list()).toHaveLength(1);
});
