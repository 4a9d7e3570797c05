import type { NodeConnectionType } from 'n8n-workflow';

import type { WorkflowFile } from '../../demo/api';
import { fetchAnew } from '../../demo/fetchAnew';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';
import { LocalModel, type Asked, type Said } from '../support/host/model';

const link = (node: string, type: NodeConnectionType = 'main') => ({ [type]: [[{ node, type, index: 0 }]] });
const chosen = (value: string) => ({ __rl: true as const, mode: 'id', value });
const WORDS = 'Found by the agent';

const context = useHost();

/** An agent that knows nothing of Feishu: it looks an endpoint up, and calls what it found with the parameters it read of. */
test('an AI Agent finds an endpoint and calls it', async () => {
	const chat = await context.feishu.chat(true);
	const model = await LocalModel.start((asked) => agentSays(asked, chat.chat_id));
	try {
		const workflow = await context.api.createWorkflow(await agent(model.url));
		await context.api.activate(workflow);
		await fetchAnew(`${context.editor}/webhook/open-api-agent`, { method: 'POST' });
		const message = await eventually('the message of the agent', async () => {
			const { messages } = await context.feishu.state();
			return messages.find(({ content }) => content.text === WORDS);
		});
		expect(message.chat_id).toBe(chat.chat_id);
	} finally {
		await model.stop();
	}
});

/** First it looks up, then it calls, then it is done. */
function agentSays({ messages, tools = [] }: Asked, chatId: string): Said {
	const results = messages.filter(({ role }) => role === 'tool');
	const tool = (word: string) => tools.find(({ function: { name } }) => name.includes(word))?.function.name ?? '';
	if (results.length === 0) return { tool: tool('Find'), parameters: { what: 'send a message to a group chat' } };
	if (results.length > 1) return 'Done.';
	const told = JSON.stringify(results[0]?.content).replaceAll('\\', '');
	const [, endpoint = ''] = /"endpoint":"([A-Z]+ [^"]+)"/.exec(told) ?? [];
	const values = {
		'query.receive_id_type': 'chat_id',
		'body.receive_id': chatId,
		'body.msg_type': 'text',
		'body.content': JSON.stringify({ text: WORDS }),
	};
	const named = Object.entries(values).filter(([name]) => told.includes(`"name":"${name}"`));
	return { tool: tool('Call'), parameters: { endpoint, values: Object.fromEntries(named) } };
}

async function agent(url: string): Promise<WorkflowFile> {
	const openAiApi = await context.api.saveCredential('Local model of the finder', 'openAiApi', {
		apiKey: 'sk-not-a-real-key',
		url,
	});
	const at = (x: number): [number, number] => [x, 0];
	const tool = (name: string, x: number, parameters: object) => ({
		id: name,
		name,
		type: 'n8n-nodes-feishu-openapi.feishuOpenApiTool',
		typeVersion: 1,
		position: at(x),
		parameters: { resource: 'endpoint', ...parameters },
		credentials: { feishuApi: context.credential },
	});
	return {
		name: 'open-api-agent',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: at(0),
				webhookId: 'open-api-agent',
				parameters: { httpMethod: 'POST', path: 'open-api-agent', responseMode: 'onReceived', options: {} },
			},
			{
				id: 'agent',
				name: 'Agent',
				type: '@n8n/n8n-nodes-langchain.agent',
				typeVersion: 3.1,
				position: at(200),
				parameters: { promptType: 'define', text: 'Tell the group', options: {} },
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
			tool('Find Endpoint', 400, {
				operation: 'find',
				searchFor: "={{ $fromAI('what', 'What is to be done', 'string') }}",
			}),
			tool('Call Endpoint', 600, {
				operation: 'call',
				endpoint: chosen("={{ $fromAI('endpoint', 'The endpoint, as Find gives it', 'string') }}"),
				options: {
					moreParameters: "={{ $fromAI('values', 'Its parameters, by the names that Find gives', 'json') }}",
				},
			}),
		],
		connections: {
			Start: link('Agent'),
			Model: link('Agent', 'ai_languageModel'),
			'Find Endpoint': link('Agent', 'ai_tool'),
			'Call Endpoint': link('Agent', 'ai_tool'),
		},
		settings: { executionOrder: 'v1' },
	};
}
