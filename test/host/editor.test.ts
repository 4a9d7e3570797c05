import { chromiumPath, openEditor, panelItem, searchNodePanel, type Editor } from '../../demo/browser';
import { manualWorkflow, sendText, useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const context = useHost();

// Without a browser there is nothing to open. A check before a release must have one (CI=true): there this fails.
const canRun = chromiumPath() !== undefined || process.env.CI === 'true';
const suite = canRun ? describe : describe.skip;

suite(`n8n's editor in Chromium${canRun ? '' : ' (not run: no Chromium found, set CHROMIUM_PATH)'}`, () => {
	let editor: Editor | undefined;
	beforeAll(async () => {
		editor = await openEditor(context.editor);
	});
	afterAll(async () => {
		await editor?.close();
	});
	const pageOf = () => {
		if (!editor) throw new Error('The editor is not open');
		return editor.page;
	};
	const messageOf = async (text: string) =>
		await eventually(`the message "${text}"`, async () =>
			(await context.feishu.state()).messages.find((message) => message.content.text === text),
		);

	test.each(['飞书', 'feishu', 'lark', 'larksuite'])('the node panel finds our nodes by "%s"', async (words) => {
		const page = pageOf();
		await searchNodePanel(page, words);
		// The panel drops the word "Trigger" from the name of a trigger.
		for (const name of ['Feishu', 'Feishu Open API', 'Feishu Webhook']) await panelItem(page, name).waitFor();
		expect(await panelItem(page, 'Feishu').count()).toBe(1);
	});

	test('the node panel finds the node by what people want of it', async () => {
		const page = pageOf();
		await searchNodePanel(page, 'no node is called this');
		for (const words of ['feishu send message', 'send feishu message', 'lark alert', 'ai reply', '飞书 发消息']) {
			await page.locator('[data-test-id=node-creator-search-bar]').fill(words);
			await panelItem(page, 'Feishu').waitFor();
			await page.locator('[data-test-id=node-creator-search-bar]').fill('no node is called this');
			await panelItem(page, 'Feishu').waitFor({ state: 'detached' });
		}
	});

	test('a person drags the node, picks a chat from the list, and sends a text', async () => {
		const page = pageOf();
		const chat = await context.feishu.chat(true);
		await searchNodePanel(page, 'feishu');
		await panelItem(page, 'Feishu').click();
		// n8n shows a node and its trigger as one; in an empty workflow the triggers are unfolded.
		await page
			.locator('[data-test-id=node-creator-category-item]')
			.getByText(/^Actions/)
			.click();
		await panelItem(page, 'Send a message').click();
		await page.locator('[data-test-id=node-parameters]').waitFor();

		await page.locator('[data-test-id=node-credentials-select]').click();
		await page.getByRole('option', { name: context.credential.name }).first().click();
		await page.locator('[data-test-id=resource-locator-chat] [data-test-id=rlc-input]').click();
		// Where nothing fits, the list says so below the words, which can still be mended.
		await page.locator('[data-test-id=rlc-search]').fill('no such group');
		await page.locator('[data-test-id=rlc-item]').filter({ hasText: "Nothing fits 'no such group'" }).waitFor();
		await page.locator('[data-test-id=rlc-search]').fill(chat.name);
		await page.locator('[data-test-id=rlc-item]').filter({ hasText: chat.name }).click();
		await page.locator('[data-test-id=parameter-input-text] textarea').fill('Sent by hand from the editor');
		await page.locator('[data-test-id=node-execute-button]').click();
		await page.locator('[data-test-id=output-panel]').getByText('message_id').first().waitFor();

		expect(await messageOf('Sent by hand from the editor')).toMatchObject({ chat_id: chat.chat_id, msg_type: 'text' });
	});

	test('a saved workflow runs with the button on the canvas', async () => {
		const page = pageOf();
		const chat = await context.feishu.chat(true);
		const steps = [sendText(context, 'Send', chat.chat_id, 'Sent by a whole workflow')];
		const workflow = await context.api.createWorkflow(manualWorkflow('Run in the editor', steps));
		await page.goto(`/workflow/${workflow.id}`);
		await page.locator('[data-test-id=execute-workflow-button]').click();
		await page
			.locator('[data-test-id=canvas-node][data-node-name="Send"] [data-test-id=canvas-node-status-success]')
			.waitFor();

		expect(await messageOf('Sent by a whole workflow')).toMatchObject({ chat_id: chat.chat_id });
	});
});
