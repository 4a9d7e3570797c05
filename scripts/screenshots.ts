// Takes the pictures of the documentation from a real n8n and the simulator's page: npm run screenshots
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Page } from 'playwright-core';

import { N8nApi } from '../demo/api';
import { openEditor, panelItem, searchNodePanel } from '../demo/browser';
import { CACHE, installPackage, packedTarball, ROOT, startHost } from '../demo/host';
import { openPlatform } from '../demo/platform';
import { saveExamples, webhookPath } from '../demo/workflows';

const IMAGES = path.join(ROOT, 'docs', 'images');
const LARGEST_BYTES = 200 * 1024;
const CHAT = 'n8n Demo 演示群';

type Values = ReadonlyArray<readonly [field: string, value: string]>;

interface EndpointCall {
	/** What a person types who knows the Chinese name only. */
	search: string;
	values: Values;
	/** What the output shows. */
	shows: string;
}

/** An endpoint of each of five domains; the pictures are named after the domains. */
const CALLS: Readonly<Record<string, (seed: Seed) => EndpointCall>> = {
	im: ({ chatId }) => ({
		search: '发送消息',
		values: [
			['query.receive_id_type', 'chat_id'],
			['body.receive_id', chatId],
			['body.msg_type', 'text'],
			['body.content', '{"text": "你好，n8n"}'],
		],
		shows: 'message_id',
	}),
	contact: ({ openId }) => ({
		search: '获取单个用户信息',
		values: [
			['path.user_id', openId],
			['query.user_id_type', 'open_id'],
		],
		shows: 'open_id',
	}),
	calendar: () => ({
		search: '创建共享日历',
		values: [
			['body.summary', 'Releases 发布日历'],
			['body.permissions', 'show_only_free_busy'],
			['body.color', '-1'],
		],
		shows: 'calendar_id',
	}),
	bitable: () => ({
		search: '新增记录',
		values: [
			['path.app_token', 'bascnExampleAppToken'],
			['path.table_id', 'tblExampleTable'],
			['body.fields', '{"Task 任务": "Write the notes", "Done": false}'],
		],
		shows: 'record_id',
	}),
	task: () => ({
		search: '创建任务',
		values: [
			['body.summary', 'Write the release notes'],
			['body.due', '{"timestamp": "2026-12-24T18:00:00+08:00", "is_all_day": false}'],
		],
		shows: 'guid',
	}),
};

interface Seed {
	chatId: string;
	openId: string;
}

/** A chat with the bot and one of its members, in the simulator. */
async function seedOf(origin: string): Promise<Seed> {
	const { chats } = (await (await fetch(`${origin}/_sim/state`)).json()) as {
		chats: Array<{ chat_id: string; name: string; members: string[] }>;
	};
	const chat = chats.find(({ name }) => name === CHAT);
	return { chatId: chat?.chat_id ?? '', openId: chat?.members[0] ?? '' };
}

async function picture(page: Page, name: string): Promise<void> {
	// Not before the last fonts, icons and animations are there.
	await page.waitForLoadState('networkidle');
	const file = path.join(IMAGES, `${name}.png`);
	await page.mouse.move(0, 0);
	const bytes = await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
	console.log(`${path.relative(ROOT, file)}  ${Math.ceil(bytes.length / 1024)} KB`);
	if (bytes.length > LARGEST_BYTES) throw new Error(`${name}.png is larger than ${LARGEST_BYTES / 1024} KB`);
}

async function nodePanel(page: Page): Promise<void> {
	await searchNodePanel(page, '飞书');
	await panelItem(page, 'Feishu Open API').waitFor();
	await picture(page, 'node-panel');
}

