import { itemsOf } from '../../demo/api';
import { problemOf, reportRun } from '../../demo/report';
import { loadExample } from '../../demo/workflows';
import { hostContext, type HostContext } from './support/context';

/** `webhook-echo` runs in webhook.test.ts, with a real event; `call-endpoint` in call-endpoint.test.ts. */
describe('the example workflows in a real n8n', () => {
	let context: HostContext;
	beforeAll(async () => {
		context = await hostContext();
	});

	test('first-steps sends a text, a card and a picture, and recalls a message', async () => {
		const workflow = await context.api.createWorkflow(
			loadExample('first-steps', context.credential, context.simulator),
		);
		const execution = await context.api.run(workflow);
		expect(problemOf(workflow, execution)).toBeUndefined();

		const sent = async (step: string) => await context.feishu.message(itemsOf(execution, step)[0]?.message_id);
		const [user] = itemsOf(execution, 'Get a User');
		const chat = itemsOf(execution, 'Pick One Chat')[0];
		expect(await sent('Send a Text')).toMatchObject({
			chat_id: chat?.chat_id,
			msg_type: 'text',
			deleted: false,
			content: { text: `Hello from n8n, ${String(user?.name)}!` },
		});
		expect(await sent('Send a Card')).toMatchObject({ msg_type: 'interactive', deleted: false });
		const picture = await sent('Send the Picture');
		expect(picture).toMatchObject({
			msg_type: 'image',
			content: { image_key: itemsOf(execution, 'Upload the Picture')[0]?.image_key },
		});
		expect(await sent('Send One Too Many')).toMatchObject({ deleted: true });

		// The picture arrived whole: the platform's copy is the file of the workflow.
		const file = await fetch(`${context.simulator}/_sim/resources/${String(picture.content.image_key)}`);
		const source = workflow.nodes.find((node) => node.name === 'A Picture')?.parameters.jsonOutput;
		const { picture: base64 } = JSON.parse(String(source)) as { picture: string };
		expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(base64, 'base64'))).toBe(true);

		const lines = reportRun(workflow, execution);
		expect(lines).toHaveLength(9);
		expect(lines.join('\n')).not.toContain('✗');
	});

	test('http-request lists the same chats as custom-request', async () => {
		const run = async (name: 'http-request' | 'custom-request') => {
			const execution = await context.api.run(
				await context.api.createWorkflow(loadExample(name, context.credential, context.simulator)),
			);
			expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
			return itemsOf(execution, name === 'http-request' ? 'One Item per Chat' : 'Chats, Latest First').map(
				(item) => item.chat_id,
			);
		};
		const expected = (await context.feishu.state()).chats
			.filter((chat) => chat.bot_in_chat && chat.chat_type === 'group')
			.map((chat) => chat.chat_id);
		expect(expected.length).toBeGreaterThan(0);
		expect((await run('http-request')).sort()).toEqual(expected.sort());
		expect((await run('custom-request')).sort()).toEqual(expected.sort());
	});
});
