import { itemsOf, type SavedWorkflow } from '../../demo/api';
import { chromiumPath, openEditor } from '../../demo/browser';
import { fetchAnew } from '../../demo/fetchAnew';
import { loadExample, webhookPath } from '../../demo/workflows';
import {
	answer,
	ask,
	askingWorkflow,
	buttons,
	buttonsGone,
	click,
	clickRefused,
	listeningWorkflow,
	shown,
} from '../support/host/approvals';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const context = useHost();
let [first, second] = ['', ''];

beforeAll(async () => {
	[first = '', second = ''] = (await context.feishu.chat(true)).members;
});

const asking = async (name: string, parameters = {}) => await askingWorkflow(context, `asks-${name}`, parameters);

const listening = async (type: string) => {
	const workflow = await listeningWorkflow(context, type);
	await context.feishu.sendEventsTo(type === 'feishuTrigger' ? '' : context.editor + webhookPath(workflow));
	return workflow;
};

test('n8n makes the tool that asks people', async () => {
	type Described = Array<{ name: string; properties: Array<{ name: string; default: unknown }> }>;
	const types = (await context.api.nodeTypes()) as unknown as Described;
	const tool = types.find(({ name }) => name === 'n8n-nodes-feishu-openapi.feishuHitlTool');
	const hidden = (name: string) => tool?.properties.find((property) => property.name === name)?.default;
	expect([hidden('resource'), hidden('operation'), hidden('responseType')]).toEqual([
		'message',
		'sendAndWait',
		'approval',
	]);
	expect(tool?.properties.filter(({ name }) => name === 'message')).toHaveLength(1);
	for (const name of ['sendTo', 'chat', 'approvalOptions', 'answerIn', 'options'])
		expect(tool?.properties.map((property) => property.name)).toContain(name);
});

describe.each(['feishuWebhookTrigger', 'feishuTrigger'])('clicks that come in through %s', (type) => {
	let listener: SavedWorkflow;
	beforeAll(async () => {
		listener = await listening(type);
	});
	afterAll(async () => {
		await context.api.deactivate(listener.id);
	});

	test('decide once, and go on with the workflow', async () => {
		const workflow = await asking(`approval-${type}`, { options: { approvers: { person: [{ user: first }] } } });
		const { executionId, messageId } = await ask(context, workflow, `May Anna go? (${type})`);
		const { Approve, Decline } = await buttons(context, messageId);

		expect(await clickRefused(context, messageId, Approve?.value, { who: second })).toMatchObject({
			toast: { type: 'warning', content: expect.stringContaining('Only') as string },
			updated: false,
		});
		expect((await context.api.execution(executionId)).status).toBe('waiting');

		const outcomes = await Promise.all([
			click(context, messageId, Approve?.value, { who: first }),
			click(context, messageId, Decline?.value, { who: first }),
		]);
		const execution = await context.api.waitForExecution(executionId);
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
		expect(itemsOf(execution, 'After')).toHaveLength(1);
		const { approved } = answer(itemsOf(execution, 'After')).data as { approved: boolean };
		const [winner, loser] = approved ? outcomes : [...outcomes].reverse();
		expect(['success', 'info', 'late']).toContain(winner && shown(winner));
		expect(['warning', 'info', 'late']).toContain(loser && shown(loser));
		expect(answer(itemsOf(execution, 'After'))).toMatchObject({
			operator: { open_id: first },
			message_id: messageId,
			answered_in: 'card',
		});
		await buttonsGone(context, messageId);
		expect(JSON.stringify((await context.feishu.message(messageId)).content)).toContain(
			approved ? 'Approve' : 'Decline',
		);
		expect(await context.api.executions(listener.id)).toEqual([]);
	});

	test('bring a form with them', async () => {
		const formFields = {
			values: [
				{ fieldLabel: '理由', fieldType: 'text' },
				{ fieldLabel: 'Kind', fieldType: 'select', choices: 'Paid, Unpaid' },
			],
		};
		const workflow = await asking(`form-${type}`, { responseType: 'customForm', formFields });
		const { executionId, messageId } = await ask(context, workflow, `Why? (${type})`);
		const { Submit } = await buttons(context, messageId);
		const form = { field_0: '旅行', field_1: 'Unpaid' };
		await click(context, messageId, Submit?.value, { who: second, form });
		const execution = await context.api.waitForExecution(executionId);
		expect(answer(itemsOf(execution, 'After'))).toMatchObject({ data: { 理由: '旅行', Kind: 'Unpaid' } });
	});
});

