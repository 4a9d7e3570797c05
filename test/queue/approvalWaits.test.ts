/** Approvals that are waited for while n8n runs in queue mode: a worker starts one, the main process hears of it, a worker goes on. */
import type { SavedWorkflow } from '../../demo/api';
import { listeningWorkflow } from '../support/host/approvals';
import { begun, decide, hearDecisions, outcome } from '../support/host/approvalWaits';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const context = useHost({ longConnection: { clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0 } } });

describe.each(['feishuTrigger', 'feishuWebhookTrigger'])('a decision that comes in through %s', (type) => {
	hearDecisions(context, type);

	test.each([
		['approve', 'approved'],
		['reject', 'rejected'],
	] as const)('goes on with the workflow on a worker: %s', async (deed, decision) => {
		const one = await begun(context, `queue-${deed}-${type.toLowerCase()}`);
		await decide(context, one, deed);
		expect(await outcome(context, one)).toEqual([
			expect.objectContaining({ decision, instance_code: one.instance.instance_code }),
		]);
	});

	test('goes on with the workflow after the main process was started again', async () => {
		const one = await begun(context, `queue-restart-${type.toLowerCase()}`);
		await context.restart();
		if (type === 'feishuTrigger')
			await eventually('the connection', async () => context.platform.longConnection.list().length > 0);
		expect((await context.api.execution(one.executionId)).status).toBe('waiting');
		await decide(context, one, 'approve');
		expect(await outcome(context, one)).toEqual([
			expect.objectContaining({
				decision: 'approved',
				history: expect.stringContaining('approved: Well') as string,
			}),
		]);
	});
});

describe('of a decision whose event never comes', () => {
	let listener: SavedWorkflow;

	beforeAll(async () => {
		listener = await listeningWorkflow(context, 'feishuWebhookTrigger');
		// As where another n8n is connected to the app, which gets the events.
		await context.feishu.sendEventsTo('http://127.0.0.1:1/');
	});
	afterAll(async () => {
		await context.api.deactivate(listener.id);
	});

	test('the worker finds out before the limit', async () => {
		const limitWaitTime = { values: { resumeAmount: 1, resumeUnit: 'minutes' } };
		const one = await begun(context, 'queue-unheard', { options: { limitWaitTime } });
		await decide(context, one, 'reject');
		expect(await outcome(context, one, 90_000)).toEqual([
			expect.objectContaining({ decision: 'rejected', instance_code: one.instance.instance_code }),
		]);
	});
});
