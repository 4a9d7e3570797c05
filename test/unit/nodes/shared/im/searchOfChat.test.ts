/** Lists that depend on the chat of the same panel, and those of user groups. */
import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { searchChatMenuItems } from '../../../../../nodes/shared/im/searchChatMenuItems';
import { searchChatTabs } from '../../../../../nodes/shared/im/searchChatTabs';
import { listWalks } from '../../../../../nodes/shared/fields/listWalks';
import { searchUserGroups } from '../../../../../nodes/shared/contact/searchUserGroups';
import type { ListSearch } from '../../../../../nodes/shared/operation/field';
import { rejectionOf } from '../../../../support/feishuCalls';
import { execution, goodCredential } from '../../../../support/nodes/execution';
import { data, FakePlatform, json } from '../../../../support/nodes/fakePlatform';

let platform: FakePlatform;

beforeAll(async () => {
	platform = await FakePlatform.start();
});

beforeEach(() => {
	platform.reset();
	listWalks.forgetAll();
});

afterAll(async () => await platform.stop());

interface Asked {
	chat?: string | null;
	filter?: string;
	token?: string;
}

async function search(method: ListSearch, { chat = 'oc_1', filter = '', token }: Asked = {}) {
	const context = Object.assign(execution({ credential: goodCredential(platform.url) }), {
		getCurrentNodeParameter: (name: string) => (name === 'chat' ? chat : undefined),
	}) as unknown as ILoadOptionsFunctions;
	return await method.call(context, filter, token);
}

const sent = () => platform.requests.map(({ path, query }) => [path, Object.fromEntries(query)]);

const tabs = {
	chat_tabs: [
		{ tab_id: '1', tab_type: 'message' },
		{ tab_id: '2', tab_name: 'Handbook', tab_type: 'url' },
	],
};

const menus = {
	menu_tree: {
		chat_menu_top_levels: [
			{
				chat_menu_top_level_id: '1',
				chat_menu_item: { name: 'More' },
				children: [{ chat_menu_second_level_id: '2', chat_menu_item: { name: 'Rules' } }],
			},
			{ chat_menu_top_level_id: '3', chat_menu_item: { name: 'Sign up' } },
		],
	},
};

it.each([
	['', ['(message)', 'Handbook']],
	['HAND', ['Handbook']],
])('tabs of the chat, by %j', async (filter, names) => {
	platform.answers = [data(tabs)];
	expect((await search(searchChatTabs, { filter })).results.map(({ name }) => name)).toEqual(names);
	expect(sent()).toEqual([['/open-apis/im/v1/chats/oc_1/chat_tabs/list_tabs', {}]]);
});

it.each([
	['', ['1 More', '2 More → Rules', '3 Sign up']],
	['rules', ['2 More → Rules']],
])('entries of its menu, by %j', async (filter, names) => {
	platform.answers = [data(menus)];
	const { results } = await search(searchChatMenuItems, { filter });
	expect(results.map(({ name, value }) => `${String(value)} ${name}`)).toEqual(names);
});

it.each([searchChatTabs, searchChatMenuItems])('%p asks for the chat first', async (method) => {
	for (const chat of ['', null, '={{ $json.chat }}'])
		expect(await rejectionOf(search(method, { chat }))).toMatchObject({
			message: 'Choose the chat first. What is in this list belongs to a chat',
		});
	expect(platform.requests).toEqual([]);
});

it.each([
	[searchChatTabs, { chat_tabs: [] }, 'The chat has no tabs'],
	[searchChatMenuItems, {}, 'The chat has no menu'],
	[searchUserGroups, { grouplist: [] }, 'The app sees no user groups'],
])('%p says that there is nothing', async (method, answer, message) => {
	platform.answers = [data(answer), data(answer)];
	expect((await rejectionOf(search(method))).message).toMatch(new RegExp(`^${message}\\. `));
});

it('user groups: ordinary ones page by page, then dynamic ones', async () => {
	const grouplist = [{ id: 'g1', name: 'On-call' }, { id: 'g2' }];
	platform.answers = [
		data({ grouplist, has_more: true, page_token: 'p2' }),
		data({ grouplist: [], has_more: false }),
		data({ grouplist: [{ id: 'g3', name: 'Rule' }], has_more: false }),
	];
	const names: string[] = [];
	let token: string | undefined;
	do {
		const page = await search(searchUserGroups, { token });
		names.push(...page.results.map(({ name }) => name));
		token = page.paginationToken;
	} while (token !== undefined && platform.requests.length < 5);
	expect(names).toEqual(['On-call', 'g2', 'Rule']);
	expect(sent().map(([, query]) => query)).toEqual([
		{ page_size: '100', type: '1' },
		{ page_size: '100', type: '1', page_token: 'p2' },
		{ page_size: '100', type: '2' },
	]);
});

it.each([
	[searchChatTabs, 'im:chat.tabs:read'],
	[searchChatMenuItems, 'im:chat.menu_tree:read'],
	[searchUserGroups, 'contact:group:readonly'],
])('%p says which scope it needs', async (method, scope) => {
	platform.answers = [json({ code: 99991672, msg: 'Access denied' }, 400)];
	expect(await rejectionOf(search(method))).toMatchObject({
		name: 'NodeApiError',
		message: expect.stringMatching(`^The app lacks the scope ${scope}\\. Add it here: `) as string,
	});
});
