/** What n8n itself tells a node of its workflow, and what comes of it: the scope that the next node lacks. */
import { itemsOf } from '../../demo/api';
import { feishuStep, runSteps, sendText, useHost } from '../support/host/context';

const context = useHost();

interface Result {
	ok: boolean;
	checked: string[];
	missing: Array<{ scope: string; always: boolean; needed_by: Array<{ operation: string }> }>;
	import_json: string;
}

const SEND = 'Feishu: Message → Send';

test('a scope that was taken from the app is named with the node that needs it, and its JSON mends that', async () => {
	const { feishu } = context;
	const app = `/apps/${feishu.appId}`;
	await feishu.request('PUT', app, { scopes: ['im:chat:readonly', 'contact:contact.base:readonly'] });
	const { chat_id: chat } = await feishu.chat(true);
	const run = async () => {
		const execution = await runSteps(context, 'Check Setup', [
			feishuStep(context, 'Check', { resource: 'app', operation: 'checkSetup' }),
			sendText(context, 'Send', chat, 'Heard', { onError: 'continueRegularOutput' }),
		]);
		expect(execution.status).toBe('success');
		const [check] = itemsOf(execution, 'Check') as unknown as Result[];
		return { check, sent: itemsOf(execution, 'Send')[0] };
	};

	const before = await run();
	expect(before.sent).toMatchObject({ error: expect.stringContaining('lacks the scope') as string });
	expect(before.check).toMatchObject({ ok: false, checked: [SEND] });
	const needed = before.check?.missing.filter(({ always }) => always) ?? [];
	expect(needed.map(({ scope, needed_by }) => [scope, needed_by[0]?.operation])).toEqual([
		[expect.stringMatching(/^im:message/), SEND],
	]);

	await feishu.request('POST', `${app}/scopes`, JSON.parse(before.check?.import_json ?? '{}'));
	await feishu.request('POST', `${app}/versions`, {});
	const after = await run();
	expect(after.check).toMatchObject({ ok: true, missing: [] });
	expect(await feishu.message(after.sent?.message_id)).toMatchObject({ content: { text: 'Heard' } });
});
