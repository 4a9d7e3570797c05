import type { Client } from '@larksuiteoapi/node-sdk';
import { chatIn, codeOf } from '../../support/conformance/groups';
import { type Fixture, first, sdkClient, startFixture } from '../../support/conformance/harness';

const MESSAGES = '/open-apis/im/v1/messages';

describe('urging people, and bubbles under a message', () => {
	let fixture: Fixture;
	let client: Client;
	beforeEach(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
	});
	afterEach(() => fixture.simulator.close());

	const write = async () =>
		(
			await fixture.http.admin<{ message_id: string }>('POST', `/chats/${fixture.chatId}/messages`, {
				open_id: first(fixture.members),
				text: 'x',
			})
		).message_id;

	describe('urgent messages', () => {
		type Kind = 'urgentApp' | 'urgentSms' | 'urgentPhone';
		const urge = (
			kind: Kind,
			message_id: string,
			user_id_list: string[],
			user_id_type: 'open_id' | 'union_id' = 'open_id',
		) => client.im.v1.message[kind]({ path: { message_id }, params: { user_id_type }, data: { user_id_list } });

		it.each([
			['urgentApp', 'app'],
			['urgentSms', 'sms'],
			['urgentPhone', 'phone'],
		] as const)('%s reaches members and names the others', async (kind, type) => {
			const messageId = await fixture.http.text(fixture.chatId, 'now');
			const [member = ''] = fixture.members;
			const outsider =
				[...fixture.simulator.store.contact.users.keys()].find((id) => !fixture.members.includes(id)) ?? '';
			const answer = await urge(kind, messageId, [member, outsider, 'ou_unknown']);
			expect(answer.data).toEqual({ invalid_user_id_list: [outsider, 'ou_unknown'] });
			const { urgents } = fixture.simulator.store.im.messages.get(messageId) ?? {};
			expect(urgents).toEqual([{ type, open_id: member, time: expect.any(Number) }]);
			const union = fixture.simulator.store.contact.users.get(member)?.union_id ?? '';
			expect((await urge(kind, messageId, [union], 'union_id')).data?.invalid_user_id_list).toEqual([]);
		});

		it('refuses messages of others, recalled ones, and lists without a member', async () => {
			const [member = ''] = fixture.members;
			expect(await codeOf(urge('urgentApp', await write(), [member]))).toBe(230012);
			const messageId = await fixture.http.text(fixture.chatId, 'now');
			expect(await codeOf(urge('urgentApp', messageId, ['ou_unknown']))).toBe(230001);
			expect(
				await codeOf(
					urge(
						'urgentApp',
						messageId,
						Array.from({ length: 201 }, () => member),
					),
				),
			).toBe(99992402);
			expect(await codeOf(urge('urgentApp', 'bm-unknown', [member]))).toBe(99992354);
			await fixture.http.call('DELETE', `${MESSAGES}/${messageId}`);
			expect(await codeOf(urge('urgentApp', messageId, [member]))).toBe(230110);
		});

		it('needs user_id_type, and the scope of its kind', async () => {
			const messageId = await fixture.http.text(fixture.chatId, 'now');
			const body = { user_id_list: fixture.members };
			const call = (kind: string, query: string) =>
				fixture.http.call('PATCH', `${MESSAGES}/${messageId}/urgent_${kind}${query}`, body);
			expect((await call('app', '')).code).toBe(99992402);
			await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { scopes: ['im:message.urgent'] });
			expect((await call('app', '?user_id_type=open_id')).code).toBe(0);
			expect((await call('sms', '?user_id_type=open_id')).code).toBe(99991672);
		});

		it('stops at 200 that somebody has not read', async () => {
			const [member = ''] = fixture.members;
			const { store } = fixture.simulator;
			const chat = chatIn(fixture.simulator, fixture.chatId);
			const sender = { id: fixture.simulator.appId, id_type: 'app_id', sender_type: 'app' } as const;
			for (let count = 0; count < 200; count += 1)
				store.im.addMessage(chat, {
					msg_type: 'text',
					sender,
					content: '{"text":"x"}',
					urgents: [{ type: 'app', open_id: member, time: 0 }],
				});
			const messageId = await fixture.http.text(fixture.chatId, 'one more');
			expect(await codeOf(urge('urgentApp', messageId, [member]))).toBe(230023);
			await fixture.http.admin('POST', `/chats/${fixture.chatId}/read`, { open_id: member });
			expect(await codeOf(urge('urgentApp', messageId, [member]))).toBe(0);
		});

		it('stops where the quota of the company ends, and where only managers may', async () => {
			const messageId = await fixture.http.text(fixture.chatId, 'now');
			fixture.simulator.store.im.urgentQuota.sms = 1;
			const [one = '', two = ''] = fixture.members;
			expect(await codeOf(urge('urgentSms', messageId, [one, two]))).toBe(230024);
			expect(await codeOf(urge('urgentSms', messageId, [one]))).toBe(0);
			expect(await codeOf(urge('urgentSms', messageId, [one]))).toBe(230024);
			const { group } = chatIn(fixture.simulator, fixture.chatId);
			if (group) group.settings.urgent_setting = 'only_owner';
			expect(await codeOf(urge('urgentApp', messageId, [one]))).toBe(230052);
		});
	});

	describe('follow-up bubbles', () => {
		const direct = async () => {
			const sent = await client.im.v1.message.create({
				params: { receive_id_type: 'open_id' },
				data: { receive_id: first(fixture.members), msg_type: 'text', content: '{"text":"x"}' },
			});
			return sent.data?.message_id ?? '';
		};
		const push = (message_id: string, follow_ups: Array<{ content: string }>) =>
			client.im.v1.message.pushFollowUp({ path: { message_id }, data: { follow_ups } });

		it('stand under the newest message until the next', async () => {
			const messageId = await direct();
			expect((await push(messageId, [{ content: 'Yes' }, { content: 'No' }])).code).toBe(0);
			const { messages } = fixture.simulator.store;
			expect(messages.get(messageId)?.follow_ups).toEqual(['Yes', 'No']);
			expect(await codeOf(push(messageId, [{ content: 'x' }]))).toBe(230008);
			await direct();
			expect(messages.get(messageId)?.follow_ups).toBeUndefined();
			expect(await codeOf(push(messageId, [{ content: 'x' }]))).toBe(230006);
		});

		it.each([
			['none', []],
			['four', Array.from({ length: 4 }, () => ({ content: 'x' }))],
			['an empty one', [{ content: '' }]],
			['a long one', [{ content: 'x'.repeat(201) }]],
			['an unknown language', [{ content: 'x', i18n_contents: [{ content: 'x', language: 'tlh' }] }]],
		])('refuses %s before anything else', async (_what, bubbles) => {
			expect(await codeOf(push(await direct(), bubbles))).toBe(99992402);
		});

		it('refuses a blank one, groups, strangers, and ten minutes later', async () => {
			expect(await codeOf(push(await direct(), [{ content: '  ' }]))).toBe(230007);
			expect(await codeOf(push(await fixture.http.text(fixture.chatId, 'x'), [{ content: 'x' }]))).toBe(230003);
			const messageId = await direct();
			fixture.simulator.store.clock.advance(601_000);
			expect(await codeOf(push(messageId, [{ content: 'x' }]))).toBe(230002);
			const chat = chatIn(fixture.simulator, fixture.simulator.store.im.messages.get(messageId)?.chat_id ?? '');
			chat.bots = [];
			expect(await codeOf(push(messageId, [{ content: 'x' }]))).toBe(230004);
		});

		it('are for messages of the bot', async () => {
			const messageId = await direct();
			const chat = fixture.simulator.store.im.messages.get(messageId)?.chat_id ?? '';
			const answer = await fixture.http.admin<{ message_id: string }>('POST', `/chats/${chat}/messages`, {
				open_id: first(fixture.members),
				text: 'answer',
			});
			expect(await codeOf(push(answer.message_id, [{ content: 'x' }]))).toBe(230001);
		});
	});

	describe('forwarding a thread', () => {
		const forward = (thread_id: string, receive_id: string, uuid?: string) =>
			client.im.v1.thread.forward({
				path: { thread_id },
				params: { receive_id_type: 'chat_id', uuid },
				data: { receive_id },
			});
		const thread = async () => {
			const root = await fixture.http.text(fixture.chatId, 'root');
			const { data } = await fixture.http.post(`${MESSAGES}/${root}/reply`, {
				msg_type: 'text',
				content: '{"text":"in the thread"}',
				reply_in_thread: true,
			});
			return { root, id: String(data.thread_id) };
		};

		it('makes one message that holds the thread, once for one uuid', async () => {
			const { id } = await thread();
			const sent = await forward(id, fixture.chatId, 'same');
			expect(sent.data).toMatchObject({
				msg_type: 'merge_forward',
				body: { content: 'Merged and Forwarded Message' },
			});
			expect((await forward(id, fixture.chatId, 'same')).data?.message_id).toBe(sent.data?.message_id);
			const got = await client.im.v1.message.get({ path: { message_id: sent.data?.message_id ?? '' } });
			expect(got.data?.items?.map((item) => item.body?.content)).toEqual([
				'Merged and Forwarded Message',
				'{"text":"root"}',
				'{"text":"in the thread"}',
			]);
		});

		it('refuses unknown threads and recalled roots', async () => {
			expect(await codeOf(forward('omt_unknown', fixture.chatId))).toBe(230064);
			const { root, id } = await thread();
			expect(await codeOf(forward(id, fixture.strangeChatId))).toBe(230002);
			await fixture.http.call('DELETE', `${MESSAGES}/${root}`);
			expect(await codeOf(forward(id, fixture.chatId))).toBe(230110);
		});
	});
});