/** The Send operation, filled in and executed, and the credential behind it. */
async function sendAndCredential(page: Page): Promise<void> {
	await panelItem(page, 'Feishu').click();
	await panelItem(page, 'Send a message').click();
	await page.locator('[data-test-id=resource-locator-chat] [data-test-id=rlc-input]').click();
	await page.locator('[data-test-id=rlc-item]').filter({ hasText: CHAT }).click();
	await page
		.locator('[data-test-id=parameter-input-text] textarea')
		.fill('Deployment finished: version 2.4 is live. 🎉');
	await page.locator('[data-test-id=node-execute-button]').click();
	await page.locator('[data-test-id=output-panel]').getByText('message_id').first().waitFor();
	await picture(page, 'send-message');

	await page.locator('[data-test-id=credential-edit-button]').click();
	await page.locator('[data-test-id=credential-edit-dialog], [data-test-id=editCredential-modal]').first().waitFor();
	await page.getByText('App Secret').first().waitFor();
	await picture(page, 'credential');
}

async function findEndpoint(page: Page, search: string): Promise<void> {
	await page.locator('[data-test-id=resource-locator-endpoint] [data-test-id=rlc-input]').click();
	const answered = page.waitForResponse(
		(response) =>
			response.url().endsWith('/resource-locator-results') &&
			(response.request().postData() ?? '').includes(JSON.stringify(search)),
	);
	await page.locator('[data-test-id=rlc-search]').fill(search);
	await answered;
	await page.locator('[data-test-id=rlc-item]').filter({ hasText: search }).first().waitFor();
}

/** Fills a parameter of the endpoint in, whichever kind of box it has. */
async function enter(page: Page, id: string, value: string): Promise<void> {
	const box = page.locator(`[data-test-id="parameter-input-${id}"]`);
	const name = id.replace(/^\w+\./, '');
	await page.locator('[data-test-id=parameter-input-about]').waitFor();
	if ((await box.count()) === 0) {
		await page.locator('[data-test-id=add-fields-select]').click();
		await page.getByRole('menuitem', { name, exact: true }).click();
	}
	const code = box.locator('.cm-content');
	if ((await code.count()) > 0) {
		await code.click();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.insertText(value);
		return;
	}
	const text = box.locator('input:not([readonly]), textarea');
	const isList = (await box.locator('.n8n-select, .el-select').count()) > 0;
	if (!isList) return await text.first().fill(value);
	await box.click();
	await page.getByRole('option', { name: value, exact: true }).click();
}

async function execute(page: Page): Promise<void> {
	await page.locator('[data-test-id=node-execute-button]').click();
}

/** Five endpoints found by their Chinese names, filled in and executed. */
async function endpointCalls(page: Page, seed: Seed): Promise<void> {
	for (const [domain, callOf] of Object.entries(CALLS)) {
		const { search, values, shows } = callOf(seed);
		await searchNodePanel(page, '飞书');
		await panelItem(page, 'Feishu Open API').click();
		await panelItem(page, 'Call an endpoint').click();
		await page.locator('[data-test-id=node-parameters]').waitFor();
		await findEndpoint(page, search);
		if (domain === 'im') await picture(page, 'call-endpoint-search');
		await page.locator('[data-test-id=rlc-item]').first().click();
		for (const [id, value] of values) await enter(page, id, value);
		await execute(page);
		await page.locator('[data-test-id=output-panel]').getByText(shows, { exact: true }).first().waitFor();
		await page.getByText('Node executed successfully').waitFor();
		await scrollToEndpoint(page);
		await picture(page, `call-endpoint-${domain}`);
		if (domain === 'contact') await endpointFacts(page);
	}
	await page.locator('.el-notification__closeBtn').first().click();
	await enter(page, 'body.due', '{"timestamp": "next week"}');
	await execute(page);
	await page.locator('[data-test-id=output-panel]').getByText('due.timestamp').first().waitFor();
	// While a step runs its button has no words.
	await page.locator('[data-test-id=node-execute-button]:not([aria-busy=true]):not([class*=loading])').waitFor();
	await picture(page, 'call-endpoint-error');
}

async function endpointFacts(page: Page): Promise<void> {
	await page.locator('[data-test-id=parameter-input-about]').click();
	await page.getByText('Open the page in the browser').waitFor();
	await picture(page, 'call-endpoint-about');
	await page.keyboard.press('Escape');
}

