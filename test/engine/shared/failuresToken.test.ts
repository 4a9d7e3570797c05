/** Tokens that end or are refused, and credentials that are wrong. */

import type { FaultAction } from '../../../simulator';
import { byId, usePlatform } from '../../support/engine';
import { failingOn } from '../../support/engine/failing';

const platform = usePlatform();
const { sending, send, fail, warmUp } = failingOn(platform);

beforeEach(warmUp);

const raw = (http: number, contentType: string, body: string): FaultAction => ({
	type: 'raw',
	http,
	contentType,
	body,
});

describe('tokens', () => {
	test('a token that ends in the middle of 50 items is renewed once; each message is sent once', async () => {
		const chats = platform.addChats(10);
		const before = platform.store.messages.size;
		fail({ type: 'expireToken' }, { skip: 20, times: 1 });
		const items = Array.from({ length: 50 }, (_, index) => ({
			json: { chat: chats[index % 10]?.chat_id, text: `item ${index}` },
		}));
		const run = await send({ chat: byId('={{ $json.chat }}'), text: '={{ $json.text }}' }, items);
		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json }) => json.text)).toEqual(items.map(({ json }) => json.text));
		expect(platform.store.messages.size).toBe(before + 50);
		expect(platform.tokenRequests).toHaveLength(1);
		expect(platform.calls.filter(({ code }) => code === 99991663).length).toBeGreaterThan(0);
	});

	test.each([200, 400])('a token refused at HTTP %i is renewed, and the call made again', async (http) => {
		const before = platform.messages().length;
		fail({ type: 'code', http, code: 99991663 }, { times: 1 });
		const { error } = await send();
		expect(error).toBeUndefined();
		expect(platform.messages()).toHaveLength(before + 1);
		expect(platform.tokenRequests).toHaveLength(1);
		expect(platform.calls).toHaveLength(2);
	});

	test.each([200, 400])('two tokens refused in a row at HTTP %i end in an error, not in a loop', async (http) => {
		fail({ type: 'code', http, code: 99991663, msg: 'Invalid access token' });
		const { error } = await send();
		expect(error?.message).toBe('Feishu does not accept the access token of the app');
		expect(error?.description).toContain('A new token was fetched and refused as well.');
		expect(error?.description).toContain('Check App ID, App Secret and Region');
		expect(platform.calls).toHaveLength(2);
		expect(platform.tokenRequests).toHaveLength(1);
	});

	test('50 items with a token that is refused for good ask for few tokens', async () => {
		const chats = platform.addChats(50);
		fail({ type: 'code', http: 400, code: 99991663 });
		const items = chats.map(({ chat_id }) => ({ json: { chat: chat_id } }));
		const run = await platform.run({
			parameters: sending({ chat: byId('={{ $json.chat }}') }),
			items,
			onError: 'continueErrorOutput',
		});
		expect(run.errorItems).toHaveLength(50);
		expect(platform.calls).toHaveLength(100);
		expect(platform.tokenRequests.length).toBeLessThanOrEqual(10);
	});

	test('the token is stored with the credential: a second run asks for none, in parallel neither', async () => {
		await Promise.all([send(), send(), send()]);
		expect(platform.tokenRequests).toEqual([]);
	});

	test('two runs whose token ends at once ask for one', async () => {
		platform.simulator.revokeTokens();
		const runs = await Promise.all([send(), send(), send()]);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(platform.tokenRequests).toHaveLength(1);
	});
});

describe('credential', () => {
	test.each([
		['a wrong secret', { appSecret: 'fake-wrong-secret-0000' }, 'The App Secret is wrong', 'Copy it again'],
		[
			'a wrong App ID',
			{ appId: 'cli_0000000000000000' },
			'Feishu does not know this App ID',
			'check that the Region fits',
		],
		['no address', { baseUrl: '' }, "The 'Base URL' of the credential is empty", 'https://open.example.com'],
		[
			'plain http elsewhere',
			{ baseUrl: 'http://open.example.com' },
			"The 'Base URL' of the credential must start with https://",
			'this machine only',
		],
	])('%s', async (_, fields, message, hint) => {
		const { error, status } = await platform.run({ credential: platform.newCredential(fields), parameters: sending() });
		expect(status).toBe('error');
		expect(error?.message).toBe(message);
		expect(error?.description).toContain(hint);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(platform.calls).toEqual([]);
	});

	test('a host that is not there', async () => {
		const credential = platform.newCredential({ baseUrl: 'http://127.0.0.1:1' });
		const { error } = await platform.run({ credential, parameters: sending({ requestOptions: { tries: 2 } }) });
		expect(error?.message).toBe('The platform refused the connection');
		expect(error?.description).toContain('Check the Region or the Base URL');
		expect(error?.description).toContain('Tried 2 times');
		expect(error?.description).toContain('ECONNREFUSED');
	});

	test('a server that is not Feishu', async () => {
		fail(raw(200, 'text/html', '<html><body>Sign in</body></html>'), { path: '/open-apis/auth/*' });
		const { error } = await platform.run({ credential: platform.newCredential(), parameters: sending() });
		expect(error?.message).toBe('Feishu gave no access token');
		expect(error?.description).toContain('check the Region or the Base URL');
		expect(platform.calls).toEqual([]);
	});

	test('a token request whose connection breaks is made again', async () => {
		fail({ type: 'dropBefore' }, { path: '/open-apis/auth/*', times: 1 });
		const { error } = await platform.run({ credential: platform.newCredential(), parameters: sending() });
		expect(error).toBeUndefined();
		expect(platform.tokenRequests).toHaveLength(2);
		expect(platform.calls).toHaveLength(1);
	});
});
