import { type Fixture, first, startFixture } from '../../support/conformance/harness';
import { type Receiver, startReceiver } from '../../support/conformance/receiver';

const TYPES = ['im.message.receive_v1', 'im.message.reaction.created_v1', 'im.chat.updated_v1'];
const CARD = {
	schema: '2.0',
	body: { elements: [{ tag: 'button', behaviors: [{ type: 'callback', value: { a: 1 } }] }] },
};

describe('what the console of an app lists', () => {
	let fixture: Fixture;
	let receiver: Receiver;

	beforeEach(async () => {
		fixture = await startFixture();
		receiver = await startReceiver({
			encryptKey: fixture.simulator.encryptKey,
			types: TYPES,
			answer: () => ({ toast: { type: 'info', content: 'Seen' } }),
		});
		await set({ event_url: receiver.url });
	});
	afterEach(async () => {
		await fixture.simulator.close();
		await receiver.close();
	});

	const set = (settings: object) => fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, settings);
	const write = (text: string) =>
		fixture.http.admin('POST', `/chats/${fixture.chatId}/messages`, { open_id: first(fixture.members), text });
	const react = async () => {
		const messageId = await fixture.http.text(fixture.chatId, 'hi');
		await fixture.http.admin('POST', `/messages/${messageId}/reactions`, {
			open_id: first(fixture.members),
			emoji_type: 'OK',
		});
	};
	const arrived = async () => {
		await fixture.simulator.push.idle();
		return receiver.received.map((event) => event.event_type);
	};
	const statuses = () => fixture.simulator.push.deliveries.map(({ status }) => status);

	it('an event that was not added does not come', async () => {
		await set({ events: ['im.message.reaction.created_v1'] });
		await write('@n8n Bot hi');
		expect(await arrived()).toEqual([]);
		expect(statuses()).toEqual(['not_added']);
		await react();
		expect(await arrived()).toEqual(['im.message.reaction.created_v1']);
	});

	it('an event comes only with one of the scopes that its page names', async () => {
		await set({ scopes: ['im:message:send_as_bot'] });
		await react();
		expect(await arrived()).toEqual([]);
		expect(statuses()).toEqual(['no_scope']);
		await set({ scopes: ['im:message:send_as_bot', 'im:message.reactions:read'] });
		await react();
		expect(await arrived()).toEqual(['im.message.reaction.created_v1']);
	});

	it('an event of a file comes only with its scope for people, too', async () => {
		const { appId, push, store } = fixture.simulator;
		const type = 'drive.file.created_in_folder_v1';
		store.subscriptions.add({ app_id: appId, kind: 'drive.file', resource: 'folder', created_at: 0 });
		const scope = 'space:document.event:read';
		const told = async (given: object) => {
			await set(given);
			return push.event(appId, type, { folder_token: 'folder' }).status;
		};
		expect(await told({ scopes: [scope], user_scopes: [] })).toBe('no_scope');
		expect(await told({ scopes: [], user_scopes: [scope] })).toBe('no_scope');
		expect(await told({ scopes: [scope], user_scopes: [scope] })).toBe('pending');
	});

	it.each<[string, string[], string[]]>([
		['the scope of all messages, which hears none of them', ['im:message'], []],
		['mentions only', ['im:message.group_at_msg:readonly'], ['@_user_1 hi']],
		['all of the group', ['im:message.group_msg'], ['@_user_1 hi', 'all']],
		['direct messages only', ['im:message.p2p_msg'], []],
	])('messages of a group with %s', async (_name, scopes, expected) => {
		await set({ scopes });
		await write('@n8n Bot hi');
		await write('all');
		await fixture.simulator.push.idle();
		const texts = receiver.received.map(({ message }) => (message as { content: string }).content);
		expect(texts.map((content) => (JSON.parse(content) as { text: string }).text)).toEqual(expected);
	});

	it('an app that is switched off hears nothing', async () => {
		await set({ active: false });
		await write('@n8n Bot hi');
		expect(await arrived()).toEqual([]);
		expect(statuses()).toEqual(['inactive']);
	});

	describe('callbacks', () => {
		const click = async () => {
			const { data } = await fixture.http.send(fixture.chatId, 'interactive', CARD);
			return fixture.http.admin('POST', `/messages/${String(data.message_id)}/card-actions`, {
				open_id: first(fixture.members),
				action: { tag: 'button', value: { a: 1 } },
			});
		};

		it('go where events go until they are set apart', async () => {
			expect(await click()).toMatchObject({ toast: { content: 'Seen' } });
		});

		it('have an address of their own', async () => {
			await set({ callback_url: null });
			expect(await click()).toMatchObject({ error: { code: 200340 } });
			await set({ callback_url: receiver.url, event_url: null });
			expect(await click()).toMatchObject({ toast: { content: 'Seen' } });
			await write('@n8n Bot hi');
			expect(statuses().at(-1)).toBe('no_url');
		});

		it('do not come unless they were added', async () => {
			await set({ callbacks: ['url.preview.get'] });
			expect(await click()).toMatchObject({ error: { code: 200340 } });
			await set({ callbacks: ['card.action.trigger'] });
			expect(await click()).toMatchObject({ toast: { content: 'Seen' } });
		});
	});

	it('a young app has the scopes of the README, some people, and neither events nor callbacks', async () => {
		const young = await startFixture({ app: 'young' });
		const app = first([...young.simulator.store.apps.values()]);
		expect(app).toMatchObject({ events: [], callbacks: [], contact_range: { users: expect.any(Array) } });
		expect(app.scopes).toContain('im:message');
		expect((await young.http.send(young.chatId, 'text', { text: 'hi' })).code).toBe(0);
		expect((await young.http.call('DELETE', `/open-apis/im/v1/chats/${young.chatId}`)).code).toBe(99991672);
		expect(await young.http.admin('POST', '/apps', { grants: 'young' })).toMatchObject({ events: [] });
		await young.simulator.close();
	});
});
