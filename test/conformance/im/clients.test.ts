/** What the official clients ask for, and the fields and lists that came with them. */
import { groupOf } from '../../../simulator/state/chats';
import { chatIn } from '../../support/conformance/groups';
import { type Fixture, type Reply, startFixture } from '../../support/conformance/harness';

const MESSAGES = '/open-apis/im/v1/messages';
const STREAMING = {
	schema: '2.0',
	config: { streaming_mode: true },
	body: { elements: [{ tag: 'markdown', element_id: 'text_1', content: '' }] },
};

describe('what clients ask for', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture();
	});
	afterEach(() => fixture.simulator.close());

	const settings = (values: object) => fixture.http.admin('PUT', '/settings', values);
	const idOf = ({ data }: Reply) => String(data.message_id);
	const send = (text: string, type = 'text', content: object = { text }) =>
		fixture.http.send(fixture.chatId, type, content);
	type Item = { message_id: string; chat_id: string; sender: object; body: { content: string }; mentions?: object[] };
	const items = async (path: string) => (await fixture.http.get(path)).data.items as Item[];

	it('several messages at once, without those that it may not see', async () => {
		const ids = [idOf(await send('a')), 'om_nosuch', idOf(await send('b'))];
		const query = ids.map((id) => `message_ids=${id}`).join('&');
		const found = await items(`${MESSAGES}/mget?${query}&card_msg_content_type=raw_card_content`);
		expect(found.map(({ message_id: id }) => id)).toEqual([ids[0], ids[2]]);
	});

	it('a card as it is kept, or as it was sent', async () => {
		const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Hi' }] } };
		const id = idOf(await send('', 'interactive', card));
		const content = async (type: string) => {
			const [message] = await items(`${MESSAGES}/${id}?card_msg_content_type=${type}`);
			return JSON.parse(message?.body.content ?? '') as Record<string, unknown>;
		};
		expect(await content('user_card_content')).toMatchObject(card);
		const { json_card, ...rest } = await content('raw_card_content');
		expect(JSON.parse(String(json_card))).toMatchObject(card);
		expect(rest).toEqual({ json_attachment: '{}', card_schema: 2 });
	});

	it('who sent it, its place and whom it mentions', async () => {
		const { simulator, members } = fixture;
		const [app] = simulator.store.apps.values();
		const id = idOf(await send(`<at user_id="${app?.bot_open_id}"></at> <at user_id="${members[0]}"></at>`));
		const [message] = await items(`${MESSAGES}/${id}?with_sender_name=true&user_id_type=union_id`);
		expect(message).toMatchObject({
			sender: { open_bot_id: app?.bot_open_id, sender_i18n_names: { zh_cn: app?.name } },
			message_position: expect.stringMatching(/^\d+$/) as string,
			mentions: [
				{ id: simulator.appId, id_type: 'app_id', mentioned_type: 'bot' },
				{ id_type: 'union_id', mentioned_type: 'user' },
			],
		});
	});

	it('its place in a thread', async () => {
		const root = idOf(await send('a'));
		const body = { msg_type: 'text', content: '{"text":"b"}', reply_in_thread: true };
		const inside = idOf(await fixture.http.post(`${MESSAGES}/${root}/reply`, body));
		const places = [];
		for (const id of [root, inside]) places.push(...(await items(`${MESSAGES}/${id}`)));
		expect(places).toMatchObject([{ thread_message_position: '1' }, { thread_message_position: '2' }]);
	});

	it('roots of threads only', async () => {
		const root = idOf(await send('a'));
		await fixture.http.post(`${MESSAGES}/${root}/reply`, { msg_type: 'text', content: '{"text":"b"}' });
		const history = `${MESSAGES}?container_id_type=chat&container_id=${fixture.chatId}&page_size=50`;
		const all = await items(history);
		const roots = await items(`${history}&only_thread_root_messages=true`);
		expect(roots).toHaveLength(all.length - 1);
	});

	it.each([
		['applied', false],
		['ignored', true],
	])('settings of a card without config around them, %s', async (bareCardSettings, streaming) => {
		await settings({ bareCardSettings });
		const { data } = await fixture.http.post('/open-apis/cardkit/v1/cards', {
			type: 'card_json',
			data: JSON.stringify(STREAMING),
		});
		const path = `/open-apis/cardkit/v1/cards/${String(data.card_id)}/settings`;
		const body = { settings: '{"streaming_mode":false}', sequence: 1 };
		expect((await fixture.http.call('PATCH', path, body)).code).toBe(0);
		const card = fixture.simulator.store.cards.entities.get(String(data.card_id))?.card;
		expect(card).toMatchObject({ config: { streaming_mode: streaming } });
	});

	it('its conversations of two, which have no settings of groups', async () => {
		const { members } = fixture;
		await fixture.http.post(`${MESSAGES}?receive_id_type=open_id`, {
			receive_id: members[0],
			msg_type: 'text',
			content: '{"text":"x"}',
		});
		const pairs = await items('/open-apis/im/v1/chats?types=p2p&page_size=100');
		expect(pairs).toContainEqual(
			expect.objectContaining({ chat_mode: 'p2p', p2p_target_type: 'user', p2p_target_id: members[0] }),
		);
		const id = pairs.find((chat) => Reflect.get(chat, 'p2p_target_id') === members[0])?.chat_id;
		const { data } = await fixture.http.get(`/open-apis/im/v1/chats/${id}`);
		expect(data).toMatchObject({ chat_mode: 'p2p' });
		expect(Object.keys(data)).not.toContain('membership_approval');
		expect(Object.keys(data)).not.toContain('chat_type');
	});

	it('groups that everybody may find, by their names in all languages', async () => {
		const chat = chatIn(fixture.simulator, fixture.strangeChatId);
		groupOf(chat).i18n_names.en_us = 'Quantum Corner';
		const search = () => items('/open-apis/im/v1/chats/search?query=quantum');
		expect(await search()).toEqual([]);
		groupOf(chat).settings.chat_type = 'public';
		expect((await search()).map(({ chat_id: id }) => id)).toEqual([chat.chat_id]);
	});

	it.each([
		['zhiban', ['值班告警 On-call']],
		['Ban Gao', ['值班告警 On-call']],
		['zhibangaojing on', ['值班告警 On-call']],
		['anga', []],
		['zbgj', []],
	])('groups by the pinyin of their names: %s', async (query, names) => {
		const found = await items(`/open-apis/im/v1/chats/search?query=${encodeURIComponent(query)}`);
		expect(found.map((chat) => Reflect.get(chat, 'name') as string)).toEqual(names);
	});

	it.each([
		['chats', () => '/open-apis/im/v1/chats?page_size=3'],
		['members', () => `/open-apis/im/v1/chats/${fixture.chatId}/members?page_size=2`],
		['messages', () => `${MESSAGES}?container_id_type=chat&container_id=${fixture.chatId}&page_size=3`],
	])('pages of %s that are short or empty although more follow', async (_what, path) => {
		const walk = async () => {
			const all: unknown[] = [];
			const sizes: number[] = [];
			for (let token = ''; ; ) {
				const { data } = await fixture.http.get(`${path()}&page_token=${token}`);
				const found = data.items as unknown[];
				all.push(...found);
				sizes.push(found.length);
				if (!data.has_more) return { all, sizes };
				token = String(data.page_token);
			}
		};
		const full = await walk();
		await settings({ pages: 'uneven' });
		const uneven = await walk();
		expect(uneven.sizes[0]).toBe(0);
		expect(uneven.all).toEqual(full.all);
	});
});
