/** Refusals that follow from what no request can set: what a group, a message or the company is. */
import { chatIn, ownGroup } from '../../support/conformance/groups';
import { type Fixture, sdkClient, startFixture } from '../../support/conformance/harness';

const MESSAGES = '/open-apis/im/v1/messages';
const CARD = { msg_type: 'interactive', content: JSON.stringify({ elements: [{ tag: 'hr' }] }) };

describe('conditions', () => {
	let fixture: Fixture;
	let own: string;
	let messageId: string;
	let threadId: string;
	beforeEach(async () => {
		fixture = await startFixture();
		own = await ownGroup(sdkClient(fixture.simulator), fixture.members.slice(0, 2));
		messageId = await fixture.http.text(own, 'x');
		const reply = { msg_type: 'text', content: '{"text":"y"}', reply_in_thread: true };
		const { data } = await fixture.http.post(`${MESSAGES}/${await fixture.http.text(own, 'z')}/reply`, reply);
		threadId = String(data.thread_id);
	});
	afterEach(() => fixture.simulator.close());

	const chat = (what: string) => `/open-apis/im/v1/chats/${own}${what}`;
	const to = (id: string, type = 'chat_id') => [`?receive_id_type=${type}`, { receive_id: id }] as const;

	/** By a name for each: a call that the platform takes, as long as nothing is the matter. */
	const CALLS = {
		send: () => fixture.http.send(own, 'text', { text: 'x' }),
		'send a card': () => fixture.http.post(`${MESSAGES}${to(own)[0]}`, { ...CARD, receive_id: own }),
		reply: () => fixture.http.post(`${MESSAGES}/${messageId}/reply`, { msg_type: 'text', content: '{"text":"y"}' }),
		edit: () => fixture.http.call('PUT', `${MESSAGES}/${messageId}`, { msg_type: 'text', content: '{"text":"y"}' }),
		forward: () => fixture.http.post(`${MESSAGES}/${messageId}/forward${to(fixture.chatId)[0]}`, to(fixture.chatId)[1]),
		'forward into': async () => {
			const other = await fixture.http.text(fixture.chatId, 'x');
			return await fixture.http.post(`${MESSAGES}/${other}/forward${to(own)[0]}`, to(own)[1]);
		},
		'forward into a thread': async () => {
			const [query, body] = to(threadId, 'thread_id');
			return await fixture.http.post(
				`${MESSAGES}/${await fixture.http.text(fixture.chatId, 'x')}/forward${query}`,
				body,
			);
		},
		'forward a thread': () => {
			const [query, body] = to(fixture.chatId);
			return fixture.http.post(`/open-apis/im/v1/threads/${threadId}/forward${query}`, body);
		},
		'read a thread': () => fixture.http.get(`${MESSAGES}?container_id_type=thread&container_id=${threadId}`),
		link: () => fixture.http.post(chat('/link')),
		mute: () => fixture.http.call('PUT', chat('/moderation'), { moderation_setting: 'only_owner' }),
		'join freely': () => fixture.http.call('PUT', chat(''), { membership_approval: 'no_approval_required' }),
		rename: () => fixture.http.call('PUT', chat(''), { name: 'New' }),
		'make public': () => fixture.http.call('PUT', chat(''), { name: 'Public', chat_type: 'public' }),
		restrict: () =>
			fixture.http.call('PUT', chat(''), {
				restricted_mode_setting: { status: true, message_has_permission_setting: 'not_anyone' },
			}),
		'hide the count': () => fixture.http.call('PUT', chat(''), { hide_member_count_setting: 'only_owner' }),
		add: () => fixture.http.post(chat('/members'), { id_list: fixture.members.slice(2, 3) }),
		react: () => fixture.http.post(`${MESSAGES}/${messageId}/reactions`, { reaction_type: { emoji_type: 'OK' } }),
		pin: () => fixture.http.post('/open-apis/im/v1/pins', { message_id: messageId }),
		urge: () =>
			fixture.http.call('PATCH', `${MESSAGES}/${messageId}/urgent_app?user_id_type=open_id`, {
				user_id_list: fixture.members.slice(0, 1),
			}),
		'add a tab': () =>
			fixture.http.post(chat('/chat_tabs'), {
				chat_tabs: [{ tab_name: 'T', tab_type: 'doc', tab_content: { doc: 'https://x.feishu.cn/docx/1' } }],
			}),
		'add a menu': () =>
			fixture.http.post(chat('/menu_tree'), {
				menu_tree: { chat_menu_top_levels: [{ chat_menu_item: { action_type: 'NONE', name: 'M' } }] },
			}),
		upload: () => {
			const form = new FormData();
			form.append('file_type', 'stream');
			form.append('file_name', 'a.txt');
			form.append('file', new Blob(['x']), 'a.txt');
			return fixture.http.post('/open-apis/im/v1/files', form);
		},
	};
	type Name = keyof typeof CALLS;

	it.each(Object.keys(CALLS) as Name[])('%s is taken where nothing is the matter', async (name) => {
		expect(await CALLS[name]()).toMatchObject({ code: 0 });
	});

	it.each<[condition: string, Name, code: number]>([
		['secret', 'forward', 230066],
		['secret', 'forward a thread', 230066],
		['secret', 'edit', 230073],
		['secret', 'send', 230075],
		['secret', 'reply', 230075],
		['secret', 'link', 232061],
		['encrypted', 'forward into', 230062],
		['encrypted', 'edit', 230074],
		['encrypted', 'send', 230075],
		['team', 'link', 232063],
		['banned', 'mute', 232060],
		['meeting', 'mute', 232092],
		['meeting', 'join freely', 232093],
		['meeting', 'rename', 0],
		['otherCompany', 'rename', 232010],
		['otherCompany', 'add', 232010],
		['archived', 'react', 231004],
		['sending', 'send', 230049],
		['sending', 'reply', 230049],
		['connected', 'send a card', 230054],
		['connected', 'send', 0],
		['full', 'add', 232044],
		['documentForbidden', 'add a tab', 232051],
		['menuChanging', 'add a menu', 232073],
		['threadsHidden', 'read a thread', 230073],
		['threadsHidden', 'forward a thread', 230073],
		['threadsHidden', 'forward into a thread', 230074],
		['threadsHidden', 'send', 0],
	])('in a group that is %s: %s → %i', async (condition, name, code) => {
		await fixture.http.admin('PUT', `/chats/${own}`, { conditions: [condition] });
		expect((await CALLS[name]()).code).toBe(code);
	});

	it.each<[condition: string, Name, code: number]>([
		['selfDestructs', 'pin', 230111],
		['selfDestructs', 'reply', 230111],
		['folded', 'urge', 230098],
		['threadRemoved', 'react', 231005],
		['reactionPending', 'react', 231015],
	])('of a message that is %s: %s → %i', async (condition, name, code) => {
		await fixture.http.admin('PUT', `/messages/${messageId}`, { conditions: [condition] });
		expect((await CALLS[name]()).code).toBe(code);
	});

	it.each<[condition: string, Name, code: number]>([
		['keyDeleted', 'send', 230036],
		['keyDeleted', 'upload', 234041],
		['storageFull', 'upload', 234042],
		['writesStopped', 'upload', 232096],
		['noPublicGroups', 'make public', 232091],
		['noPublicGroups', 'rename', 0],
		['noRestrictedMode', 'restrict', 232057],
		['noHiddenCounts', 'hide the count', 232078],
		['noReactions', 'react', 231020],
	])('in a company with %s: %s → %i', async (condition, name, code) => {
		await fixture.http.admin('PUT', '/settings', { company: [condition] });
		expect((await CALLS[name]()).code).toBe(code);
	});

	it('no name holds a blocked word, and no group with outsiders is public', async () => {
		await fixture.http.admin('PUT', '/settings', { blockedWords: ['New'] });
		expect((await CALLS.rename()).code).toBe(232023);
		await fixture.http.admin('PUT', `/chats/${own}`, { external: true });
		expect((await CALLS['make public']()).code).toBe(232069);
	});

	it('a conversation with somebody of another company takes no messages', async () => {
		const to = { receive_id: fixture.members[0], msg_type: 'text', content: '{"text":"x"}' };
		const write = () => fixture.http.post(`${MESSAGES}?receive_id_type=chat_id`, { ...to, receive_id: direct });
		const direct = String((await fixture.http.post(`${MESSAGES}?receive_id_type=open_id`, to)).data.chat_id);
		expect((await write()).code).toBe(0);
		await fixture.http.admin('PUT', `/chats/${direct}`, { conditions: ['otherCompany'] });
		expect((await write()).code).toBe(230038);
	});

	it('a condition that there is not is refused', async () => {
		const answer = await fixture.http.admin('PUT', `/chats/${own}`, { conditions: ['nonsense'] });
		expect(answer).toMatchObject({ message: expect.stringContaining('nonsense') as string });
		expect(chatIn(fixture.simulator, own).conditions).toBeUndefined();
		await fixture.http.admin('PUT', '/settings', { company: ['nonsense'] });
		expect(fixture.simulator.store.settings.company).toEqual([]);
	});
});

describe('a group whose settings change too often', () => {
	it('refuses with a code of groups', async () => {
		const fixture = await startFixture({ rateLimits: true });
		const { clock } = fixture.simulator.store;
		jest.spyOn(clock, 'now').mockReturnValue(clock.now());
		const link = () => fixture.http.post(`/open-apis/im/v1/chats/${fixture.chatId}/link`);
		const answers = await Promise.all(Array.from({ length: 21 }, link));
		await fixture.simulator.close();
		expect(answers.map(({ code }) => code).sort()).toEqual([...Array.from({ length: 20 }, () => 0), 232019]);
	});
});
