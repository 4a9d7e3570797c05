import { feishuStep, useHost } from '../support/host/context';
import { listWords } from '../support/nodes/listWords';

const context = useHost();

describe('what n8n offers in its editor', () => {
	test('our nodes, and copies of the action nodes as tools of an AI agent', async () => {
		const names = (await context.api.nodeTypes())
			.map((type) => type.name)
			.filter((name) => name.startsWith('n8n-nodes-feishu-openapi.'));
		expect(names.map((name) => name.replace('n8n-nodes-feishu-openapi.', '')).sort()).toEqual([
			'feishu',
			'feishuAily',
			'feishuAilyTool',
			'feishuApproval',
			'feishuApprovalTool',
			'feishuBase',
			'feishuBasePollingTrigger',
			'feishuBaseTool',
			'feishuBaseTrigger',
			'feishuCalendar',
			'feishuCalendarTool',
			'feishuChat',
			'feishuChatTool',
			'feishuContact',
			'feishuContactTool',
			'feishuCustomBot',
			'feishuCustomBotTool',
			'feishuDocs',
			'feishuDocsTool',
			'feishuDrive',
			'feishuDriveTool',
			'feishuHitlTool',
			'feishuOpenApi',
			'feishuOpenApiTool',
			'feishuSheets',
			'feishuSheetsTool',
			'feishuTask',
			'feishuTaskTool',
			'feishuTool',
			'feishuTrigger',
			'feishuWebhookTrigger',
			'feishuWiki',
			'feishuWikiTool',
		]);
	});

	test('the chats of the app, whole and searched', async () => {
		const step = feishuStep(context, 'Send', { resource: 'message', operation: 'send', sendTo: 'chat' });
		// As the editor asks, whose panel holds the choice from the beginning.
		const node = { ...step, parameters: { authentication: 'app', ...step.parameters }, typeVersion: 1 };
		const { chats } = await context.feishu.state();
		const reachable = chats.filter((chat) => chat.bot_in_chat && chat.chat_type === 'group');
		const whole = await context.api.searchList(node, 'chat', 'searchChats');
		expect(whole.results.map((result) => result.value).sort()).toEqual(reachable.map((chat) => chat.chat_id).sort());

		const [wanted] = reachable;
		const found = await context.api.searchList(node, 'chat', 'searchChats', wanted?.name);
		expect(found.results).toContainEqual(expect.objectContaining({ name: wanted?.name, value: wanted?.chat_id }));
		expect(listWords(await context.api.searchList(node, 'chat', 'searchChats', 'no chat has this name'))).toContain(
			"Nothing fits 'no chat has this name' among the groups of this app. Try other words",
		);
	});
});
