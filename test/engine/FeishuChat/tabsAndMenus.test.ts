/** Tabs at the top of a chat, and menus below its messages. */
import type { INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../../simulator';
import { groupOf } from '../../../simulator/state/chats';
import { byId, list, usePlatform } from '../../support/engine';
import { ownChat } from '../../support/engine/ownChat';

const platform = usePlatform();

let chat: Chat;

beforeEach(() => {
	chat = ownChat(platform);
});

async function run(resource: string, operation: string, parameters: INodeParameters) {
	const all = { resource, operation, chat: list(chat.chat_id), ...parameters };
	const result = await platform.run({ parameters: all });
	if (result.error) throw result.error;
	return result.items.map(({ json }) => json);
}

const failure = async (resource: string, operation: string, parameters: INodeParameters) =>
	(await platform.run({ parameters: { resource, operation, chat: list(chat.chat_id), ...parameters } })).error;

describe('tabs', () => {
	const page = (tabName: string) => ({ tabName, url: `https://example.com/${tabName}` });

	test('Create gives the new tab, Get Many all of them in order', async () => {
		const [first] = await run('tab', 'create', page('Wiki'));
		const [second] = await run('tab', 'create', {
			tabName: 'Handbook',
			tabType: 'doc',
			url: 'https://example.feishu.cn/wiki/fake',
			options: { isBuiltIn: false },
		});
		expect(first).toMatchObject({
			chat_id: chat.chat_id,
			tab_id: expect.any(String) as string,
			tab_name: 'Wiki',
			tab_type: 'url',
			tab_content: { url: 'https://example.com/Wiki' },
		});
		expect(second).toMatchObject({ tab_type: 'doc', tab_content: { doc: 'https://example.feishu.cn/wiki/fake' } });
		const tabs = await run('tab', 'getAll', {});
		expect(tabs.map(({ tab_id }) => tab_id).slice(1)).toEqual([first?.tab_id, second?.tab_id]);
		expect(tabs[0]?.tab_type).toBe('message');
	});

	test('two tabs of one name are told apart', async () => {
		const [first] = await run('tab', 'create', page('Same'));
		const [second] = await run('tab', 'create', page('Same'));
		expect(second?.tab_id).not.toBe(first?.tab_id);
	});

	test('Update, Sort and Delete', async () => {
		const [first] = await run('tab', 'create', page('One'));
		const [second] = await run('tab', 'create', page('Two'));
		const [one, two] = [String(first?.tab_id), String(second?.tab_id)];
		expect(await run('tab', 'update', { tab: byId(one), ...page('Changed') })).toEqual([
			expect.objectContaining({
				tab_id: one,
				tab_name: 'Changed',
				tab_content: { url: 'https://example.com/Changed' },
			}),
		]);
		const [messages] = await run('tab', 'getAll', {});
		const sorted = await run('tab', 'sort', { tabIds: [messages?.tab_id, two, one].join() });
		expect(sorted.map(({ tab_id }) => tab_id)).toEqual([messages?.tab_id, two, one]);
		const [left] = await run('tab', 'delete', { tabIds: one });
		expect(left).toMatchObject({ deleted: true, chat_id: chat.chat_id, tab_ids: [one] });
		expect(groupOf(chat).tabs.map(({ tab_id }) => tab_id)).toEqual([messages?.tab_id, two]);
	});

	test('the tab of the messages stays', async () => {
		const [messages] = await run('tab', 'getAll', {});
		const error = await failure('tab', 'delete', { tabIds: String(messages?.tab_id) });
		expect(error?.message).toBe('This tab cannot be changed');
	});

	test('the 21st tab', async () => {
		groupOf(chat).tabs.push(
			{ tab_id: '1', tab_type: 'message' },
			...Array.from({ length: 20 }, (_, index) => ({ tab_id: `9${index}`, tab_type: 'url', tab_name: 'x' })),
		);
		expect((await failure('tab', 'create', page('More')))?.message).toBe('The chat has as many tabs as it can have');
	});
});

describe('menus', () => {
	const two: INodeParameters = {
		menus: {
			menu: [
				{
					name: 'Sign up',
					url: 'https://example.com/sign-up',
					more: { nameZh: '报名', pcUrl: 'https://example.com/pc' },
				},
				{ name: 'More', entries: { entry: [{ name: 'Rules', url: 'https://example.com/rules' }, { name: 'Plain' }] } },
			],
		},
	};

	test('Create gives all menus, one item each, with their entries', async () => {
		const menus = await run('menu', 'create', two);
		expect(menus).toEqual([
			expect.objectContaining({
				chat_menu_top_level_id: expect.any(String) as string,
				chat_menu_item: {
					action_type: 'REDIRECT_LINK',
					name: 'Sign up',
					i18n_names: { zh_cn: '报名' },
					redirect_link: { common_url: 'https://example.com/sign-up', pc_url: 'https://example.com/pc' },
				},
			}),
			expect.objectContaining({
				chat_menu_item: { action_type: 'NONE', name: 'More' },
				children: [
					expect.objectContaining({
						chat_menu_item: {
							action_type: 'REDIRECT_LINK',
							name: 'Rules',
							redirect_link: { common_url: 'https://example.com/rules' },
						},
					}),
					expect.objectContaining({ chat_menu_item: { action_type: 'NONE', name: 'Plain' } }),
				],
			}),
		]);
		expect(await run('menu', 'getAll', {})).toEqual(menus);
	});

	test('Update changes what was set and nothing else', async () => {
		const [top] = await run('menu', 'create', two);
		const menu_item_id = String(top?.chat_menu_top_level_id);
		const updateFields = { name: 'Register', nameZh: '登记' };
		expect(await run('menu', 'update', { menuItem: byId(menu_item_id), updateFields })).toEqual([
			expect.objectContaining({ chat_id: chat.chat_id, menu_item_id }),
		]);
		expect(groupOf(chat).menu[0]?.chat_menu_item).toMatchObject({
			name: 'Register',
			i18n_names: { zh_cn: '登记' },
			redirect_link: { common_url: 'https://example.com/sign-up' },
		});
		await run('menu', 'update', {
			menuItem: byId(menu_item_id),
			updateFields: { url: 'https://example.com/new' },
		});
		expect(groupOf(chat).menu[0]?.chat_menu_item).toMatchObject({
			name: 'Register',
			redirect_link: { common_url: 'https://example.com/new' },
		});
	});

	test('Sort and Delete', async () => {
		const ids = (await run('menu', 'create', two)).map((one) => String(one.chat_menu_top_level_id));
		const sorted = await run('menu', 'sort', { menuIds: [...ids].reverse().join('\n') });
		expect(sorted.map((one) => one.chat_menu_top_level_id)).toEqual([...ids].reverse());
		const [left] = await run('menu', 'delete', { menuIds: ids[0] ?? '' });
		expect(left).toMatchObject({ deleted: true, chat_menu_top_level_ids: [ids[0]] });
		expect(groupOf(chat).menu.map((one) => one.chat_menu_top_level_id)).toEqual([ids[1]]);
	});

	test('a list that lacks a menu', async () => {
		const [top] = await run('menu', 'create', two);
		const error = await failure('menu', 'sort', { menuIds: String(top?.chat_menu_top_level_id) });
		expect(error?.message).toBe('The list does not hold just the menus of the group');
	});

	test('a fourth menu', async () => {
		await run('menu', 'create', two);
		const error = await failure('menu', 'create', two);
		expect(error?.message).toBe('The group has as many menus as it can have');
	});
});
