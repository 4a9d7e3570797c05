/** Clicks that a workflow answers while it runs on a worker, and the main process holds the connection. */
import type { SavedWorkflow } from '../../demo/api';
import { webhookPath } from '../../demo/workflows';
import { feishuStep, useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const context = useHost();

interface Outcome {
	toast?: { type: string; content: string };
	updated: boolean;
}

async function answering(type: string): Promise<SavedWorkflow> {
	const id = `answers-${type.toLowerCase()}`;
	const trigger = {
		id,
		name: 'Clicks',
		type: `n8n-nodes-feishu-openapi.${type}`,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {
			events: ['card.action.trigger'],
			answerCallbacks: 'workflow',
			toastType: 'info',
			toastText: 'Too late',
		},
		credentials: { feishuApi: context.credential },
		...(type === 'feishuWebhookTrigger' && { webhookId: id }),
	};
	const answer = feishuStep(context, 'Answer', {
		resource: 'callback',
		operation: 'respond',
		toastType: 'success',
		toastText: '={{ "You chose " + $json.event.action.value.choice }}',
		messageType: 'markdown',
		markdown: '={{ "Chosen: **" + $json.event.action.value.choice + "**" }}',
	});
	return await context.api.createWorkflow({
		name: `Answers: ${type}`,
		nodes: [trigger, { id: `${id}-answer`, typeVersion: 1, position: [220, 0], ...answer }],
		connections: { Clicks: { main: [[{ node: 'Answer', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
}

async function sendCard(words: string): Promise<string> {
	const { chat_id } = await context.feishu.chat(true);
	const card = {
		schema: '2.0',
		body: {
			elements: [
				{ tag: 'markdown', content: words },
				{
					tag: 'button',
					text: { tag: 'plain_text', content: 'Yes' },
					behaviors: [{ type: 'callback', value: { choice: 'yes' } }],
				},
			],
		},
	};
	const send = feishuStep(context, 'Send', {
		resource: 'message',
		operation: 'send',
		chat: { __rl: true, mode: 'id', value: chat_id },
		messageType: 'cardJson',
		cardJson: JSON.stringify(card),
	});
	const workflow = await context.api.createWorkflow({
		name: words,
		nodes: [
			{
				id: 's',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{ id: 'c', typeVersion: 1, position: [220, 0], ...send },
		],
		connections: { Start: { main: [[{ node: 'Send', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	await context.api.run(workflow);
	const { messages } = await context.feishu.state();
	return String(messages.find(({ content }) => JSON.stringify(content).includes(words))?.message_id);
}

test.each(['feishuWebhookTrigger', 'feishuTrigger'])('%s gives the answer of the workflow', async (type) => {
	const workflow = await answering(type);
	await context.api.activate(workflow);
	await context.feishu.sendEventsTo(type === 'feishuTrigger' ? '' : context.editor + webhookPath(workflow));
	const [person = ''] = (await context.feishu.chat(true)).members;
	try {
		// The first run of a workflow on a worker may take n8n longer than there is time.
		await eventually(
			'an answer in time',
			async () => {
				const messageId = await sendCard(`Asked over ${type} ${Math.random()}`);
				const outcome = await context.feishu.request<Outcome>('POST', `/messages/${messageId}/card-actions`, {
					open_id: person,
					action: { tag: 'button', value: { choice: 'yes' } },
				});
				if (outcome.toast?.type !== 'success') return undefined;
				expect(outcome).toMatchObject({ toast: { content: 'You chose yes' }, updated: true });
				expect(JSON.stringify((await context.feishu.message(messageId)).content)).toContain('Chosen: **yes**');
				return true;
			},
			60_000,
		);
	} finally {
		await context.api.deactivate(workflow.id);
	}
});
