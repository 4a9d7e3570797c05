import { itemsOf } from '../../demo/api';
import { chromiumPath, openEditor, panelItem, searchNodePanel, type Editor } from '../../demo/browser';
import { loadExample } from '../../demo/workflows';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const SEND = 'POST /open-apis/im/v1/messages';
const FIVE = [
	['发送消息', SEND],
	['获取单个用户信息', 'GET /open-apis/contact/v3/users/:user_id'],
	['创建共享日历', 'POST /open-apis/calendar/v4/calendars'],
	['新增记录', 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records'],
	['创建任务', 'POST /open-apis/task/v2/tasks'],
];

const context = useHost();

describe('Call Endpoint in a real n8n', () => {
	test.each(FIVE)('the list finds %s by this name first', async (words, id) => {
		const node = {
			type: 'n8n-nodes-feishu-openapi.feishuOpenApi',
			typeVersion: 1,
			parameters: { resource: 'endpoint', operation: 'call' },
			credentials: { feishuApi: context.credential },
		};
		const { results } = await context.api.searchList(node, 'endpoint', 'searchEndpoints', words);
		expect(results[0]).toEqual({
			name: expect.stringContaining(words) as string,
			value: id,
			url: expect.stringMatching(/^https:\/\/open\.feishu\.cn\/document\//) as string,
		});
	});

	test('the example call-endpoint goes from a chat to its owner, a message and a task', async () => {
		const example = loadExample('call-endpoint', context.credentials, context.simulator);
		const execution = await context.api.run(await context.api.createWorkflow(example));
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);

		const [chat] = itemsOf(execution, 'Latest Chat');
		const [owner] = itemsOf(execution, 'Chat Owner');
		const user = (await context.feishu.state()).users.find(({ open_id: id }) => id === chat?.owner_id);
		expect(owner).toMatchObject({ open_id: chat?.owner_id, name: user?.name });
		expect(await context.feishu.message(itemsOf(execution, 'Send Message')[0]?.message_id)).toMatchObject({
			chat_id: chat?.chat_id,
			content: { text: `A task for ${String(user?.name)} is on its way.` },
		});
		expect(itemsOf(execution, 'Create Task')).toEqual([
			expect.objectContaining({ summary: 'Try out Call Endpoint', guid: expect.stringMatching(/./) as string }),
		]);
	});
});

// Without a browser there is nothing to open. A check before a release must have one (CI=true): there this fails.
const canRun = chromiumPath() !== undefined || process.env.CI === 'true';
const suite = canRun ? describe : describe.skip;

suite(`Call Endpoint in Chromium${canRun ? '' : ' (not run: no Chromium found, set CHROMIUM_PATH)'}`, () => {
	let editor: Editor | undefined;
	beforeAll(async () => {
		editor = await openEditor(context.editor);
	});
	afterAll(async () => {
		await editor?.close();
	});

	test('a person who knows the Chinese name finds, fills in and runs an endpoint', async () => {
		if (!editor) throw new Error('The editor is not open');
		const { page } = editor;
		const chat = await context.feishu.chat(true);
		const box = (id: string) => page.locator(`[data-test-id="parameter-input-${id}"]`);
		await searchNodePanel(page, '飞书');
		await panelItem(page, 'Feishu Open API').click();
		await panelItem(page, 'Call an endpoint').click();
		await page.locator('[data-test-id=node-parameters]').waitFor();
		await page.locator('[data-test-id=node-credentials-select]').click();
		await page.getByRole('option', { name: context.credential.name }).first().click();

		await page.locator('[data-test-id=resource-locator-endpoint] [data-test-id=rlc-input]').click();
		await page.locator('[data-test-id=rlc-search]').fill('发送消息');
		await page.locator('[data-test-id=rlc-item]').getByText('Send message 发送消息 · im', { exact: true }).click();

		await box('query.receive_id_type').click();
		await page.getByRole('option', { name: 'chat_id', exact: true }).click();
		await box('body.receive_id').locator('input, textarea').fill(chat.chat_id);
		await box('body.msg_type').locator('input, textarea').fill('text');
		await box('body.content').locator('input, textarea').fill('{"text": "Found by its Chinese name"}');
		await page.locator('[data-test-id=node-execute-button]').click();
		await page.locator('[data-test-id=output-panel]').getByText('message_id').first().waitFor();

		const sent = await eventually('the message', async () =>
			(await context.feishu.state()).messages.find(({ content }) => content.text === 'Found by its Chinese name'),
		);
		expect(sent).toMatchObject({ chat_id: chat.chat_id, msg_type: 'text' });
	});
});
