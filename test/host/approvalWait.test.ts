/** A workflow that starts an approval and waits, in a real n8n: the event of the decision goes on with it, also after a restart. */
import { fetchAnew } from '../../demo/fetchAnew';
import { listeningWorkflow } from '../support/host/approvals';
import { begun, decide, hearDecisions, outcome } from '../support/host/approvalWaits';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const context = useHost({ longConnection: { clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0 } } });

describe.each(['feishuTrigger', 'feishuWebhookTrigger'])('a decision that comes in through %s', (type) => {
	const listener = hearDecisions(context, type);

	test('goes on with the workflow', async () => {
		const one = await begun(context, `waits-${type.toLowerCase()}`);
		const post = `${context.editor}/webhook-waiting/${one.executionId}/approval`;
		expect((await fetchAnew(post, { method: 'POST' })).status).toBe(401);
		await decide(context, one, 'reject');
		expect(await outcome(context, one)).toEqual([
			expect.objectContaining({ decision: 'rejected', instance_code: one.instance.instance_code }),
		]);
		expect(await context.api.executions(listener().id)).toEqual([]);
	});
});

test('a decision after n8n was started again goes on with the workflow', async () => {
	await context.feishu.sendEventsTo('');
	await listeningWorkflow(context, 'feishuTrigger');
	const one = await begun(context, 'waits-restart');
	await context.restart();
	await eventually('the connection', async () => context.platform.longConnection.list().length > 0);
	await decide(context, one, 'approve');
	expect(await outcome(context, one)).toEqual([
		expect.objectContaining({
			decision: 'approved',
			history: expect.stringContaining('approved: Well') as string,
		}),
	]);
});
