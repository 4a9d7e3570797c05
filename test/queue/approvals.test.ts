/** Questions in the chat while n8n runs in queue mode: a worker asks, the main process hears the click, a worker goes on. */
import { itemsOf, type SavedWorkflow } from '../../demo/api';
import { webhookPath } from '../../demo/workflows';
import {
	answer,
	ask,
	askingWorkflow,
	buttons,
	buttonsGone,
	click,
	clickRefused,
	listeningWorkflow,
} from '../support/host/approvals';
import { useHost } from '../support/host/context';

const context = useHost();
let [first, second] = ['', ''];

beforeAll(async () => {
	[first = '', second = ''] = (await context.feishu.chat(true)).members;
});

describe.each(['feishuWebhookTrigger', 'feishuTrigger'])('clicks that come in through %s', (type) => {
	const active: SavedWorkflow[] = [];

	beforeAll(async () => {
		const listener = await listeningWorkflow(context, type);
		active.push(listener);
		await context.feishu.sendEventsTo(type === 'feishuTrigger' ? '' : context.editor + webhookPath(listener));
	});
	afterAll(async () => {
		for (const { id } of active) await context.api.deactivate(id);
	});

	test('decide once, and the workflow goes on on a worker', async () => {
		const workflow = await askingWorkflow(context, `queue-${type}`, {
			options: { approvers: { person: [{ user: first }] } },
		});
		active.push(workflow);
		const { executionId, messageId } = await ask(context, workflow, `May Anna go? (${type}, queue)`);
		const { Approve } = await buttons(context, messageId);

		expect(await clickRefused(context, messageId, Approve?.value, { who: second })).toMatchObject({
			toast: { type: 'warning' },
			updated: false,
		});
		expect((await context.api.execution(executionId)).status).toBe('waiting');

		const outcomes = await Promise.all([
			click(context, messageId, Approve?.value, { who: first }),
			click(context, messageId, Approve?.value, { who: first }),
		]);
		expect(outcomes.filter(({ toast }) => toast?.type === 'success').length).toBeLessThanOrEqual(1);

		const execution = await context.api.waitForExecution(executionId);
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
		expect(itemsOf(execution, 'After')).toHaveLength(1);
		expect(answer(itemsOf(execution, 'After'))).toMatchObject({
			data: { approved: true },
			operator: { open_id: first },
			message_id: messageId,
		});
		await buttonsGone(context, messageId);
	});
});
