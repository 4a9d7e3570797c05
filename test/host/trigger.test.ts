import type { SavedWorkflow } from '../../demo/api';
import { itemsOf } from '../../demo/api';
import { loadExample } from '../../demo/workflows';
import { picture } from '../support/engine/files';
import { feishuStep, useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';
import { messageEvent, triggerWorkflow } from '../support/host/trigger';

const context = useHost({ longConnection: { clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0 } } });

describe('the trigger over the long connection', () => {
	const workflows: SavedWorkflow[] = [];
	let messages = 0;

	afterEach(async () => {
		for (const { id } of workflows.splice(0)) await context.api.deactivate(id);
		context.platform.longConnection.clearRefusals();
	});

	/** Without what only a webhook needs. */
	const credential = async (appSecret = context.platform.appSecret) =>
		await context.api.saveCredential(`With the secret ${appSecret}`, 'feishuApi', {
			region: 'custom',
			baseUrl: context.simulator,
			appId: context.platform.appId,
			appSecret,
		});
	const create = async (name: string, secret?: string) =>
		await context.api.createWorkflow(triggerWorkflow(name, await credential(secret)));
	const activate = async (workflow: SavedWorkflow) => {
		workflows.push(workflow);
		await context.api.activate(workflow);
		return workflow;
	};
	const write = () => {
		messages += 1;
		const id = `om_host_${messages}`;
		context.platform.push.event(context.platform.appId, 'im.message.receive_v1', messageEvent(id, 'oc_host'));
		return id;
	};
	const connections = () => context.platform.longConnection.list().length;
	const uploadPicture = async () => {
		const { appId: app_id, appSecret: app_secret } = context.platform;
		const body = JSON.stringify({ app_id, app_secret });
		const path = `${context.simulator}/open-apis`;
		const headers = { 'content-type': 'application/json' };
		const tokens = await fetch(`${path}/auth/v3/tenant_access_token/internal`, { method: 'POST', headers, body });
		const { tenant_access_token: token } = (await tokens.json()) as { tenant_access_token: string };
		const form = new FormData();
		form.set('image_type', 'message');
		form.set('image', new Blob([new Uint8Array(picture.bytes)], { type: 'image/png' }), 'picture.png');
		const answer = await fetch(`${path}/im/v1/images`, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}` },
			body: form,
		});
		return ((await answer.json()) as { data: { image_key: string } }).data.image_key;
	};
	const executed = async ({ id }: SavedWorkflow, count: number) =>
		await eventually(`execution ${count}`, async () => {
			const all = await context.api.executions(id);
			return all.length >= count && all;
		});

	test('runs the workflow for an event, and ends the connection with the last workflow', async () => {
		const [one, two] = [await activate(await create('One')), await activate(await create('Two'))];
		expect(connections()).toBe(1);
		const messageId = write();
		for (const workflow of [one, two]) {
			const [latest] = await executed(workflow, 1);
			const execution = await context.api.waitForExecution(String(latest?.id));
			expect([execution.status, execution.mode]).toEqual(['success', 'trigger']);
			expect(itemsOf(execution, 'Feishu Trigger')).toMatchObject([
				{ event_type: 'im.message.receive_v1', event: { message: { message_id: messageId, text: messageId } } },
			]);
		}
		for (const { id } of workflows.splice(0)) await context.api.deactivate(id);
		await eventually('the end of the connection', async () => connections() === 0);
	});

	test('brings the picture of a message along, in production too', async () => {
		const workflow = await activate(
			await context.api.createWorkflow(
				triggerWorkflow('Pictures', await credential(), { options: { downloadAttachments: true } }),
			),
		);
		const chat = await context.feishu.chat(true);
		const image_key = await uploadPicture();
		const [person] = chat.members;
		await context.feishu.request('POST', `/chats/${chat.chat_id}/messages`, {
			open_id: person,
			msg_type: 'image',
			content: { image_key },
		});
		const [latest] = await executed(workflow, 1);
		const execution = await context.api.waitForExecution(String(latest?.id));
		expect(itemsOf(execution, 'Feishu Trigger')).toMatchObject([
			{ attachments: [{ file_key: image_key, binary: 'attachment_0', mime_type: 'image/png' }] },
		]);
	});

	test('lets a test run beside production see the same event', async () => {
		const production = await activate(await create('Production'));
		const draft = await create('Draft');
		const test = context.api.run(draft);
		let ended = false;
		void test.then(
			() => (ended = true),
			() => (ended = true),
		);
		let written = 0;
		while (!ended) {
			write();
			written += 1;
			await executed(production, written);
		}
		const execution = await test;
		expect([execution.status, execution.mode]).toEqual(['success', 'manual']);
		expect(itemsOf(execution, 'Feishu Trigger')).toHaveLength(1);
		expect(await context.api.executions(production.id)).toHaveLength(written);
		expect(connections()).toBe(1);
	});

	test('is what the example bot listens with', async () => {
		const credentials = { feishuApi: await credential() };
		const workflow = await activate(
			await context.api.createWorkflow(loadExample('bot-that-answers', credentials, context.simulator)),
		);
		const chat = await context.feishu.chat(true);
		const [person = ''] = chat.members;
		const { message_id } = await context.feishu.say(chat.chat_id, person, 'Anybody there?');
		const answer = await eventually('an answer', async () =>
			(await context.feishu.state()).messages.find(({ parent_id }) => parent_id === message_id),
		);
		expect(JSON.stringify(answer.content)).toContain('You wrote: Anybody there?');
		const click = async () =>
			await context.feishu.request<{ toast?: { content: string } }>(
				'POST',
				`/messages/${answer.message_id}/card-actions`,
				{
					open_id: person,
					action: { tag: 'button', value: { action: 'thanks' } },
				},
			);
		// A run may take n8n longer than there is time.
		const toast = await eventually('the thanks', async () => {
			const said = (await click()).toast;
			return said?.content === 'You are welcome!' && said;
		});
		expect(toast).toMatchObject({ type: 'success' });
		expect((await executed(workflow, 2)).length).toBeGreaterThanOrEqual(2);
	});

	test('is what the example of a meeting from a chat listens with', async () => {
		const credentials = { feishuApi: await credential() };
		await activate(await context.api.createWorkflow(loadExample('meeting-from-chat', credentials, context.simulator)));
		const chat = await context.feishu.chat(true);
		const [person = ''] = chat.members;
		const { message_id } = await context.feishu.say(chat.chat_id, person, 'meeting: lunch');
		const answer = await eventually('an answer', async () =>
			(await context.feishu.state()).messages.find(({ parent_id }) => parent_id === message_id),
		);
		expect(JSON.stringify(answer.content)).toContain('lunch: ');
		expect(JSON.stringify(answer.content)).toContain('/client/calendar/event/detail');
	});

	test("answers a click with what the workflow's Callback → Respond says", async () => {
		const feishuApi = await credential();
		const trigger = triggerWorkflow('Answers clicks', feishuApi, {
			events: ['card.action.trigger'],
			answerCallbacks: 'workflow',
			toastText: 'Too late',
		});
		const answer = feishuStep(context, 'Answer', {
			resource: 'callback',
			operation: 'respond',
			toastText: '={{ "You chose " + $json.event.action.value.choice }}',
			toastType: 'success',
		});
		const step = { id: 'answer', typeVersion: 1, position: [220, 0] as [number, number], ...answer };
		await activate(
			await context.api.createWorkflow({
				...trigger,
				nodes: [...trigger.nodes, { ...step, credentials: { feishuApi } }],
				connections: { 'Feishu Trigger': { main: [[{ node: 'Answer', type: 'main', index: 0 }]] } },
			}),
		);
		const click = async () =>
			await context.feishu.request<{ attempts: Array<{ status: number; body: string }> }>('POST', '/events', {
				app_id: context.platform.appId,
				type: 'card.action.trigger',
				callback: true,
				event: {
					operator: { open_id: 'ou_person' },
					token: 'c-1',
					action: { value: { choice: 'yes' }, tag: 'button' },
				},
			});
		// A run may take n8n longer than there is time; then it is the other toast.
		const answers = await eventually('the answer', async () => {
			const { attempts } = await click();
			return !String(attempts[0]?.body).includes('Too late') && attempts;
		});
		expect(answers).toMatchObject([{ status: 200 }]);
		expect(JSON.parse(answers[0]?.body ?? '')).toEqual({ toast: { type: 'success', content: 'You chose yes' } });
	});

	test.each<[string, number, string]>([
		['the wrong region', 1000040351, 'Choose the other Region in the credential'],
		['too many connections', 1000040350, 'as many long connections as Feishu allows (50)'],
	])('with %s is not activated, and says why', async (_name, code, words) => {
		context.platform.longConnection.refuse({ at: 'endpoint', code });
		await expect(activate(await create(`Refused ${code}`))).rejects.toThrow(words);
	});

	test('with a wrong secret is not activated, and says why', async () => {
		const refused = activate(await create('Wrong secret', 'not-the-app-secret'));
		await expect(refused).rejects.toThrow('does not accept the App ID with this App Secret');
	});
});
