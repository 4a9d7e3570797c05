import type { Client } from '@larksuiteoapi/node-sdk';
import type { User } from '../../../simulator';
import { chatIn, codeOf, otherApp } from '../../support/conformance/groups';
import { type Fixture, first, PNG, sdkClient, startFixture } from '../../support/conformance/harness';

const SEND = '/open-apis/message/v4/batch_send/';
const DAY = 86_400_000;
const CARD = { elements: [{ tag: 'hr' }] };

describe('messages to many, and cards that one person sees', () => {
	let fixture: Fixture;
	let client: Client;
	let users: User[];
	beforeEach(async () => {
		fixture = await startFixture({ tokenLifetimeSeconds: 100 * 86_400 });
		client = sdkClient(fixture.simulator);
		users = [...fixture.simulator.store.contact.users.values()];
	});
	afterEach(() => fixture.simulator.close());

	const image = async () => {
		const form = new FormData();
		form.append('image_type', 'message');
		form.append('image', new Blob([new Uint8Array(PNG)]), 'a.png');
		return String((await fixture.http.post('/open-apis/im/v1/images', form)).data.image_key);
	};
	const setScopes = (scopes: string[]) => fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { scopes });

	describe('batch send', () => {
		const send = (body: object) => fixture.http.post(SEND, { open_ids: [users[0]?.open_id], ...body });
		const text = (body: object = {}) => send({ msg_type: 'text', content: { text: 'to many' }, ...body });
		const received = () => {
			const { store } = fixture.simulator;
			const p2p = [...store.im.messages.values()].filter(
				({ chat_id: id }) => store.im.chats.get(id)?.chat_type === 'p2p',
			);
			return p2p.map(({ chat_id: id }) => store.contact.users.get(first(store.im.chats.get(id)?.members))?.name).sort();
		};

		it('reaches people by every id and whole departments, each once, and names what is wrong', async () => {
			const [one, two, three] = users;
			const answer = await text({
				open_ids: [one?.open_id, 'ou_unknown'],
				user_ids: [two?.user_id, one?.user_id, 'unknown'],
				union_ids: [three?.union_id, 'on_unknown'],
				department_ids: ['D002', '0', 'od-unknown'],
			});
			expect(answer).toMatchObject({ status: 200, code: 0 });
			expect(answer.data).toEqual({
				message_id: expect.stringMatching(/^bm-/),
				invalid_department_ids: ['0', 'od-unknown'],
				invalid_open_ids: ['ou_unknown'],
				invalid_user_ids: ['unknown'],
				invalid_union_ids: ['on_unknown'],
			});
			expect(received()).toEqual(['张三', '李四', '王小明'].sort());
		});

		it('reaches those in departments below, by either id of the department', async () => {
			const engineering = [...fixture.simulator.store.contact.departments.values()].find(
				({ name }) => name === '研发部',
			);
			await text({ open_ids: [], department_ids: ['D001'] });
			expect(received()).toHaveLength(5);
			await text({ open_ids: [], department_ids: [engineering?.open_department_id] });
			expect(received()).toHaveLength(10);
		});

		it('sends every kind it knows, as objects', async () => {
			const key = await image();
			const post = { post: { zh_cn: { title: 'T', content: [[{ tag: 'text', text: 'x' }]] } } };
			const kinds = [
				{ msg_type: 'text', content: { text: 'x' } },
				{ msg_type: 'post', content: post },
				{ msg_type: 'image', content: { image_key: key } },
				{ msg_type: 'share_chat', content: { share_chat_id: fixture.chatId } },
				{ msg_type: 'interactive', card: CARD },
			];
			for (const kind of kinds) expect([kind.msg_type, (await send(kind)).code]).toEqual([kind.msg_type, 0]);
			const types = [...fixture.simulator.store.im.messages.values()].slice(-5).map(({ msg_type: type }) => type);
			expect(types).toEqual(kinds.map(({ msg_type: type }) => type));
		});

		it.each([
			['a content that is text', { msg_type: 'text', content: '{"text":"x"}' }, 10003],
			['a card that is text', { msg_type: 'interactive', card: '{}' }, 10003],
			['a card as content', { msg_type: 'interactive', content: CARD }, 10003],
			['another kind', { msg_type: 'file', content: { file_key: 'x' } }, 10003],
			['no kind', { content: { text: 'x' } }, 10003],
			['no receiver', { msg_type: 'text', content: { text: 'x' }, open_ids: [] }, 10003],
			['a receiver list that is none', { msg_type: 'text', content: { text: 'x' }, user_ids: 'all' }, 10003],
			['too many', { msg_type: 'text', content: { text: 'x' }, open_ids: Array(201).fill('ou_x') }, 10003],
			['unknown people only', { msg_type: 'text', content: { text: 'x' }, open_ids: ['ou_x'] }, 11101],
			['an empty text', { msg_type: 'text', content: {} }, 10002],
			[
				'Markdown',
				{ msg_type: 'post', content: { post: { zh_cn: { content: [[{ tag: 'md', text: 'x' }]] } } } },
				10002,
			],
			['an unknown picture', { msg_type: 'image', content: { image_key: 'img_x' } }, 11227],
			['an unknown group', { msg_type: 'share_chat', content: { share_chat_id: 'oc_x' } }, 11231],
			[
				'a wrong card',
				{ msg_type: 'interactive', card: { schema: '2.0', body: { elements: [{ tag: 'dance' }] } } },
				11246,
			],
		])('refuses %s with HTTP 200', async (_what, body, code) => {
			expect(await send(body)).toMatchObject({ status: 200, code });
			expect(received()).toEqual([]);
		});

		it('takes a group under the name that its page has, and no other', async () => {
			const shared = (content: object) => send({ msg_type: 'share_chat', content });
			expect(await shared({ chat_id: fixture.chatId })).toMatchObject({ status: 200, code: 11231 });
			expect((await shared({ share_chat_id: fixture.chatId })).code).toBe(0);
		});

		it('needs one scope to send, one for people and one for departments', async () => {
			await setScopes(['im:message:send_multi_users']);
			expect(await text()).toMatchObject({ status: 200, code: 11223 });
			await setScopes(['im:message:send_as_bot', 'im:message:send_multi_depts']);
			expect((await text()).code).toBe(11203);
			expect((await text({ open_ids: [], department_ids: ['D003'] })).code).toBe(0);
			await setScopes(['im:message', 'im:message:send_multi_users']);
			expect((await text({ department_ids: ['D003'] })).code).toBe(11204);
			expect((await text()).code).toBe(0);
			await setScopes(['im:chat']);
			expect(await text()).toMatchObject({ status: 400, code: 99991672 });
		});

		it('is half a million messages a day', async () => {
			const id = String((await text()).data.message_id);
			const batch = fixture.simulator.store.im.batches.get(id);
			if (batch) batch.message_ids = Array<string>(500_000).fill('om_x');
			expect((await text()).code).toBe(11247);
			fixture.simulator.store.clock.advance(DAY);
			expect((await text()).code).toBe(0);
		});

		describe('afterwards', () => {
			const progress = async (batch_message_id: string) =>
				(await client.im.v1.batchMessage.getProgress({ path: { batch_message_id } })).data;
			const readers = async (batch_message_id: string) =>
				(await client.im.v1.batchMessage.readUser({ path: { batch_message_id } })).data?.read_user;
			const recall = (batch_message_id: string) => client.im.v1.batchMessage.delete({ path: { batch_message_id } });
			const sent = async () =>
				String((await text({ open_ids: users.slice(0, 3).map(({ open_id: id }) => id) })).data.message_id);

			it('tells who has it and who has read it, and recalls', async () => {
				const id = await sent();
				const [message = ''] = fixture.simulator.store.im.batches.get(id)?.message_ids ?? [];
				const chat = fixture.simulator.store.im.messages.get(message)?.chat_id ?? '';
				await fixture.http.admin('POST', `/chats/${chat}/read`, { open_id: users[0]?.open_id });
				expect((await progress(id))?.batch_message_send_progress).toEqual({
					valid_user_ids_count: 0,
					success_user_ids_count: 0,
					read_user_ids_count: 0,
				});
				fixture.simulator.store.clock.advance(1000);
				expect(await progress(id)).toEqual({
					batch_message_send_progress: {
						valid_user_ids_count: 3,
						success_user_ids_count: 3,
						read_user_ids_count: 1,
					},
					batch_message_recall_progress: { recall: false, recall_count: 0 },
				});
				expect(await readers(id)).toEqual({ read_count: '1', total_count: '3' });
				expect(await codeOf(client.im.v1.message.delete({ path: { message_id: message } }))).toBe(230054);
				expect((await recall(id)).code).toBe(0);
				expect((await progress(id))?.batch_message_recall_progress).toEqual({ recall: true, recall_count: 0 });
				fixture.simulator.store.clock.advance(1000);
				expect((await progress(id))?.batch_message_recall_progress).toEqual({ recall: true, recall_count: 3 });
				expect(fixture.simulator.store.im.messages.get(message)?.deleted).toBe(true);
			});

			it('knows its own for a month, and recalls them for a day', async () => {
				const id = await sent();
				for (const call of [progress, readers, recall]) expect(await codeOf(call('bm-unknown'))).toBe(230030);
				fixture.simulator.store.clock.advance(DAY + 1);
				expect(await codeOf(recall(id))).toBe(230009);
				const batch = fixture.simulator.store.im.batches.get(id);
				if (batch) batch.app_id = otherApp(fixture.simulator).app_id;
				expect(await codeOf(recall(id))).toBe(230026);
				expect(await codeOf(progress(id))).toBe(230012);
				expect(await codeOf(readers(id))).toBe(230012);
				fixture.simulator.store.clock.advance(30 * DAY);
				expect(await codeOf(readers(id))).toBe(230030);
			});
		});
	});

	describe('ephemeral cards', () => {
		const send = (body: object = {}) =>
			fixture.http.post('/open-apis/ephemeral/v1/send', {
				chat_id: fixture.chatId,
				open_id: first(fixture.members),
				msg_type: 'interactive',
				card: CARD,
				...body,
			});
		const remove = (message_id: unknown) => fixture.http.post('/open-apis/ephemeral/v1/delete', { message_id });

		it('are seen by one, in no history, and leave no trace', async () => {
			const { data } = await send();
			const id = String(data.message_id);
			expect(fixture.simulator.store.im.messages.get(id)).toMatchObject({ visible_to: fixture.members[0], card: CARD });
			const history = await client.im.v1.message.list({
				params: { container_id_type: 'chat', container_id: fixture.chatId },
			});
			expect(history.data?.items?.map((item) => item.message_id)).not.toContain(id);
			const state = await fixture.http.admin<{ messages: Array<{ message_id: string; visible_to?: string }> }>(
				'GET',
				'/state',
			);
			expect(state.messages.at(-1)).toMatchObject({ message_id: id, visible_to: fixture.members[0] });
			expect(await codeOf(client.im.v1.pin.create({ data: { message_id: id } }))).toBe(230050);
			const forward = client.im.v1.message.forward({
				path: { message_id: id },
				params: { receive_id_type: 'chat_id' },
				data: { receive_id: fixture.chatId },
			});
			expect(await codeOf(forward)).toBe(230061);
			expect((await remove(id)).body).toEqual({ code: 0, msg: 'success' });
			expect(fixture.simulator.store.im.messages.has(id)).toBe(false);
			expect((await remove(id)).code).toBe(18051);
		});

		it('take the first of open_id, user_id and email, and templates', async () => {
			const [one, two, three] = fixture.members.map((id) => fixture.simulator.store.contact.users.get(id));
			const viewer = async (body: object) => {
				const { data } = await send({ open_id: undefined, ...body });
				return fixture.simulator.store.im.messages.get(String(data.message_id))?.visible_to;
			};
			expect(await viewer({ email: three?.email })).toBe(three?.open_id);
			expect(await viewer({ email: three?.email, user_id: two?.user_id })).toBe(two?.open_id);
			expect(await viewer({ user_id: two?.user_id, open_id: one?.open_id })).toBe(one?.open_id);
			const variables = { title: 'T', content: 'C', owner: 'O' };
			const template = { type: 'template', data: { template_id: 'AAqDemoTemplate', template_variable: variables } };
			expect((await send({ card: template })).code).toBe(0);
		});

		it('refuse people outside, other chats, other types and wrong cards', async () => {
			const outsider = users.find(({ open_id: id }) => !fixture.members.includes(id));
			expect((await send({ open_id: outsider?.open_id })).code).toBe(230001);
			expect((await send({ open_id: 'ou_unknown' })).code).toBe(99992351);
			expect((await send({ open_id: undefined })).code).toBe(230001);
			expect((await send({ open_id: undefined, email: 'nobody@example.com' })).code).toBe(230013);
			expect((await send({ msg_type: 'text' })).code).toBe(230001);
			expect((await send({ card: JSON.stringify(CARD) })).code).toBe(9499);
			expect((await send({ card: undefined })).code).toBe(99992402);
			expect((await send({ card: { elements: {} } })).code).toBe(230099);
			expect((await send({ chat_id: fixture.strangeChatId })).code).toBe(230002);
			expect((await send({ chat_id: 'oc_unknown' })).code).toBe(99992356);
			const chat = chatIn(fixture.simulator, fixture.chatId);
			if (chat.group) chat.group.settings.chat_mode = 'topic';
			expect((await send()).code).toBe(230001);
			chat.chat_type = 'p2p';
			expect((await send()).code).toBe(230001);
		});

		it('are deleted by their sender only, and only they', async () => {
			expect((await remove(await fixture.http.text(fixture.chatId, 'x'))).code).toBe(230001);
			expect((await remove('om_unknown')).code).toBe(99992354);
			const id = String((await send()).data.message_id);
			const message = fixture.simulator.store.im.messages.get(id);
			if (message) message.sender.id = otherApp(fixture.simulator).app_id;
			expect((await remove(id)).code).toBe(230012);
		});

		it('may have 100 KB, more than a message', async () => {
			const card = (kilobytes: number) => ({ elements: [{ tag: 'markdown', content: 'x'.repeat(kilobytes * 1024) }] });
			expect((await send({ card: card(99) })).code).toBe(0);
			expect((await send({ card: card(100) })).code).toBe(100000);
		});

		it('are 40 a second in one group', async () => {
			await fixture.simulator.close();
			fixture = await startFixture({ rateLimits: true });
			// It stands still, however slow the machine is.
			const { clock } = fixture.simulator.store;
			jest.spyOn(clock, 'now').mockReturnValue(clock.now());
			for (let count = 0; count < 40; count += 1) expect((await send()).code).toBe(0);
			expect((await send()).code).toBe(230020);
		});
	});
});
