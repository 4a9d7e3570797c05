/** The token as n8n keeps it: with the credential, shared by nodes, executions and workers. */
import type { IHttpRequestOptions } from 'n8n-workflow';

import { issuedFor } from '../../../feishu/api/app';
import type { RecordedRequest } from '../../../simulator';
import { byId, type CredentialRef, list, listContext, Platform, usePlatform } from '../../support/engine';

const platform = usePlatform();

const sending = (chat = list(platform.chat.chat_id)) => ({
	resource: 'message',
	operation: 'send',
	chat,
	text: 'Hello',
});

async function send(credential: CredentialRef = platform.credential) {
	const run = await platform.run({ credential, parameters: sending() });
	if (run.error) throw run.error;
	return run;
}

test('a fresh credential gets its token once for 30 items', async () => {
	const credential = platform.newCredential();
	const chats = platform.addChats(30);
	const items = chats.map(({ chat_id }) => ({ json: { chat: chat_id } }));
	const { error } = await platform.run({ credential, parameters: sending(byId('={{ $json.chat }}')), items });
	expect(error).toBeUndefined();
	expect(platform.tokenRequests).toHaveLength(1);
	expect(platform.credentials.stored(credential.id)).toMatchObject({
		issuedFor: issuedFor(platform.simulator),
		accessToken: expect.stringMatching(/^t-/) as string,
	});
});

test('a token near its end is renewed before it is refused', async () => {
	const short = await Platform.start({ tokenLifetimeSeconds: 600 });
	const run = async () => await short.run({ parameters: { resource: 'chat', operation: 'getAll' } });
	await run();
	const { usableUntil } = short.credentials.stored(short.credential.id);
	expect(Number(usableUntil)).toBeLessThanOrEqual(Date.now() + 300_000);
	short.credentials.add(short.credential.id, {
		...short.credentials.stored(short.credential.id),
		usableUntil: Date.now() - 1,
	});
	short.reset();
	await run();
	expect(short.tokenRequests).toHaveLength(1);
	expect(short.calls.map(({ code }) => code)).toEqual([0]);
	await short.stop();
});

test('a credential whose App ID was changed does not use the token of the other app', async () => {
	const credential = platform.newCredential();
	await platform.run({ credential, parameters: sending() });
	const stored = platform.credentials.stored(credential.id);
	platform.credentials.add(credential.id, { ...stored, appId: 'cli_0000000000000000' });
	platform.reset();
	const { error } = await platform.run({ credential, parameters: sending() });
	expect(error?.message).toBe('Feishu does not know this App ID');
	expect(platform.calls).toEqual([]);
});

test('a credential whose fields are expressions keeps its token too', async () => {
	const { appId, appSecret, url } = platform.simulator;
	const quoted = (value: string) => `={{ ${JSON.stringify(value)} }}`;
	const credential = platform.newCredential({
		appId: quoted(appId),
		appSecret: quoted(appSecret),
		baseUrl: quoted(url),
	});
	await send(credential);
	await send(credential);
	expect(platform.tokenRequests).toHaveLength(1);
	expect(platform.credentials.stored(credential.id)).toMatchObject({
		appId: quoted(appId),
		appSecret: quoted(appSecret),
		issuedFor: issuedFor({ appId, appSecret }),
	});
});

test('a token that another worker has renewed is used, not renewed again', async () => {
	const credential = platform.newCredential();
	await send(credential);
	platform.reset();
	const { requests } = platform.simulator;
	const renewed = 't-renewedByAnotherWorker00000000000000000000';
	// As the first request arrives, its token ends, and the new one of another worker is in the database.
	const push = (...added: RecordedRequest[]) => {
		if (requests.length === 0) {
			platform.simulator.revokeTokens();
			platform.store.tokens.push({
				token: renewed,
				app_id: platform.simulator.appId,
				expires_at: Date.now() + 7_200_000,
				revoked: false,
			});
			platform.credentials.add(credential.id, { ...platform.credentials.stored(credential.id), accessToken: renewed });
		}
		return Array.prototype.push.apply(requests, added);
	};
	Object.defineProperty(requests, 'push', { value: push, configurable: true });
	await send(credential);
	Object.defineProperty(requests, 'push', { value: Array.prototype.push, configurable: true });
	expect(platform.tokenRequests).toEqual([]);
	expect(platform.calls.map(({ code }) => code)).toEqual([99991663, 0]);
	expect(platform.calls[1]?.headers.authorization).toBe(`Bearer ${renewed}`);
});

describe("n8n's own requests with the credential, as the HTTP Request node makes them", () => {
	async function request(credential: CredentialRef): Promise<unknown> {
		const context = listContext('feishu', credential);
		const options: IHttpRequestOptions = { url: `${platform.simulator.url}/open-apis/bot/v3/info` };
		return await context.helpers.httpRequestWithAuthentication.call(context, 'feishuApi', options);
	}

	test('get a token when there is none, and keep it', async () => {
		const credential = platform.newCredential();
		expect(await request(credential)).toMatchObject({ code: 0, bot: { app_name: 'n8n Bot' } });
		expect(await request(credential)).toMatchObject({ code: 0 });
		expect(platform.tokenRequests).toHaveLength(1);
	});

	test('get a new one ahead of its end', async () => {
		const credential = platform.newCredential();
		await request(credential);
		platform.simulator.revokeTokens();
		platform.credentials.add(credential.id, {
			...platform.credentials.stored(credential.id),
			usableUntil: Date.now() - 1,
		});
		platform.reset();
		expect(await request(credential)).toMatchObject({ code: 0 });
		expect(platform.tokenRequests).toHaveLength(1);
	});

	test('try an App Secret that was changed at once, and say that it is wrong', async () => {
		const credential = platform.newCredential();
		await request(credential);
		platform.credentials.add(credential.id, {
			...platform.credentials.stored(credential.id),
			appSecret: 'not-the-secret',
		});
		platform.reset();
		await expect(request(credential)).rejects.toThrow('The App Secret is wrong');
		expect(platform.calls).toEqual([]);
	});

	test('get a new one after the App ID was changed', async () => {
		const credential = platform.newCredential();
		await request(credential);
		platform.credentials.add(credential.id, {
			...platform.credentials.stored(credential.id),
			issuedFor: 'cli_0000000000000000',
		});
		platform.reset();
		expect(await request(credential)).toMatchObject({ code: 0 });
		expect(platform.tokenRequests).toHaveLength(1);
	});
});
