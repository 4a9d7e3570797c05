import { itemsOf } from '../../demo/api';
import { runSteps, sendText, useHost } from '../support/host/context';

const context = useHost();

describe("Feishu's refusals in n8n", () => {
	let outside: string;
	let inside: string;
	beforeAll(async () => {
		outside = (await context.feishu.chat(false)).chat_id;
		inside = (await context.feishu.chat(true)).chat_id;
	});

	test('fail the execution with what happened and how to mend it', async () => {
		const execution = await runSteps(context, 'To a chat without the bot', [
			sendText(context, 'Send', outside, 'Nobody hears this'),
		]);
		expect(execution.status).toBe('error');
		expect(execution.error).toMatchObject({ name: 'NodeApiError', node: { name: 'Send' } });
		const { message, description } = execution.error ?? { message: '' };
		expect(message).toMatch(/not in (the|this) (chat|group)/i);
		expect(description).toMatch(/add/i);
		expect(description).toContain('230002');
	});

	test('go to the error output where the node continues on errors', async () => {
		const steps = [sendText(context, 'Send', outside, 'Nobody hears this', { onError: 'continueErrorOutput' })];
		const execution = await runSteps(context, 'Error output', steps);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Send', 0)).toEqual([]);
		expect(itemsOf(execution, 'Send', 1)).toEqual([
			expect.objectContaining({ error: expect.stringMatching(/not in (the|this) (chat|group)/i) as string }),
		]);
	});

	test('of a token that ended between two steps are not seen: the token is renewed', async () => {
		const revoke = {
			name: 'Revoke',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: { method: 'POST', url: `${context.simulator}/_sim/tokens/revoke`, options: {} },
		};
		const steps = [
			sendText(context, 'Before', inside, 'With the first token'),
			revoke,
			sendText(context, 'After', inside, 'With the second token'),
		];
		const execution = await runSteps(context, 'Token ended', steps);
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
		for (const [step, text] of [
			['Before', 'With the first token'],
			['After', 'With the second token'],
		] as const) {
			const sent = await context.feishu.message(itemsOf(execution, step)[0]?.message_id);
			expect(sent).toMatchObject({ chat_id: inside, content: { text } });
		}
	});
});
