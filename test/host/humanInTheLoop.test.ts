import type { NodeConnectionType } from 'n8n-workflow';

import { itemsOf, type Execution, type SavedWorkflow } from '../../demo/api';
import { fetchAnew } from '../../demo/fetchAnew';
import { buttons, click, listeningWorkflow } from '../support/host/approvals';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';
import { LocalModel } from '../support/host/model';

const link = (node: string, type: NodeConnectionType = 'main') => ({ [type]: [[{ node, type, index: 0 }]] });
const chosen = (value: string) => ({ __rl: true as const, mode: 'id', value });
const ANSWER = 'I have told them.';
const ANNOUNCED = 'Version 2.0 is out';

const context = useHost();

/** The tool that n8n makes of Send and Wait: an AI Agent may use another tool only after somebody has agreed in the chat. */
describe('the human review of a tool', () => {
	let model: LocalModel;

	beforeAll(async () => {
		model = await LocalModel.start(({ messages, tools }) =>
			messages.some(({ role }) => role === 'tool')
				? ANSWER
				: {
						tool: tools?.[0]?.function.name ?? '',
						parameters: { toolParameters: { words: ANNOUNCED }, hitlParameters: {} },
					},
		);
		await listeningWorkflow(context, 'feishuTrigger');
	});
	afterAll(async () => {
		await model.stop();
	});

	async function agent(name: string): Promise<SavedWorkflow> {
		const chat = await context.feishu.chat(true);
		const openAiApi = await context.api.saveCredential('Local model with tools', 'openAiApi', {
			apiKey: 'sk-not-a-real-key',
			url: model.url,
		});
		const at = (x: number): [number, number] => [x, 0];
		return await context.api.createWorkflow({
			name,
			nodes: [
				{
					id: 'start',
					name: 'Start',
					type: 'n8n-nodes-base.webhook',
					typeVersion: 2,
					position: at(0),
					webhookId: name,
					parameters: { httpMethod: 'POST', path: name, responseMode: 'onReceived', options: {} },
				},
				{
					id: 'agent',
					name: 'Agent',
					type: '@n8n/n8n-nodes-langchain.agent',
					typeVersion: 3.1,
					position: at(200),
					parameters: { promptType: 'define', text: 'Release 2.0', options: {} },
				},
				{
					id: 'model',
					name: 'Model',
					type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
					typeVersion: 1.3,
					position: at(200),
					parameters: { model: chosen('local'), responsesApiEnabled: false, options: {} },
					credentials: { openAiApi },
				},
				{
					id: 'review',
					name: 'Review',
					type: 'n8n-nodes-feishu-openapi.feishuHitlTool',
					typeVersion: 1,
					position: at(400),
					parameters: {
						resource: 'message',
						operation: 'sendAndWait',
						responseType: 'approval',
						sendTo: 'chat',
						chat: chosen(chat.chat_id),
						subject: name,
						message: '=May the agent use {{ $tool.name }}?',
						approvalOptions: { values: { approvalType: 'double' } },
					},
					credentials: { feishuApi: context.credential },
				},
				{
					id: 'tool',
					name: 'Announce',
					type: 'n8n-nodes-feishu-openapi.feishuTool',
					typeVersion: 1,
					position: at(600),
					parameters: {
						resource: 'message',
						operation: 'send',
						sendTo: 'chat',
						chat: chosen(chat.chat_id),
						text: "={{ $fromAI('words', 'What to announce', 'string') }}",
					},
					credentials: { feishuApi: context.credential },
				},
			],
			connections: {
				Start: link('Agent'),
				Model: link('Agent', 'ai_languageModel'),
				Review: link('Agent', 'ai_tool'),
				Announce: link('Review', 'ai_tool'),
			},
			settings: { executionOrder: 'v1' },
		});
	}

	/** Runs the agent, and decides on its question in the chat. */
	async function decide(name: string, label: string): Promise<Execution> {
		const workflow = await agent(name);
		await context.api.activate(workflow);
		try {
			await fetchAnew(`${context.editor}/webhook/${name}`, { method: 'POST' });
			const question = await eventually('the question', async () =>
				(await context.feishu.state()).messages.find(({ content }) => JSON.stringify(content).includes(name)),
			);
			expect(JSON.stringify(question.content)).toContain('May the agent use');
			const id = await eventually(
				'the execution to wait',
				async () => (await context.api.executions(workflow.id)).find(({ status }) => status === 'waiting')?.id,
			);
			const [who = ''] = (await context.feishu.chat(true)).members;
			await click(context, question.message_id, (await buttons(context, question.message_id))[label]?.value, { who });
			return await context.api.waitForExecution(id);
		} finally {
			await context.api.deactivate(workflow.id);
		}
	}

	/** The announcements in the chat. */
	const announced = async () =>
		(await context.feishu.state()).messages.filter(({ msg_type: type, content }) => {
			return type === 'text' && JSON.stringify(content).includes(ANNOUNCED);
		});

	test('lets the agent use the tool when somebody agrees', async () => {
		const execution = await decide('review-agreed', 'Approve');
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
		expect(itemsOf(execution, 'Agent')).toEqual([{ output: ANSWER }]);
		expect(await announced()).toHaveLength(1);
	});

	test('keeps the agent from the tool when somebody declines', async () => {
		const before = await announced();
		const execution = await decide('review-declined', 'Decline');
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
		expect(itemsOf(execution, 'Agent')).toEqual([{ output: ANSWER }]);
		expect(await announced()).toEqual(before);
	});
});
