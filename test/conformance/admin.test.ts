import { type Fixture, first, PNG, startFixture } from '../support/conformance/harness';

interface State {
	apps: Array<{ app_id: string; event_url?: string }>;
	chats: Array<{ chat_id: string; chat_type: string; bot_in_chat: boolean; members: string[] }>;
	messages: Array<{
		message_id: string;
		msg_type: string;
		content: Record<string, unknown>;
		sender: { name: string };
		reactions: unknown[];
		deleted: boolean;
	}>;
}

describe('the admin API', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture();
	});
	afterEach(() => fixture.simulator.close());

	const state = () => fixture.http.admin<State>('GET', '/state');

	it('shows the whole state with content parsed and cards resolved', async () => {
		await fixture.http.send(fixture.chatId, 'interactive', {
			type: 'template',
			data: { template_id: 'AAqDemoTemplate', template_variable: { title: 'Hello', content: 'x', owner: 'y' } },
		});
		const { apps, chats, messages } = await state();
		expect(first(apps)).toMatchObject({ app_id: fixture.simulator.appId });
		expect(chats.map((chat) => chat.bot_in_chat)).toEqual([true, true, true, false]);
		expect(messages.at(-1)).toMatchObject({
			sender: { name: 'n8n Bot' },
			content: { header: { title: { content: 'Hello' } } },
		});
		const written = messages.find(({ msg_type: type }) => type === 'text');
		expect(written).toMatchObject({ sender: { name: '张三' }, content: { text: '大家好，机器人已经进群了。' } });
		expect(messages[0]).toMatchObject({ msg_type: 'system', content: { template: 'Welcome to {group_type}' } });
	});

	it('adds a bot to a group, once', async () => {
		const { app_id } = await fixture.http.admin<{ app_id: string }>('POST', '/apps', { name: 'Second bot' });
		const add = async () =>
			await fixture.http.admin<{ bots: string[] }>('POST', `/chats/${fixture.chatId}/bots`, { app_id });
		expect((await add()).bots).toContain(app_id);
		const { bots } = await add();
		expect(bots.filter((id) => id === app_id)).toHaveLength(1);
	});

	it('shows the Markdown of a post, which reading it back has lost', async () => {
		await fixture.http.send(fixture.chatId, 'post', {
			zh_cn: { title: 'T', content: [[{ tag: 'md', text: '**bold**' }]] },
		});
		expect((await state()).messages.at(-1)).toMatchObject({
			msg_type: 'post',
			content: { title: 'T', content: [[{ tag: 'md', text: '**bold**' }]] },
		});
	});

	it('holds the messages of a merged forward inside it', async () => {
		const id = await fixture.http.text(fixture.chatId, 'x');
		await fixture.http.post('/open-apis/im/v1/messages/merge_forward?receive_id_type=chat_id', {
			receive_id: fixture.chatId,
			message_id_list: [id],
		});
		expect((await state()).messages.at(-1)).toMatchObject({
			msg_type: 'merge_forward',
			content: { messages: [{ content: { text: 'x' } }] },
		});
	});

	it('an invalid message to a person leaves no empty chat behind', async () => {
		const answer = await fixture.http.post('/open-apis/im/v1/messages?receive_id_type=open_id', {
			receive_id: first(fixture.members),
			msg_type: 'text',
			content: '{}',
		});
		expect(answer.code).toBe(230001);
		expect((await state()).chats.filter((chat) => chat.chat_type === 'p2p')).toEqual([]);
	});

	it('writes as a member only', async () => {
		const outsider = [...fixture.simulator.store.contact.users.values()].find(
			(user) => !fixture.members.includes(user.open_id),
		);
		expect(
			await fixture.http.admin('POST', `/chats/${fixture.chatId}/messages`, { open_id: outsider?.open_id, text: 'x' }),
		).toMatchObject({ statusCode: 400 });
		expect(
			await fixture.http.admin('POST', '/chats/oc_unknown/messages', { open_id: outsider?.open_id, text: 'x' }),
		).toMatchObject({ statusCode: 404 });
	});

	it('tells the stream of every change', async () => {
		const aborted = new AbortController();
		const stream = await fetch(`${fixture.simulator.url}/_sim/stream`, { signal: aborted.signal });
		const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
		expect((await reader?.read())?.value).toContain(': connected');
		await fixture.http.text(fixture.chatId, 'x');
		expect((await reader?.read())?.value).toBe('data: {"type":"changed"}\n\n');
		aborted.abort();
	});

	it('serves uploads, the page and its libraries, and nothing else of node_modules', async () => {
		const form = new FormData();
		form.append('image_type', 'message');
		form.append('image', new Blob([new Uint8Array(PNG)]), 'a.png');
		const { data } = await fixture.http.post('/open-apis/im/v1/images', form);
		const get = (path: string) => fetch(fixture.simulator.url + path);
		const image = await get(`/_sim/resources/${String(data.image_key)}`);
		expect([image.headers.get('content-type'), Buffer.from(await image.arrayBuffer())]).toEqual(['image/png', PNG]);
		const page = await get('/');
		expect(page.headers.get('content-type')).toContain('text/html');
		expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
		for (const library of [
			'preact/dist/preact.module.js',
			'preact/hooks/dist/hooks.module.js',
			'htm/preact/index.module.js',
			'marked/lib/marked.esm.js',
			'@visactor/vchart/build/index.min.js',
		]) {
			expect([library, (await get(`/_sim/vendor/${library}`)).status]).toEqual([library, 200]);
		}
		expect((await get('/_sim/vendor/fastify/package.json')).status).toBe(404);
		expect((await get('/_sim/vendor/preact/..%2f..%2fpackage.json')).status).not.toBe(200);
	});

	it('revokes tokens and moves the clock', async () => {
		expect((await fixture.http.get('/open-apis/im/v1/chats')).code).toBe(0);
		await fixture.http.admin('POST', '/tokens/revoke');
		expect((await fixture.http.get('/open-apis/im/v1/chats')).code).toBe(99991663);
		const before = fixture.simulator.store.clock.now();
		await fixture.http.admin('POST', '/clock', { ms: 60_000 });
		expect(fixture.simulator.store.clock.now() - before).toBeGreaterThanOrEqual(60_000);
	});
});
