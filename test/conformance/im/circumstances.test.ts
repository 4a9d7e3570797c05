import type { Client } from '@larksuiteoapi/node-sdk';
import { groupOf } from '../../../simulator/state/chats';
import { chatIn, codeOf, otherApp, ownGroup } from '../../support/conformance/groups';
import { type Fixture, first, Http, PNG, sdkClient, startFixture } from '../../support/conformance/harness';

const text = { msg_type: 'text', content: '{"text":"x"}' };

describe('what keeps a bot from a right request', () => {
	let fixture: Fixture;
	let client: Client;
	let caller: Http;
	/** A message in the group, of a person. */
	let messageId: string;

	beforeEach(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
		caller = fixture.http;
		const written = await fixture.http.admin<{ message_id: string }>('POST', `/chats/${fixture.chatId}/messages`, {
			open_id: first(fixture.members),
			text: 'hi',
		});
		messageId = written.message_id;
	});
	afterEach(() => fixture.simulator.close());

	const set = (settings: object) => fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, settings);
	const change = (settings: object) => fixture.http.admin('PUT', `/chats/${fixture.chatId}`, settings);
	const send = (type: 'chat_id' | 'open_id', id: string) =>
		client.im.v1.message.create({ params: { receive_id_type: type }, data: { receive_id: id, ...text } });
	const path = () => ({ message_id: messageId });
	const chat = () => ({ chat_id: fixture.chatId });

	/** The calls whose codes stand in the table of the pages, by name. */
	const CALLS: Record<string, () => Promise<unknown>> = {
		send: () => send('chat_id', fixture.chatId),
		reply: () => client.im.v1.message.reply({ path: path(), data: text }),
		get: () => client.im.v1.message.get({ path: path() }),
		forward: () =>
			client.im.v1.message.forward({
				path: path(),
				params: { receive_id_type: 'chat_id' },
				data: { receive_id: fixture.chatId },
			}),
		recall: () => client.im.v1.message.delete({ path: path() }),
		pin: () => client.im.v1.pin.create({ data: path() }),
		react: () => client.im.v1.messageReaction.create({ path: path(), data: { reaction_type: { emoji_type: 'OK' } } }),
		history: () => client.im.v1.message.list({ params: { container_id_type: 'chat', container_id: fixture.chatId } }),
		// The SDK gives a failed download as a stream.
		download: () => caller.get(`/open-apis/im/v1/messages/${messageId}/resources/x?type=file`),
		group: () => client.im.v1.chat.get({ path: chat() }),
		announcement: () => caller.get(`/open-apis/docx/v1/chats/${fixture.chatId}/announcement`),
		members: () => client.im.v1.chatMembers.get({ path: chat() }),
		tabs: () => client.im.v1.chatTab.listTabs({ path: chat() }),
		notice: () => client.im.v1.chatTopNotice.deleteTopNotice({ path: chat() }),
		upload: () => client.im.v1.image.create({ data: { image_type: 'message', image: PNG } }),
	};
	const call = async (name: string) => {
		try {
			return await codeOf(CALLS[name]?.() ?? Promise.reject(new Error(`there is no ${name}`)));
		} catch {
			return NaN;
		}
	};

	it.each([
		['send', 230006],
		['reply', 230006],
		['history', 230006],
		['pin', 230006],
		['group', 232025],
		['members', 232025],
		['tabs', 232025],
		['announcement', 1772025],
	])('without the bot ability: %s → %i', async (name, code) => {
		await set({ bot: false });
		expect(await call(name)).toBe(code);
	});

	it('without the bot ability nothing is uploaded', async () => {
		await set({ bot: false });
		const form = new FormData();
		form.append('image_type', 'message');
		form.append('image', new Blob([new Uint8Array(PNG)]), 'a.png');
		expect((await fixture.http.post('/open-apis/im/v1/images', form)).code).toBe(234007);
	});

	it.each([
		['members', 232034],
		['announcement', 1772034],
	])('switched off: %s → %i', async (name, code) => {
		await set({ active: false });
		expect(await call(name)).toBe(code);
	});

	it.each([
		['send', 230027],
		['forward', 230027],
		['react', 231021],
		['members', 232033],
		['tabs', 232033],
		['announcement', 1772004],
		['download', 234009],
	])('in a group with other companies: %s → %i', async (name, code) => {
		await change({ external: true });
		expect(await call(name)).not.toBe(code);
		await set({ outside: false });
		expect(await call(name)).toBe(code);
	});

	describe('for people to whom the app is not available', () => {
		let direct: string;
		beforeEach(async () => {
			const sent = await send('open_id', first(fixture.members));
			direct = sent.data?.chat_id ?? '';
			messageId = sent.data?.message_id ?? '';
			await set({ availability: [fixture.members[1]] });
		});

		it('messages, also by the chat', async () => {
			expect(await codeOf(send('open_id', first(fixture.members)))).toBe(230013);
			expect(await codeOf(send('chat_id', direct))).toBe(230013);
			expect((await send('open_id', fixture.members[1] ?? '')).code).toBe(0);
			for (const name of ['reply', 'recall', 'pin', 'forward'])
				expect([name, await call(name)]).toEqual([name, 230013]);
			expect(await call('react')).toBe(231022);
		});

		it('tabs', async () => {
			expect(await codeOf(client.im.v1.chatTab.listTabs({ path: { chat_id: direct } }))).toBe(232024);
		});

		it('new groups and members', async () => {
			const made = await fixture.http.post('/open-apis/im/v1/chats', { user_id_list: [first(fixture.members)] });
			expect([made.code, made.msg]).toEqual([232043, expect.stringContaining('bot is invisible to user ids')]);
			const owned = await fixture.http.post('/open-apis/im/v1/chats', { owner_id: first(fixture.members) });
			expect(owned.code).toBe(232043);
			const chatId = await ownGroup(client);
			const add = (succeed_type: number) =>
				client.im.v1.chatMembers.create({
					path: { chat_id: chatId },
					params: { succeed_type },
					data: { id_list: [first(fixture.members), fixture.members[1] ?? ''] },
				});
			expect(await codeOf(add(0))).toBe(232043);
			expect((await add(1)).data?.invalid_id_list).toEqual([first(fixture.members)]);
			expect(chatIn(fixture.simulator, chatId).members).toEqual([fixture.members[1]]);
		});
	});

	it.each([
		['resigned', 230029],
		['unavailable', 230013],
	])('somebody who has left the company: %s', async (resignedReceiver, code) => {
		await fixture.http.admin('PUT', '/settings', { resignedReceiver });
		await fixture.http.admin('PUT', `/people/${first(fixture.members)}`, { is_resigned: true });
		expect(await codeOf(send('open_id', first(fixture.members)))).toBe(code);
	});

	it('somebody who has blocked the bot', async () => {
		await fixture.http.admin('PUT', `/people/${first(fixture.members)}`, { blocks: [fixture.simulator.appId] });
		expect(await codeOf(send('open_id', first(fixture.members)))).toBe(230053);
		await fixture.http.admin('PUT', `/people/${first(fixture.members)}`, { blocks: [] });
		expect((await send('open_id', first(fixture.members))).code).toBe(0);
	});

	it.each([
		['reply', 230050],
		['get', 230050],
		['react', 231018],
		['download', 234040],
		['recall', 230050],
	])('a message from before the bot came, where newcomers see no history: %s → %i', async (name, code) => {
		const other = otherApp(fixture.simulator);
		await change({ hides_history: true });
		await fixture.http.admin('POST', `/chats/${fixture.chatId}/bots`, { app_id: other.app_id });
		expect(await call(name)).not.toBe(code);
		const own = { ...fixture.simulator, appId: other.app_id, appSecret: other.app_secret };
		client = sdkClient(own);
		caller = new Http(own);
		expect(await call(name)).toBe(code);
	});

	describe('the restricted mode', () => {
		const restrict = (more: object) => {
			const { settings } = groupOf(chatIn(fixture.simulator, fixture.chatId));
			Object.assign(settings.restricted_mode_setting, { status: true, ...more });
		};

		it('keeps messages where they are', async () => {
			restrict({ message_has_permission_setting: 'not_anyone' });
			expect(await call('forward')).toBe(230070);
			expect(await call('history')).toBe(231203);
			expect(await call('reply')).toBe(0);
		});

		it('keeps files from being downloaded', async () => {
			restrict({ download_has_permission_setting: 'not_anyone' });
			expect(await call('download')).toBe(234038);
			expect(await call('history')).toBe(0);
		});
	});

	it('tabs and menus that only managers may change', async () => {
		const add = (chat_id: string) => {
			const tab = { tab_name: 'x', tab_type: 'url' as const, tab_content: { url: 'https://example.com' } };
			return codeOf(client.im.v1.chatTab.create({ path: { chat_id }, data: { chat_tabs: [tab] } }));
		};
		await change({ tabs_for_managers: true });
		expect(await add(fixture.chatId)).toBe(232055);
		const sort = client.im.v1.chatMenuTree.sort({ path: chat(), data: { chat_menu_top_level_ids: ['1'] } });
		expect(await codeOf(sort)).toBe(232055);
		expect(await codeOf(CALLS.tabs?.() ?? Promise.reject(new Error()))).toBe(0);
		const own = await ownGroup(client);
		await fixture.http.admin('PUT', `/chats/${own}`, { tabs_for_managers: true });
		expect(await add(own)).toBe(0);
	});

	it('a sender who has blocked the bot', async () => {
		const blocks = [fixture.simulator.appId];
		await fixture.http.admin('PUT', `/people/${first(fixture.members)}`, { blocks });
		expect(await codeOf(CALLS.react?.() ?? Promise.reject(new Error()))).toBe(231019);
	});

	it('a file that is too large to be downloaded', async () => {
		const [app] = fixture.simulator.store.apps.values();
		const bytes = Buffer.alloc(100 * 1024 * 1024 + 1);
		const file = { key: 'file_large', app_id: app?.app_id, bytes, content_type: 'x/y', name: 'a', type: 'stream' };
		fixture.simulator.store.im.files.set('file_large', file);
		expect((await caller.get('/open-apis/im/v1/files/file_large')).code).toBe(234037);
		const sent = await fixture.http.send(fixture.chatId, 'file', { file_key: 'file_large' });
		const inMessage = `/open-apis/im/v1/messages/${String(sent.data.message_id)}/resources/file_large?type=file`;
		expect((await caller.get(inMessage)).code).toBe(234037);
	});
});
