import * as fs from 'node:fs';
import * as path from 'node:path';

import { itemsOf, N8nApi } from '../../demo/api';
import { CACHE, freePort, installPackage, packedTarball, startHost, type Host } from '../../demo/host';
import { simulatorCredentials } from '../../demo/platform';
import { saveCredentials } from '../../demo/workflows';
import { startSimulator, type Simulator } from '../../simulator';
import { answer, ask, askingWorkflow, buttons, click, listeningWorkflow } from '../support/host/approvals';
import { eventually, type HostContext } from '../support/host/context';
import { SimulatorClient } from '../support/host/simulator';

/** An n8n of its own, because it is stopped while a question is open. */
describe('a question that outlives n8n', () => {
	const userFolder = path.join(CACHE, `host-test-question-${process.pid}`);
	let simulator: Simulator;
	let host: Host;
	let port: number;
	let context: HostContext;

	const boot = async () => {
		host = await startHost({ userFolder, preferredPort: port });
		const api = new N8nApi(host.url);
		await api.signIn();
		return api;
	};

	beforeAll(async () => {
		installPackage(userFolder, packedTarball());
		simulator = await startSimulator({
			rateLimits: false,
			longConnection: { clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 2 } },
		});
		port = await freePort();
		const api = await boot();
		const data = simulatorCredentials(simulator);
		const credentials = await saveCredentials(api, { name: 'restart', credentials: data });
		const { feishuApi: credential } = credentials;
		if (!credential) throw new Error('There is no credential');
		context = {
			api,
			editor: host.url,
			simulator: simulator.url,
			credential,
			credentials,
			credentialData: data.feishuApi as HostContext['credentialData'],
			feishu: new SimulatorClient(simulator.url, simulator.appId),
		};
	}, 240_000);

	afterAll(async () => {
		await host?.stop();
		await simulator?.close();
		fs.rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 });
	}, 60_000);

	test('is answered in the card after a restart', async () => {
		await listeningWorkflow(context, 'feishuTrigger');
		const workflow = await askingWorkflow(context, 'asks-before', {});
		const { executionId, messageId } = await ask(context, workflow, 'Still there?');
		const [who = ''] = (await context.feishu.chat(true)).members;
		const { Decline } = await buttons(context, messageId);

		await host.stop();
		context.api = await boot();
		expect(host.url).toBe(context.editor);
		await eventually('the connection', async () => simulator.longConnection.list().length === 1);

		await click(context, messageId, Decline?.value, { who });
		const execution = await context.api.waitForExecution(executionId);
		expect(answer(itemsOf(execution, 'After'))).toMatchObject({
			data: { approved: false },
			operator: { open_id: who },
		});
	}, 240_000);
});