/** A step of the example, whose fields hold expressions. */
async function endpointExample(page: Page, workflowId: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id=execute-workflow-button]').click();
	const step = (name: string) => page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`);
	await step('Create Task').locator('[data-test-id=canvas-node-status-success]').waitFor();
	await step('Send Message').dblclick();
	await page.locator('[data-test-id="parameter-input-body.content"]').waitFor();
	await scrollToEndpoint(page);
	await picture(page, 'call-endpoint-expressions');
}

async function scrollToEndpoint(page: Page): Promise<void> {
	const label = '[data-test-id=endpoint-parameter-input-options-container]';
	const row = '[data-test-id=parameter-item], .parameter-item';
	await page.evaluate(`document.querySelector('${label}').closest('${row}').scrollIntoView()`);
}

async function webhookTrigger(page: Page, workflowId: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id=canvas-node][data-node-name="Feishu Webhook Trigger"]').dblclick();
	await page.locator('[data-test-id=node-parameters]').waitFor();
	await picture(page, 'webhook-trigger');
}

async function executedWorkflow(page: Page, workflowId: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id=execute-workflow-button]').click();
	await page
		.locator('[data-test-id=canvas-node][data-node-name="Recall It"] [data-test-id=canvas-node-status-success]')
		.waitFor();
	// The button and the lines between the nodes say a little later that it is over.
	await page.locator('[data-test-id=execute-workflow-button]').getByText('Execute workflow').waitFor();
	await page.getByText('1 item', { exact: true }).nth(10).waitFor();
	await page.locator('[data-test-id=zoom-to-fit]').click();
	await picture(page, 'workflow');
}

async function chatPage(page: Page, url: string): Promise<void> {
	await page.goto(url, { waitUntil: 'load' });
	await page.getByText(CHAT).first().click();
	await page.getByText('A card sent by n8n').first().waitFor();
	await page.getByPlaceholder(`Message ${CHAT}`).fill('When is the next release?');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await page.getByText('You wrote: When is the next release?').first().waitFor();
	// The page keeps a stream of changes open, so it is never idle: wait for its pictures instead.
	await page.waitForFunction('[...document.images].every((image) => image.complete && image.naturalWidth > 0)');
	const file = path.join(IMAGES, 'chat-page.png');
	const bytes = await page.screenshot({ path: file, animations: 'disabled' });
	console.log(`${path.relative(ROOT, file)}  ${Math.ceil(bytes.length / 1024)} KB`);
}

async function main(): Promise<void> {
	fs.mkdirSync(IMAGES, { recursive: true });
	const userFolder = path.join(CACHE, 'screenshots-n8n');
	fs.rmSync(userFolder, { recursive: true, force: true });
	installPackage(userFolder, packedTarball());
	const platform = await openPlatform({});
	const host = await startHost({ userFolder, preferredPort: 5678 });
	try {
		const api = new N8nApi(host.url);
		await api.signIn();
		const workflows = await saveExamples(api, platform, path.join(userFolder, 'workflows.json'));
		await api.activate(workflows['webhook-echo']);
		await platform.sendEventsTo?.(host.url + webhookPath(workflows['webhook-echo']));
		const editor = await openEditor(host.url, { width: 1280, height: 800 });
		const { page } = editor;
		try {
			await executedWorkflow(page, workflows['first-steps'].id);
			await nodePanel(page);
			await sendAndCredential(page);
			await webhookTrigger(page, workflows['webhook-echo'].id);
			await chatPage(page, platform.chatPage ?? '');
			await endpointCalls(page, await seedOf(platform.origin));
			await endpointExample(page, workflows['call-endpoint'].id);
		} catch (error) {
			await page.screenshot({ path: path.join(CACHE, 'screenshot-failed.png') });
			throw error;
		} finally {
			await editor.close();
		}
	} finally {
		await host.stop();
		await platform.close();
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
