/** Nodes that act as a person who has signed in, in n8n's own engine with its own OAuth client. */
import { addBase } from '../../../simulator/base/make';
import { bot } from '../../support/engine/ownBase';
import { here } from '../../support/engine/refusals';
import { only, usePlatform } from '../../support/engine';
import { signedIn } from '../../support/engine/people';

const platform = usePlatform();

const SCOPE = 'offline_access im:message im:message.send_as_user im:message:readonly im:chat:read contact:user:search';

const send = () => ({ resource: 'message', operation: 'send', ...here(platform), text: 'from me' });

test('a message is the person’s own', async () => {
	const { credential } = await signedIn(platform, SCOPE);
	const { error, items } = await platform.run({ parameters: send(), credential });
	expect(error).toBeUndefined();
	const message = platform.message(only(items).json.message_id);
	expect(message.sender.sender_type).toBe('user');
	expect(platform.tokenRequests.filter(({ path }) => path.startsWith('/open-apis/auth/'))).toEqual([]);
});

test.each([
	['has ended by n8n’s clock', (stored: Record<string, unknown>) => ({ ...stored, n8n_expires_at: '1' }), 0],
	[
		'is refused by the platform',
		(stored: Record<string, unknown>) => ({ ...stored, access_token: 'eyJ.unknown.token' }),
		1,
	],
])('a login that %s is renewed, once for all items and executions', async (_when, spent, refusedAtLeast) => {
	const { credential, stored } = await signedIn(platform, SCOPE);
	const before = stored();
	platform.credentials.add(credential.id, {
		...platform.credentials.stored(credential.id),
		oauthTokenData: spent(before),
	});
	platform.simulator.requests.length = 0;
	const items = Array.from({ length: 20 }, () => ({}));
	const runs = await Promise.all([1, 2].map(async () => await platform.run({ parameters: send(), credential, items })));
	for (const { error, items: out } of runs) {
		expect(error).toBeUndefined();
		expect(out).toHaveLength(20);
	}
	expect(platform.tokenRequests).toHaveLength(1);
	expect(stored().refresh_token).not.toBe(before.refresh_token);
	const refused = platform.calls.filter(({ code }) => code !== 0);
	expect(refused.length >= refusedAtLeast).toBe(true);
	expect(platform.calls.filter(({ code }) => code === 0)).toHaveLength(40);
});

test('a file is sent again after the login was renewed', async () => {
	const { credential, stored } = await signedIn(platform, `${SCOPE} im:resource docs:document.media:upload`);
	platform.credentials.add(credential.id, {
		...platform.credentials.stored(credential.id),
		oauthTokenData: { ...stored(), access_token: 'eyJ.unknown.token' },
	});
	const { base } = addBase(platform.store, { name: 'Own', owner: bot(platform) });
	for (const member_id of platform.store.users.keys())
		base.members.push({ member_type: 'openid', member_id, perm: 'edit' });
	const { error } = await platform.run({
		node: 'feishuOpenApi',
		parameters: {
			resource: 'endpoint',
			operation: 'call',
			endpoint: { __rl: true, mode: 'id', value: 'POST /open-apis/drive/v1/medias/upload_all' },
			parameters: {
				mappingMode: 'defineBelow',
				value: {
					'body.file_name': 'a.txt',
					'body.parent_type': 'bitable_file',
					'body.parent_node': base.app_token,
					'body.size': 3,
					'body.file': 'data',
				},
			},
		},
		items: [{ files: { data: { bytes: Buffer.from('abc'), fileName: 'a.txt', mimeType: 'text/plain' } } }],
		credential,
	});
	expect(error).toBeUndefined();
	const uploads = platform.calls.filter(({ path }) => path.endsWith('/upload_all'));
	expect(uploads.map(({ code }) => code === 0)).toEqual([false, true]);
});

test.each([
	[20026, 'has ended, or was renewed by another system', 'connect it again'],
	[20073, 'has ended, or was renewed by another system', 'do not share one login between systems'],
	[20074, "The app may not renew a person's login", 'Refresh user_access_token'],
	[20046, 'The account and the app are of different regions', 'Region'],
])('a refusal of the renewal with %i says what to do, and is asked for once', async (code, message, advice) => {
	const { credential, stored } = await signedIn(platform, SCOPE);
	platform.credentials.add(credential.id, {
		...platform.credentials.stored(credential.id),
		oauthTokenData: { ...stored(), n8n_expires_at: '1' },
	});
	platform.simulator.requests.length = 0;
	platform.simulator.faults.add({
		path: '/open-apis/authen/v2/oauth/token',
		action: { type: 'code', http: 400, code, msg: 'x' },
	});
	const { error } = await platform.run({ parameters: send(), credential, items: [{}, {}, {}] });
	expect(`${error?.message} ${error?.description}`).toContain(message);
	expect(`${error?.message} ${error?.description}`).toContain(advice);
	expect(platform.tokenRequests).toHaveLength(1);
	expect(platform.calls).toEqual([]);
});

