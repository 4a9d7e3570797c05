import { encrypt, signature } from '../../simulator/events/crypto';
import { itemsOf, type SavedWorkflow } from '../../demo/api';
import { fetchAnew } from '../../demo/fetchAnew';
import { loadExample, webhookPath } from '../../demo/workflows';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';
import type { ChatState } from '../support/host/simulator';

interface Post {
	body: string;
	headers: Record<string, string>;
}

/** A post as the platform makes it: encrypted, and signed with the key. */
function post(event: object, encryptKey: string, signedWith = encryptKey): Post {
	const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(event), encryptKey) });
	const timestamp = String(Math.floor(Date.now() / 1000));
	const nonce = 'a-nonce-of-the-test';
	const headers = {
		'content-type': 'application/json',
		'x-lark-request-timestamp': timestamp,
		'x-lark-request-nonce': nonce,
		'x-lark-signature': signature(timestamp, nonce, signedWith, body),
	};
	return { body, headers };
}

const context = useHost();

describe('the webhook trigger in production', () => {
	let workflow: SavedWorkflow;
	let target: string;
	let chat: ChatState;
	let author: string;

	beforeAll(async () => {
		workflow = await context.api.createWorkflow(loadExample('webhook-echo', context.credentials, context.simulator));
		await context.api.activate(workflow);
		target = context.editor + webhookPath(workflow);
		await context.feishu.sendEventsTo(target);
		chat = await context.feishu.chat(true);
		author = chat.members[0] ?? '';
	});

	/** Writes as a person, and waits for the workflow's answer. */
	const echoOf = async (text: string) => {
		const { message_id: id } = await context.feishu.say(chat.chat_id, author, text);
		return await eventually(`the answer to "${text}"`, async () =>
			(await context.feishu.state()).messages.find((message) => message.parent_id === id),
		);
	};
	const send = async ({ body, headers }: Post) => await fetchAnew(target, { method: 'POST', body, headers });
	const event = (text: string, appId = context.feishu.appId) => ({
		schema: '2.0',
		header: {
			event_id: `made-by-the-test-${text}`,
			event_type: 'im.message.receive_v1',
			create_time: String(Date.now()),
			token: '',
			app_id: appId,
			tenant_key: 'tenant',
		},
		event: {
			sender: { sender_id: { open_id: author }, sender_type: 'user' },
			message: {
				message_id: `om_made_by_the_test_${text}`,
				chat_id: chat.chat_id,
				chat_type: 'group',
				message_type: 'text',
				create_time: String(Date.now()),
				content: JSON.stringify({ text }),
			},
		},
	});
	const runs = async () => (await context.api.executions(workflow.id)).length;

	test("answers the platform's check of the URL", async () => {
		expect(await context.feishu.verifyUrl()).toMatchObject({ ok: true });
	});

	test('runs the workflow for an encrypted and signed event, which answers the message', async () => {
		const before = await runs();
		expect(await echoOf('good morning')).toMatchObject({
			chat_id: chat.chat_id,
			content: { text: 'You wrote: good morning' },
		});
		const [latest] = await eventually('the execution', async () => {
			const all = await context.api.executions(workflow.id);
			return all.length > before && all;
		});
		const execution = await context.api.waitForExecution(String(latest?.id));
		expect([execution.status, execution.mode]).toEqual(['success', 'webhook']);
		expect(itemsOf(execution, 'Feishu Webhook Trigger')[0]).toMatchObject({
			event_type: 'im.message.receive_v1',
			event: { message: { chat_id: chat.chat_id } },
		});
	});

	test('refuses forged posts with 401 and starts nothing for them', async () => {
		const { encryptSecretKey: encryptKey } = context.credentialData;
		const before = await runs();
		const genuine = post(event('genuine'), encryptKey);
		const forgeries: Record<string, Post> = {
			'signed with another key': post(event('another-key'), encryptKey, 'not-the-key'),
			'encrypted and signed with another key': post(event('wrong-key'), 'not-the-key'),
			'changed on the way': { ...genuine, body: post(event('changed'), encryptKey).body },
			'without a signature': { ...genuine, headers: { 'content-type': 'application/json' } },
			'not encrypted': { ...genuine, body: JSON.stringify(event('plain')) },
			'of another app': post(event('other-app', 'cli_0000000000000000'), encryptKey),
			'no JSON at all': { body: '{"encrypt":', headers: genuine.headers },
		};
		const answers: Record<string, number> = {};
		for (const [what, forged] of Object.entries(forgeries)) answers[what] = (await send(forged)).status;
		// n8n itself refuses a body that is no JSON, before any node sees it.
		expect(answers).toEqual({
			...Object.fromEntries(Object.keys(forgeries).map((what) => [what, 401])),
			'no JSON at all': expect.any(Number) as number,
		});
		expect(answers['no JSON at all']).toBeGreaterThanOrEqual(400);

		// Whatever a forgery started would have begun before this one.
		expect(await echoOf('after the forgeries')).toMatchObject({ content: { text: 'You wrote: after the forgeries' } });
		expect(await runs()).toBe(before + 1);
	});

	test('starts one run for an event that is delivered twice', async () => {
		const before = await runs();
		const { message_id: id } = await context.feishu.say(chat.chat_id, author, 'once');
		await eventually('the answer', async () =>
			(await context.feishu.state()).messages.find((message) => message.parent_id === id),
		);
		const again = event('once');
		again.event.message.message_id = id;
		expect((await send(post(again, context.credentialData.encryptSecretKey))).status).toBe(200);
		await echoOf('after the second delivery');
		expect(await runs()).toBe(before + 2);
	});
});