test('a link opens n8n’s page and decides', async () => {
	const workflow = await asking('link', { answerIn: 'link' });
	const { executionId, messageId } = await ask(context, workflow, 'By link?');
	const { Decline } = await buttons(context, messageId);
	const url = Decline?.default_url ?? '';
	const open = async (headers: Record<string, string>) => await fetchAnew(url, { headers });
	expect(await (await open({ 'user-agent': 'Slackbot 1.0' })).text()).toBe('');
	expect((await fetchAnew(url.replace('signature=', 'signature=0'))).status).toBe(401);
	expect(await (await open({ 'user-agent': 'Mozilla/5.0 Chrome/126.0 Lark/7.20' })).text()).toContain('Got it');
	const execution = await context.api.waitForExecution(executionId);
	expect(answer(itemsOf(execution, 'After'))).toMatchObject({ data: { approved: false }, answered_in: 'link' });
	await eventually('the card to change', async () => Object.keys(await buttons(context, messageId)).length === 0);
});

test('a link to a text opens n8n’s form', async () => {
	const workflow = await asking('text-link', { answerIn: 'link', responseType: 'freeText' });
	const { executionId, messageId } = await ask(context, workflow, 'What do you think?');
	const url = (await buttons(context, messageId)).Submit?.default_url ?? '';
	const headers = { 'user-agent': 'Mozilla/5.0 Chrome/126.0' };
	const page = await (await fetchAnew(url, { headers })).text();
	for (const words of ['Holiday request', 'What do you think?', 'field-0']) expect(page).toContain(words);
	const body = new FormData();
	body.append('field-0', 'All good');
	expect((await fetchAnew(url, { method: 'POST', headers, body })).status).toBe(200);
	const execution = await context.api.waitForExecution(executionId);
	expect(answer(itemsOf(execution, 'After'))).toMatchObject({ data: { text: 'All good' } });
});

const canShow = chromiumPath() !== undefined || process.env.CI === 'true';
(canShow ? test : test.skip)('a person clicks in the chat, and sees who answered', async () => {
	await listening('feishuWebhookTrigger');
	const workflow = await asking('browser');
	const { executionId, messageId } = await ask(context, workflow, 'Answered with the mouse?');
	const { page, close } = await openEditor(context.editor);
	try {
		const { chat_id: chatId } = await context.feishu.message(messageId);
		await page.goto(`${context.simulator}/#${encodeURIComponent(chatId)}`);
		const card = page.locator(`[data-test-id="message-${messageId}"]`);
		await card.getByRole('button', { name: 'Approve' }).click();
		await card.getByRole('button', { name: 'Decline' }).waitFor({ state: 'detached' });
		await card.getByText('Approve').waitFor();
	} finally {
		await close();
	}
	const execution = await context.api.waitForExecution(executionId);
	expect(answer(itemsOf(execution, 'After'))).toMatchObject({ data: { approved: true } });
});

test('the example asks, and thanks whoever approved', async () => {
	const workflow = await context.api.createWorkflow(loadExample('approval', context.credentials, context.simulator));
	await context.feishu.sendEventsTo('');
	await context.api.activate(workflow);
	const { executionId } = await context.api.request<{ executionId: string }>(
		'POST',
		`/rest/workflows/${workflow.id}/run`,
		{ triggerToStartFrom: { name: 'When clicking Execute workflow' } },
	);
	const messageId = await eventually('the question', async () => {
		const asked = (await context.feishu.state()).messages.filter(({ content }) => content.header !== undefined);
		return asked.find(({ content }) => JSON.stringify(content).includes('December 24'))?.message_id;
	});
	await eventually('the wait', async () => (await context.api.execution(executionId)).status === 'waiting');
	const { Approve } = await buttons(context, messageId);
	await click(context, messageId, Approve?.value, { who: second });
	const execution = await context.api.waitForExecution(executionId);
	expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	const thanks = await context.feishu.message(itemsOf(execution, 'Tell Who Approved')[0]?.message_id);
	expect(JSON.stringify(thanks.content)).toContain('Enjoy your holidays');
});