test('a renewal that fails for the moment is tried again', async () => {
	const { credential, stored } = await signedIn(platform, SCOPE);
	platform.credentials.add(credential.id, {
		...platform.credentials.stored(credential.id),
		oauthTokenData: { ...stored(), n8n_expires_at: '1' },
	});
	platform.simulator.requests.length = 0;
	platform.simulator.faults.add({
		path: '/open-apis/authen/v2/oauth/token',
		times: 1,
		action: { type: 'code', http: 503, code: 20072, msg: 'x' },
	});
	const { error } = await platform.run({ parameters: send(), credential });
	expect(error).toBeUndefined();
	expect(platform.tokenRequests).toHaveLength(2);
});

test('a person who has not signed in is told so, before any call', async () => {
	const credential = platform.keep('feishuOAuth2Api', { clientId: 'cli_x', clientSecret: 'not-much-of-a-secret' });
	const { error } = await platform.run({ parameters: send(), credential });
	expect(error?.message).toContain('has not signed in');
	expect(platform.simulator.requests).toEqual([]);
});

test('a scope that the person has not granted is named, with where to add it', async () => {
	const { credential } = await signedIn(platform, 'offline_access im:chat:read', platform.users[1]?.open_id);
	platform.simulator.requests.length = 0;
	const { error } = await platform.run({ parameters: send(), credential });
	expect(error?.message).toMatch(/^The person has not granted the scope im:message/);
	expect(error?.description).toContain('More Scopes');
	expect(platform.tokenRequests).toEqual([]);
});

test('a scope that an endpoint itself misses is the person’s to grant, too', async () => {
	const { credential } = await signedIn(platform, 'offline_access im:message', platform.chat.members[0]);
	const { message_id: value } = platform.userMessage();
	const { error } = await platform.run({
		parameters: { resource: 'message', operation: 'get', messageId: { __rl: true, mode: 'id', value } },
		credential,
	});
	expect(error?.message).toBe('The person has not granted the scope im:message.group_msg:get_as_user');
	expect(error?.description).toContain('More Scopes');
	expect(error?.description).toContain('code 230027');
});

test('a group without the person is told as theirs, not as a bot’s', async () => {
	const { credential } = await signedIn(platform, SCOPE);
	const [chat] = platform.addChats(1);
	Object.assign(chat ?? {}, { members: [], group: undefined });
	const { error } = await platform.run({
		parameters: { ...send(), chat: { __rl: true, mode: 'id', value: chat?.chat_id ?? '' } },
		credential,
	});
	expect(error?.message).toBe('The person is not in this chat');
	expect(error?.description).toContain('Somebody in the group has to add the person');
});

test('what only an app can do is refused before any call, with what to choose', async () => {
	const { credential } = await signedIn(platform, SCOPE);
	platform.simulator.requests.length = 0;
	const { error } = await platform.run({
		parameters: { resource: 'bot', operation: 'getInfo' },
		credential,
	});
	expect(error?.message).toMatch(/takes an app's identity only/);
	expect(error?.description).toContain('Choose a credential of the kind Feishu API');
	expect(platform.simulator.requests).toEqual([]);
});

test('what only a person can do is called', async () => {
	const { credential } = await signedIn(platform, SCOPE);
	platform.simulator.requests.length = 0;
	const { error } = await platform.run({
		node: 'feishuOpenApi',
		parameters: {
			resource: 'endpoint',
			operation: 'call',
			endpoint: { __rl: true, mode: 'id', value: 'GET /open-apis/search/v1/user' },
			parameters: { mappingMode: 'defineBelow', value: { 'query.query': 'a' } },
		},
		credential,
	});
	expect(error).toBeUndefined();
	expect(only(platform.calls).path).toBe('/open-apis/search/v1/user');
});

test('people and departments are found by the platform’s own search', async () => {
	const scope = `${SCOPE} contact:contact.base:readonly contact:user.base:readonly contact:department.base:readonly contact:department.organize:readonly`;
	const { credential } = await signedIn(platform, scope);
	platform.simulator.requests.length = 0;
	const name = platform.users[1]?.name ?? '';
	const people = await platform.run({ parameters: { resource: 'user', operation: 'search', words: name }, credential });
	expect(people.error).toBeUndefined();
	expect(people.items.map(({ json }) => json.name)).toContain(name);
	const department = [...platform.store.departments.values()].find((one) => one.name);
	const found = await platform.run({
		parameters: { resource: 'department', operation: 'search', words: department?.name ?? '' },
		credential,
	});
	expect(found.error).toBeUndefined();
	expect(found.items.map(({ json }) => json.name)).toContain(department?.name);
	expect(platform.routes).toEqual(['GET /open-apis/search/v1/user', 'POST /open-apis/contact/v3/departments/search']);
});
