/** What the platform refuses although the request reads well: muted groups, system messages, words, old messages. */
import { groupOf } from '../../../simulator/state/chats';
import { chatIn, ownGroup } from '../../support/conformance/groups';
import { type Fixture, PNG, type Reply, sdkClient, startFixture } from '../../support/conformance/harness';

const MESSAGES = '/open-apis/im/v1/messages';

describe('messages that the platform does not want', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture();
	});
	afterEach(() => fixture.simulator.close());

	const settings = (values: object) => fixture.http.admin('PUT', '/settings', values);
	const send = (type: string, content: object, chatId = fixture.chatId) => fixture.http.send(chatId, type, content);
	const idOf = ({ data }: Reply) => String(data.message_id);
	const reply = (id: string, body: object = { msg_type: 'text', content: '{"text":"x"}' }) =>
		fixture.http.post(`${MESSAGES}/${id}/reply`, body);
	const edit = (id: string, text = 'y') =>
		fixture.http.call('PUT', `${MESSAGES}/${id}`, { msg_type: 'text', content: JSON.stringify({ text }) });
	const sendTo = (idType: string, id: string, type: string, content: object) =>
		fixture.http.post(`${MESSAGES}?receive_id_type=${idType}`, {
			receive_id: id,
			msg_type: type,
			content: JSON.stringify(content),
		});
	const post = (...nodes: object[]) => send('post', { zh_cn: { title: '', content: [nodes] } });

	describe('in a group that is muted', () => {
		let own: string;
		let message: string;
		beforeEach(async () => {
			own = await ownGroup(sdkClient(fixture.simulator), [fixture.members[0] ?? ''], {
				owner_id: fixture.members[0],
			});
			message = idOf(await send('text', { text: 'x' }, own));
			groupOf(chatIn(fixture.simulator, own)).settings.moderation_permission = 'only_owner';
		});

		it.each([
			[{}, 230035],
			[{ mutedGroup: 'groupSettings' }, 230018],
			[{ makerInMutedGroup: 'speaks' }, 0],
		])('the bot that made it writes, replies and edits with %j: %i', async (answers, code) => {
			await settings(answers);
			const all = [await send('text', { text: 'x' }, own), await reply(message), await edit(message)];
			expect(all.map((one) => one.code)).toEqual([code, code, code]);
		});

		it('a manager writes', async () => {
			groupOf(chatIn(fixture.simulator, own)).bot_managers.push(fixture.simulator.appId);
			expect((await send('text', { text: 'x' }, own)).code).toBe(0);
		});
	});

	describe('system messages', () => {
		const divider = (text: string, more: object = {}) => ({
			type: 'divider',
			params: { divider_text: { text, ...more } },
		});
		const sendDivider = (content: object) => sendTo('open_id', fixture.members[0] ?? '', 'system', content);

		it('take no reply, reaction, urgency and recall', async () => {
			const id = idOf(await sendDivider(divider('New')));
			const react = { reaction_type: { emoji_type: 'OK' } };
			const people = { user_id_list: [fixture.members[0]] };
			expect((await reply(id)).code).toBe(230054);
			expect((await fixture.http.post(`${MESSAGES}/${id}/reactions`, react)).code).toBe(231017);
			const urgent = `${MESSAGES}/${id}/urgent_app?user_id_type=open_id`;
			expect((await fixture.http.call('PATCH', urgent, people)).code).toBe(230052);
			expect((await fixture.http.call('DELETE', `${MESSAGES}/${id}`)).code).toBe(230054);
		});

		it('are read back with their languages in small letters', async () => {
			const { data } = await sendDivider(divider('New', { i18n_text: { zh_CN: '新', en_US: 'New' } }));
			const [item] = (await fixture.http.get(`${MESSAGES}/${String(data.message_id)}`)).data.items as [
				{ body: { content: string } },
			];
			expect(JSON.parse(item.body.content)).toMatchObject({
				divider_text: { text: 'New', i18n_text: { zh_cn: '新', en_us: 'New' } },
			});
		});

		it('are no replies, and need a scope', async () => {
			const id = idOf(await sendTo('open_id', fixture.members[0] ?? '', 'text', { text: 'x' }));
			expect((await reply(id, { msg_type: 'system', content: JSON.stringify(divider('New')) })).code).toBe(230001);
			for (const app of fixture.simulator.store.apps.values()) app.scopes = ['im:message:send_as_bot'];
			expect(await sendDivider(divider('New'))).toMatchObject({
				code: 230027,
				msg: expect.stringContaining('im:message:send_sys_msg') as string,
			});
		});

		it.each([
			['twenty letters', divider('abcdefghijklmnopqrst'), 0],
			['ten Chinese characters', divider('一二三四五六七八九十'), 0],
			['eleven of them', divider('一二三四五六七八九十一'), 230001],
			['known languages', divider('New', { i18n_text: { zh_CN: '新', en_US: 'New' } }), 0],
			['an unknown language', divider('New', { i18n_text: { xx_XX: 'New' } }), 230001],
			['nothing in a language', divider('New', { i18n_text: { zh_CN: '' } }), 230001],
		])('hold %s', async (_what, content, code) => {
			expect((await sendDivider(content)).code).toBe(code);
		});
	});

	it.each([
		['a link without a scheme', { tag: 'a', text: 'x', href: 'nolink' }, 'href'],
		['an unknown emotion', { tag: 'emotion', emoji_type: 'ZZZ' }, 'emoji_type is invalid'],
		[
			'an unknown person in Markdown',
			{ tag: 'md', text: '<at user_id="ou_nosuch"></at>' },
			"md tag's text field contains invalid user id",
		],
	])('posts have not %s', async (_what, node, words) => {
		expect(await post(node)).toMatchObject({ code: 230001, msg: expect.stringContaining(words) as string });
	});

	it('words that are blocked, or kept inside by the company, are neither sent nor edited in', async () => {
		const id = idOf(await send('text', { text: 'x' }));
		await settings({ blockedWords: ['casino'], protectedWords: ['salary list'] });
		expect((await send('text', { text: 'the casino' })).code).toBe(230022);
		expect((await edit(id, 'the salary list')).code).toBe(230028);
	});

	it('are edited as long as the administrator lets them be', async () => {
		const id = idOf(await send('text', { text: 'x' }));
		const message = fixture.simulator.store.im.messages.get(id);
		if (message) message.create_time -= 23 * 3_600_000;
		expect((await edit(id)).code).toBe(0);
		if (message) message.create_time -= 2 * 3_600_000;
		expect((await edit(id)).code).toBe(230075);
	});

	it('mention all only where members may', async () => {
		groupOf(chatIn(fixture.simulator, fixture.chatId)).settings.at_all_permission = 'only_owner';
		expect((await send('text', { text: '<at user_id="all"></at>' })).code).toBe(230018);
	});

	it('of a thread are not forwarded with others', async () => {
		const [root, other] = [idOf(await send('text', { text: 'a' })), idOf(await send('text', { text: 'b' }))];
		const inside = idOf(await reply(root, { msg_type: 'text', content: '{"text":"c"}', reply_in_thread: true }));
		const forward = (ids: string[], target = fixture.chatId) =>
			fixture.http.post(`${MESSAGES}/merge_forward?receive_id_type=chat_id`, {
				receive_id: target,
				message_id_list: ids,
			});
		expect((await forward([other, inside])).code).toBe(230067);
		expect((await forward([root, other])).code).toBe(0);
		expect((await forward([other], 'oc_nosuch')).code).toBe(230063);
		const one = `${MESSAGES}/${other}/forward?receive_id_type=open_id`;
		expect((await fixture.http.post(one, { receive_id: 'ou_nosuch' })).code).toBe(230034);
	});

	it('hold no avatars, which are not downloaded either', async () => {
		const form = new FormData();
		form.set('image_type', 'avatar');
		form.set('image', new Blob([PNG]), 'a.png');
		const { data } = await fixture.http.post('/open-apis/im/v1/images', form);
		const key = String(data.image_key);
		expect((await fixture.http.get(`/open-apis/im/v1/images/${key}`)).code).toBe(234001);
		expect((await send('image', { image_key: key })).code).toBe(230001);
	});

	it('have no reactions of an unknown kind', async () => {
		const id = idOf(await send('text', { text: 'x' }));
		expect((await fixture.http.get(`${MESSAGES}/${id}/reactions?reaction_type=NOPE`)).code).toBe(231001);
	});
});
