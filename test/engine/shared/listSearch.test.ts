/** The lists from which people choose, in n8n's own context for them. */
import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { Feishu } from '../../../nodes/Feishu/Feishu.node';
import { FeishuChat } from '../../../nodes/FeishuChat/FeishuChat.node';
import { FeishuContact } from '../../../nodes/FeishuContact/FeishuContact.node';
import { listWalks } from '../../../nodes/shared/fields/listWalks';
import type { ListSearch } from '../../../nodes/shared/operation/field';
import type { User } from '../../../simulator';
import { groupOf } from '../../../simulator/state/chats';
import { type CredentialRef, list, listContext, usePlatform } from '../../support/engine';

const platform = usePlatform();

const NODES = [new Feishu(), new FeishuChat(), new FeishuContact()];

beforeEach(() => listWalks.forgetAll());

const listSearch: Record<string, ListSearch | undefined> = Object.assign(
	{},
	...NODES.map(({ methods }) => methods.listSearch),
);

/** What the panel holds where a list depends on another field. */
const PANELS: Readonly<Record<string, INodeParameters>> = {
	searchChatTabs: { resource: 'tab', operation: 'update' },
	searchChatMenuItems: { resource: 'menu', operation: 'update' },
};

interface Query {
	filter?: string;
	token?: unknown;
	credential?: CredentialRef;
}

async function search(
	method: string,
	{ filter, token, credential = platform.credential }: Query = {},
): Promise<INodeListSearchResult> {
	const find = listSearch[method];
	if (!find) throw new Error(`There is no list ${method}`);
	const panel = PANELS[method] && { ...PANELS[method], chat: list(platform.chat.chat_id) };
	return await find.call(
		listContext(panel ? 'feishuChat' : 'feishu', credential, panel),
		filter,
		token as string | undefined,
	);
}

/** Every page, as the editor fetches them when people scroll. */
async function all(method: string, filter?: string): Promise<INodeListSearchResult['results']> {
	const results: INodeListSearchResult['results'] = [];
	let token: unknown;
	do {
		const page = await search(method, { filter, token });
		results.push(...page.results);
		token = page.paginationToken;
	} while (token);
	return results;
}

test.each(NODES)('$description.displayName has every list that a field names, and no other', (node) => {
	const named = JSON.stringify(node.description.properties).matchAll(/"searchListMethod":"(\w+)"/g);
	expect([...new Set([...named].map(([, name]) => name))].sort()).toEqual(Object.keys(node.methods.listSearch).sort());
});

describe('chats', () => {
	test('are the groups of the app, the most active first', async () => {
		platform.userMessage('newest', 'text', platform.chats[1]);
		const { results } = await search('searchChats');
		expect(results[0]).toEqual({ name: platform.chats[1]?.name, value: platform.chats[1]?.chat_id });
		expect(results.map(({ value }) => value).sort()).toEqual(platform.chats.map(({ chat_id }) => chat_id).sort());
	});

	test('are found by their name', async () => {
		const { results } = await search('searchChats', { filter: 'on-call' });
		expect(results.map(({ name }) => name)).toEqual(['值班告警 On-call']);
	});

	test('come page by page', async () => {
		platform.addChats(120);
		const found = await all('searchChats');
		expect(found).toHaveLength(platform.chats.length);
		expect(new Set(found.map(({ value }) => value)).size).toBe(platform.chats.length);
		expect(platform.calls).toHaveLength(3);
		expect(await all('searchChats', 'Test group')).toHaveLength(120);
	});
});

describe('people', () => {
	const label = ({ name, email }: User) => `${name} (${email})`;

	test('are those of every department', async () => {
		const found = await all('searchUsers');
		expect([...new Set(found.map(({ value }) => value))].sort()).toEqual([...platform.store.users.keys()].sort());
		expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(platform.users.map(label)));
	});

	test('are found by name and by address', async () => {
		const { user } = platform;
		expect(new Set((await all('searchUsers', user.name)).map(({ value }) => value))).toEqual(new Set([user.open_id]));
		expect(new Set((await all('searchUsers', user.email.toUpperCase())).map(({ value }) => value))).toEqual(
			new Set([user.open_id]),
		);
	});
});

describe('departments', () => {
	test('are all levels, and the whole organization', async () => {
		const found = await all('searchDepartments');
		expect(found[0]).toEqual({ name: 'Whole Organization', value: '0' });
		expect(
			found
				.slice(1)
				.map(({ value }) => value)
				.sort(),
		).toEqual([...platform.store.departments.keys()].sort());
	});

	test('are found by their name', async () => {
		expect((await all('searchDepartments', '平台')).map(({ name }) => name)).toEqual(['平台组']);
	});
});

test('tabs and menu entries are those of the chosen chat', async () => {
	const group = groupOf(platform.chat);
	group.tabs.push(
		{ tab_id: '801', tab_type: 'message' },
		{ tab_id: '802', tab_name: 'Handbook', tab_type: 'url', tab_content: { url: 'https://example.com' } },
	);
	const chat_menu_item = { action_type: 'NONE' as const, name: 'More' };
	group.menu.push({ chat_menu_top_level_id: '811', chat_menu_item, children: [] });
	expect(await all('searchChatTabs', 'hand')).toEqual([{ name: 'Handbook', value: '802' }]);
	expect(await all('searchChatMenuItems')).toEqual([{ name: 'More', value: '811' }]);
});

test('user groups are found by their name, whatever their type', async () => {
	const groups = [...platform.store.userGroups.values()];
	expect((await all('searchUserGroups')).map(({ value }) => value).sort()).toEqual(groups.map(({ id }) => id).sort());
	expect((await all('searchUserGroups', 'engineers')).map(({ name }) => name)).toEqual(['All Engineers']);
});

describe.each(Object.keys(listSearch))('%s tells what is wrong', (method) => {
	test('with the scopes', async () => {
		for (const app of platform.store.apps.values()) app.scopes = [];
		await expect(search(method)).rejects.toMatchObject({
			message: expect.stringMatching(
				/^The app lacks the scope [\w:.]+\. Add it here: open\.feishu\.cn\/app\/cli_\w+\/auth$/,
			) as string,
			description: expect.stringMatching(/^Add it here: https:\/\/open\.feishu\.cn\/app\/cli_/) as string,
		});
	});

	test('with the credential', async () => {
		await expect(
			search(method, { credential: platform.newCredential({ appSecret: 'fake-wrong-secret-0000' }) }),
		).rejects.toMatchObject({
			message: expect.stringMatching(
				/^The App Secret is wrong\. Copy it again from Credentials & Basic Info/,
			) as string,
		});
	});

	test('and renews the token when it is refused', async () => {
		await search(method);
		platform.simulator.revokeTokens();
		platform.reset();
		listWalks.forgetAll();
		expect((await search(method)).results.length).toBeGreaterThanOrEqual(0);
		expect(platform.tokenRequests).toHaveLength(1);
	});
});
