import type { SavedWorkflow } from '../../demo/api';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';
import { Counter, countingWorkflow, messageEvent } from '../support/host/trigger';

/** `FEISHU_TEST_EVENTS=1000` for the full number, which takes minutes. */
const EVENTS = Number(process.env.FEISHU_TEST_EVENTS ?? 120);
const CHATS = ['oc_one', 'oc_two', 'oc_three'];
/** So many events may be under way: n8n runs what it has taken, and gives up what it can't finish before it stops. */
const UNDER_WAY = 20;
/** Milliseconds between two events. */
const PACE_MS = 50;

const context = useHost({
	// Longer than n8n takes to start on a busy machine.
	pushRetryScheduleMs: [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 60_000, 60_000],
	longConnection: {
		clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 2 },
		fragmentBytes: 200,
		shuffle: true,
	},
});

/**
 * Three workflows listen, the connection is killed every second, frames come in pieces and in any order, every tenth
 * event comes twice, and n8n is stopped in the middle.
 */
describe('events while connections are killed and n8n is restarted', () => {
	let counter: Counter;
	const workflows: SavedWorkflow[] = [];

	beforeAll(async () => {
		context.platform.push.duplicates = 0.1;
		counter = await Counter.start();
		for (const name of ['One', 'Two', 'Three']) {
			const workflow = await context.api.createWorkflow(countingWorkflow(name, context.credential, counter));
			await context.api.activate(workflow);
			workflows.push(workflow);
		}
	}, 120_000);

	afterAll(async () => {
		await counter?.stop();
	});

	test(`reach each of three workflows exactly once (${EVENTS} events)`, async () => {
		const { platform } = context;
		expect(platform.longConnection.list()).toHaveLength(1);
		const ids = Array.from({ length: EVENTS }, (_, index) => `om_${String(index).padStart(4, '0')}`);
		const kill = () => setInterval(() => platform.longConnection.kill(), 1_000);
		let killer = kill();
		let restarted: Promise<void> | undefined;
		const inAll = (index: number) => workflows.every(({ id }) => new Set(counter.of(id)).size >= index);
		try {
			for (const [index, id] of ids.entries()) {
				const chat = CHATS[index % CHATS.length] ?? '';
				platform.push.event(platform.appId, 'im.message.receive_v1', messageEvent(id, chat));
				if (index === Math.floor(EVENTS / 2)) {
					clearInterval(killer);
					restarted = context.restart();
					killer = kill();
				}
				await new Promise((resolve) => setTimeout(resolve, PACE_MS));
				await eventually(`event ${index - UNDER_WAY}`, async () => inAll(index - UNDER_WAY), 180_000);
			}
			await restarted;
			// What is missing or too much is shown below.
			await eventually('all events in all workflows', async () => inAll(EVENTS), 180_000).catch(() => undefined);
		} finally {
			clearInterval(killer);
		}
		await platform.push.idle();
		for (const { id, name } of workflows) {
			const told = counter.of(id);
			const missing = ids.filter((one) => !told.includes(one));
			const twice = told.filter((one, index) => told.indexOf(one) !== index);
			expect({ name, missing, twice }).toEqual({ name, missing: [], twice: [] });
		}
		expect(platform.longConnection.problems).toEqual([]);
		expect(platform.longConnection.history.length).toBeGreaterThan(3);
	}, 900_000);
});
