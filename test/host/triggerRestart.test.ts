import * as fs from 'node:fs';
import * as path from 'node:path';

import { N8nApi, type SavedWorkflow } from '../../demo/api';
import { CACHE, installPackage, packedTarball, startHost, type Host } from '../../demo/host';
import { simulatorCredentials } from '../../demo/platform';
import { saveCredentials } from '../../demo/workflows';
import { startSimulator, type Simulator } from '../../simulator';
import { eventually } from '../support/host/context';
import { Counter, countingWorkflow, messageEvent } from '../support/host/trigger';

/** `FEISHU_TEST_EVENTS=1000` for the full number, which takes minutes. */
const EVENTS = Number(process.env.FEISHU_TEST_EVENTS ?? 120);
const CHATS = ['oc_one', 'oc_two', 'oc_three'];
/** So many events may be under way: n8n runs what it has taken, and gives up what it can't finish before it stops. */
const UNDER_WAY = 20;
/** Milliseconds between two events. */
const PACE_MS = 50;

/**
 * An n8n of its own, because it is stopped in the middle: three workflows listen, the connection is killed every second,
 * frames come in pieces and in any order, and every tenth event comes twice.
 */
describe('events while connections are killed and n8n is restarted', () => {
	const userFolder = path.join(CACHE, `host-test-restart-${process.pid}`);
	let simulator: Simulator;
	let counter: Counter;
	let host: Host;
	let api: N8nApi;
	let workflows: SavedWorkflow[];

	const boot = async () => {
		host = await startHost({ userFolder });
		api = new N8nApi(host.url);
		await api.signIn();
	};

	beforeAll(async () => {
		installPackage(userFolder, packedTarball());
		simulator = await startSimulator({
			rateLimits: false,
			pushRetryScheduleMs: [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000],
			longConnection: {
				clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 2 },
				fragmentBytes: 200,
				shuffle: true,
			},
		});
		simulator.push.duplicates = 0.1;
		counter = await Counter.start();
		await boot();
		const platform = { name: 'restart', credentials: simulatorCredentials(simulator) };
		const { feishuApi } = await saveCredentials(api, platform);
		if (!feishuApi) throw new Error('There is no credential');
		workflows = [];
		for (const name of ['One', 'Two', 'Three']) {
			const workflow = await api.createWorkflow(countingWorkflow(name, feishuApi, counter));
			await api.activate(workflow);
			workflows.push(workflow);
		}
	}, 240_000);

	afterAll(async () => {
		await host?.stop();
		await simulator?.close();
		await counter?.stop();
		fs.rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 });
	}, 60_000);

	test(`reach each of three workflows exactly once (${EVENTS} events)`, async () => {
		expect(simulator.longConnection.list()).toHaveLength(1);
		const ids = Array.from({ length: EVENTS }, (_, index) => `om_${String(index).padStart(4, '0')}`);
		const kill = () => setInterval(() => simulator.longConnection.kill(), 1_000);
		let killer = kill();
		let restarted: Promise<void> | undefined;
		const inAll = (index: number) => workflows.every(({ id }) => new Set(counter.of(id)).size >= index);
		try {
			for (const [index, id] of ids.entries()) {
				const chat = CHATS[index % CHATS.length] ?? '';
				simulator.push.event(simulator.appId, 'im.message.receive_v1', messageEvent(id, chat));
				if (index === Math.floor(EVENTS / 2)) {
					clearInterval(killer);
					restarted = host.stop().then(boot);
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
		await simulator.push.idle();
		for (const { id, name } of workflows) {
			const told = counter.of(id);
			const missing = ids.filter((one) => !told.includes(one));
			const twice = told.filter((one, index) => told.indexOf(one) !== index);
			expect({ name, missing, twice }).toEqual({ name, missing: [], twice: [] });
		}
		expect(simulator.longConnection.problems).toEqual([]);
		expect(simulator.longConnection.history.length).toBeGreaterThan(3);
	}, 900_000);
});
