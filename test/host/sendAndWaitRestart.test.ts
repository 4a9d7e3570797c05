import { itemsOf } from '../../demo/api';
import { answer, ask, askingWorkflow, buttons, click, listeningWorkflow } from '../support/host/approvals';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const context = useHost({
	longConnection: { clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 2 } },
});

describe('a question that outlives n8n', () => {
	test('is answered in the card after a restart', async () => {
		await listeningWorkflow(context, 'feishuTrigger');
		const workflow = await askingWorkflow(context, 'asks-before', {});
		const { executionId, messageId } = await ask(context, workflow, 'Still there?');
		const [who = ''] = (await context.feishu.chat(true)).members;
		const { Decline } = await buttons(context, messageId);

		await context.restart();
		await eventually('the connection', async () => context.platform.longConnection.list().length === 1);

		await click(context, messageId, Decline?.value, { who });
		const execution = await context.api.waitForExecution(executionId);
		expect(answer(itemsOf(execution, 'After'))).toMatchObject({
			data: { approved: false },
			operator: { open_id: who },
		});
	}, 240_000);
});
