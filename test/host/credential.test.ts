import type { CredentialRef } from '../../demo/api';
import { runSteps, sendText, useHost } from '../support/host/context';

const context = useHost();

describe('the credential test in n8n', () => {
	let saved: CredentialRef;
	beforeAll(async () => {
		// One of its own: a test stores the token that it got.
		saved = await context.api.saveCredential('Feishu to be tested', 'feishuApi', context.credentialData);
	});

	const tryOut = (changes: Record<string, string>) =>
		context.api.testCredential(saved, 'feishuApi', { ...context.credentialData, ...changes });

	test('passes with the right App ID and App Secret', async () => {
		expect(await tryOut({})).toMatchObject({ status: 'OK' });
	});

	test.each([
		['a wrong App Secret', { appSecret: 'not-the-secret' }, /10014|app secret invalid/i],
		['an unknown App ID', { appId: 'cli_0000000000000000' }, /10003|10012|app.?id|invalid param/i],
		[
			'a host where nobody listens',
			{ baseUrl: 'http://127.0.0.1:1' },
			/ECONNREFUSED|not.*reach|could not connect|refused/i,
		],
		['a base URL without encryption', { baseUrl: 'http://feishu.example.com' }, /https/i],
	])('says what is wrong with %s', async (_what, changes, words) => {
		const { status, message } = await tryOut(changes);
		expect({ status, message }).toEqual({ status: 'Error', message: expect.stringMatching(words) as string });
		expect(message).not.toContain(String(context.credentialData.appSecret));
	});

	// The dialog gives back what n8n has stored, the token of the last test among it.
	test('tries an App Secret that was changed while its token is still good', async () => {
		expect(await tryOut({})).toMatchObject({ status: 'OK' });
		const path = `/rest/credentials/${saved.id}?includeData=true`;
		const { data } = await context.api.request<{ data: Record<string, string> }>('GET', path);
		const changed = { ...data, appSecret: 'not-the-secret' };
		expect(await context.api.testCredential(saved, 'feishuApi', changed)).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('The App Secret is wrong') as string,
		});
	});
});

test('a token is asked for once, and kept from run to run', async () => {
	const { chat_id: chat } = await context.feishu.chat(true);
	const signIns = () => context.platform.requests.filter(({ path }) => path.includes('/tenant_access_token/')).length;
	const run = async (name: string) => {
		const { status } = await runSteps(context, name, [sendText(context, 'Send', chat, name)]);
		expect(status).toBe('success');
	};
	await run('First run with a token');
	const before = signIns();
	await run('Second run with a token');
	expect(signIns()).toBe(before);
});
