import { type Fixture, first, startFixture } from '../../support/conformance/harness';

const MESSAGES = '/open-apis/im/v1/messages';
const DAY = 86_400_000;
/** Tokens live two hours; moving the clock by days needs one that lives longer. */
const LONG_LIFE = { tokenLifetimeSeconds: 100 * 86_400 };

describe('messages over plain HTTP', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture(LONG_LIFE);
	});
	afterEach(() => fixture.simulator.close());

	const edit = (id: string, text = 'y') =>
		fixture.http.call('PUT', `${MESSAGES}/${id}`, { msg_type: 'text', content: JSON.stringify({ text }) });
	const recall = (id: string) => fixture.http.call('DELETE', `${MESSAGES}/${id}`);
	const write = (text: string) =>
		fixture.http.admin<{ message_id: string }>('POST', `/chats/${fixture.chatId}/messages`, {
			open_id: first(fixture.members),
			text,
		});
	const card = (config: object | undefined, more: object = {}) => ({
		...(config ? { config } : {}),
		elements: [{ tag: 'hr' }],
		...more,
	});
	const sendCard = async (content: object) =>
		String((await fixture.http.send(fixture.chatId, 'interactive', content)).data.message_id);
	const patch = (id: string, content: object) =>
		fixture.http.call('PATCH', `${MESSAGES}/${id}`, { content: JSON.stringify(content) });

	describe('uuid', () => {
		it('sends once within an hour and answers with the first message', async () => {
			const one = await fixture.http.send(fixture.chatId, 'text', { text: 'x' }, { uuid: 'same' });
			const two = await fixture.http.send(fixture.chatId, 'text', { text: 'x' }, { uuid: 'same' });
			expect(two.data.message_id).toBe(one.data.message_id);
			fixture.simulator.store.clock.advance(3_600_001);
			const later = await fixture.http.send(fixture.chatId, 'text', { text: 'x' }, { uuid: 'same' });
			expect(later.data.message_id).not.toBe(one.data.message_id);
		});

		it('holds for first messages to a person, for replies, and for forwards to one target', async () => {
			const direct = () =>
				fixture.http.post(`${MESSAGES}?receive_id_type=open_id`, {
					receive_id: fixture.members[1],
					msg_type: 'text',
					content: '{"text":"x"}',
					uuid: 'd',
				});
			expect((await direct()).data.message_id).toBe((await direct()).data.message_id);
			const id = await fixture.http.text(fixture.chatId, 'x');
			const reply = () =>
				fixture.http.post(`${MESSAGES}/${id}/reply`, { msg_type: 'text', content: '{"text":"x"}', uuid: 'r' });
			expect((await reply()).data.message_id).toBe((await reply()).data.message_id);
			const forward = (to?: string) =>
				fixture.http.post(`${MESSAGES}/${id}/forward?receive_id_type=open_id&uuid=f`, { receive_id: to });
			const [a, again, b] = [
				await forward(fixture.members[0]),
				await forward(fixture.members[0]),
				await forward(fixture.members[1]),
			];
			expect(again.data.message_id).toBe(a.data.message_id);
			expect(b.data.message_id).not.toBe(a.data.message_id);
		});

		it('is at most 50 characters', async () => {
			expect((await fixture.http.send(fixture.chatId, 'text', { text: 'x' }, { uuid: 'u'.repeat(51) })).code).toBe(
				99992402,
			);
		});
	});

	it('refuses a chat without the bot everywhere', async () => {
		expect((await fixture.http.send(fixture.strangeChatId, 'text', { text: 'x' })).code).toBe(230002);
		expect(
			(await fixture.http.get(`${MESSAGES}?container_id_type=chat&container_id=${fixture.strangeChatId}`)).code,
		).toBe(230002);
		expect((await fixture.http.get(`/open-apis/im/v1/chats/${fixture.strangeChatId}/members`)).code).toBe(232011);
		const { message_id: id } = await fixture.http.admin<{ message_id: string }>(
			'POST',
			`/chats/${fixture.strangeChatId}/messages`,
			{ open_id: first(fixture.members), text: 'x' },
		);
		expect((await fixture.http.get(`${MESSAGES}/${id}`)).code).toBe(230002);
		expect((await fixture.http.post(`${MESSAGES}/${id}/reactions`, { reaction_type: { emoji_type: 'OK' } })).code).toBe(
			231002,
		);
		expect((await fixture.http.get(`${MESSAGES}/${id}/resources/file_x?type=file`)).code).toBe(234004);
	});

	it('edits its own text at most 20 times, and nothing else', async () => {
		const id = await fixture.http.text(fixture.chatId, 'x');
		for (let count = 0; count < 20; count += 1) expect((await edit(id, `edit ${count}`)).code).toBe(0);
		expect((await edit(id)).code).toBe(230072);
		expect((await edit((await write('theirs')).message_id)).code).toBe(230071);
		expect((await edit(await sendCard(card({ update_multi: true })))).code).toBe(230054);
	});

	it('recalls its own message within a day, once; then nothing works on it', async () => {
		const id = await fixture.http.text(fixture.chatId, 'x');
		const old = await fixture.http.text(fixture.chatId, 'old');
		expect((await recall(id)).data).toEqual({});
		expect((await recall(id)).code).toBe(230110);
		expect((await edit(id)).code).toBe(230011);
		expect(
			(await fixture.http.post(`${MESSAGES}/${id}/reply`, { msg_type: 'text', content: '{"text":"x"}' })).code,
		).toBe(230011);
		expect(
			(await fixture.http.post(`${MESSAGES}/${id}/forward?receive_id_type=chat_id`, { receive_id: fixture.chatId }))
				.code,
		).toBe(230065);
		expect((await fixture.http.post(`${MESSAGES}/${id}/reactions`, { reaction_type: { emoji_type: 'OK' } })).code).toBe(
			231003,
		);
		expect((await recall((await write('theirs')).message_id)).code).toBe(230026);
		fixture.simulator.store.clock.advance(DAY + 1000);
		expect((await recall(old)).code).toBe(230009);
	});

	it('updates a shared card for 14 days and never from 2.0 to 1.0', async () => {
		const id = await sendCard(card({ update_multi: true }));
		expect((await patch(id, card({ update_multi: true }))).code).toBe(0);
		expect((await patch(id, card(undefined))).code).toBe(230001);
		expect((await patch(await fixture.http.text(fixture.chatId, 'x'), card({ update_multi: true }))).code).toBe(230001);
		const second = await sendCard({ schema: '2.0', body: { elements: [{ tag: 'hr' }] } });
		expect(await patch(second, card({ update_multi: true }))).toMatchObject({
			code: 230099,
			msg: expect.stringContaining('ErrCode: 200830'),
		});
		fixture.simulator.store.clock.advance(15 * DAY);
		expect((await patch(id, card({ update_multi: true }))).code).toBe(230031);
	});

	it('tells readers only of its own messages of the last 7 days', async () => {
		const id = await fixture.http.text(fixture.chatId, 'x');
		const read = (messageId: string) => fixture.http.get(`${MESSAGES}/${messageId}/read_users?user_id_type=open_id`);
		expect((await read((await write('theirs')).message_id)).code).toBe(230012);
		expect((await read(id)).code).toBe(0);
		fixture.simulator.store.clock.advance(8 * DAY);
		expect((await read(id)).code).toBe(230033);
	});

	it('merges only what lies in one chat', async () => {
		const other = [...fixture.simulator.store.im.chats.values()][1]?.chat_id ?? '';
		const ids = [await fixture.http.text(fixture.chatId, 'x'), await fixture.http.text(other, 'y')];
		const merge = (message_id_list: string[]) =>
			fixture.http.post(`${MESSAGES}/merge_forward?receive_id_type=chat_id`, {
				receive_id: fixture.chatId,
				message_id_list,
			});
		expect((await merge(ids)).code).toBe(230069);
		expect((await merge(['om_unknown'])).code).toBe(230064);
		expect((await merge(Array.from({ length: 101 }, () => 'om_x'))).code).toBe(99992402);
	});

	it('reacts with known emoji, once, and removes only its own', async () => {
		const id = await fixture.http.text(fixture.chatId, 'x');
		const react = (emoji_type: string) =>
			fixture.http.post(`${MESSAGES}/${id}/reactions`, { reaction_type: { emoji_type } });
		expect((await react('NOT_AN_EMOJI')).code).toBe(231001);
		expect((await react('DONE')).data.reaction_id).toBe((await react('DONE')).data.reaction_id);
		const { reaction_id: theirs } = await fixture.http.admin<{ reaction_id: string }>(
			'POST',
			`/messages/${id}/reactions`,
			{ open_id: first(fixture.members), emoji_type: 'OK' },
		);
		const remove = (reactionId: string, messageId = id) =>
			fixture.http.call('DELETE', `${MESSAGES}/${messageId}/reactions/${reactionId}`);
		expect((await remove(theirs)).code).toBe(231007);
		expect((await remove('unknown')).code).toBe(231011);
		expect((await remove(theirs, await fixture.http.text(fixture.chatId, 'y'))).code).toBe(231010);
	});

	describe('history', () => {
		const list = (query: string) =>
			fixture.http.get(`${MESSAGES}?container_id_type=chat&container_id=${fixture.chatId}&${query}`);
		const texts = (answer: { data: Record<string, unknown> }) =>
			(answer.data.items as Array<{ body: { content: string } }>).map(
				(item) => (JSON.parse(item.body.content) as { text: string }).text,
			);

		beforeEach(async () => {
			for (const text of ['a', 'b', 'c', 'd', 'e']) {
				fixture.simulator.store.clock.advance(10_000);
				await fixture.http.text(fixture.chatId, text);
			}
		});

		it('pages with a token that belongs to its query', async () => {
			const one = await list('sort_type=ByCreateTimeDesc&page_size=2');
			expect([texts(one), one.data.has_more]).toEqual([['e', 'd'], true]);
			const token = String(one.data.page_token);
			expect(texts(await list(`sort_type=ByCreateTimeDesc&page_size=2&page_token=${token}`))).toEqual(['c', 'b']);
			expect((await list(`sort_type=ByCreateTimeAsc&page_size=2&page_token=${token}`)).code).toBe(230001);
			expect((await list('page_token=nonsense')).code).toBe(230001);
			const last = await list('page_size=50');
			expect([last.data.has_more, last.data.page_token]).toEqual([false, undefined]);
		});

		it('takes times in seconds and refuses milliseconds', async () => {
			const third =
				[...fixture.simulator.store.im.messages.values()].find((message) => message.content === '{"text":"c"}')
					?.create_time ?? 0;
			const second = Math.floor(third / 1000);
			expect(texts(await list(`start_time=${second}&end_time=${second}`))).toEqual(['c']);
			expect((await list(`start_time=${third}`)).code).toBe(230001);
		});

		it('shows a thread by its root only', async () => {
			const id = await fixture.http.text(fixture.chatId, 'root');
			const reply = await fixture.http.post(`${MESSAGES}/${id}/reply`, {
				msg_type: 'text',
				content: '{"text":"inside"}',
				reply_in_thread: true,
			});
			expect(texts(await list('page_size=50'))).not.toContain('inside');
			const thread = `container_id_type=thread&container_id=${String(reply.data.thread_id)}`;
			expect(texts(await fixture.http.get(`${MESSAGES}?${thread}`))).toEqual(['root', 'inside']);
			expect((await fixture.http.get(`${MESSAGES}?${thread}&start_time=1`)).code).toBe(230001);
		});
	});
});
