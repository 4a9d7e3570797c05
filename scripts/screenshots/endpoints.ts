import type { Page } from 'playwright-core';

import { panelItem, searchNodePanel } from '../../demo/browser';
import { CHAT, execute, picture, scrollToParameter, type Studio } from './picture';

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
		search: '创建多维表格',
		values: [
			['body.name', 'Releases 发布'],
			['body.time_zone', 'Asia/Shanghai'],
		],
		shows: 'app_token',
	}),
	task: () => ({
		search: '创建任务',
		values: [
			['body.summary', 'Write the release notes'],
			['body.due.timestamp', '2026-12-24T18:00:00+08:00'],
			['body.due.is_all_day', 'false'],
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
		await scrollToParameter(page, 'endpoint');
		await picture(page, `call-endpoint-${domain}`);
		if (domain === 'contact') await endpointFacts(page);
	}
	await enter(page, 'body.mode', '2.5');
	await execute(page);
	await page.locator('[data-test-id=output-panel]').getByText("'mode'").first().waitFor();
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
	await scrollToParameter(page, 'endpoint');
	await picture(page, 'call-endpoint-expressions');
}

/** Feishu Open API → Call: finding, filling in, running, an error, and an example. */
export async function endpoints({ page, platform, workflows }: Studio): Promise<void> {
	await endpointCalls(page, await seedOf(platform.origin));
	await endpointExample(page, workflows['call-endpoint'].id);
}
