import type { Client } from '@larksuiteoapi/node-sdk';
import { chatIn, codeOf, otherApp, ownGroup } from '../../support/conformance/groups';
import { type Fixture, first, PNG, sdkClient, startFixture } from '../../support/conformance/harness';

type Tabs = NonNullable<Parameters<Client['im']['v1']['chatTab']['create']>[0]>['data']['chat_tabs'];
type Levels = NonNullable<
	Parameters<Client['im']['v1']['chatMenuTree']['create']>[0]
>['data']['menu_tree']['chat_menu_top_levels'];

const WEB = 'https://example.com/board';

describe('tabs and menus of a chat', () => {
	let fixture: Fixture;
	let client: Client;
	let path: { chat_id: string };
	beforeEach(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
		path = { chat_id: await ownGroup(client) };
	});
	afterEach(() => fixture.simulator.close());

	const picture = async () => {
		const form = new FormData();
		form.append('image_type', 'message');
		form.append('image', new Blob([new Uint8Array(PNG)]), 'a.png');
		return String((await fixture.http.post('/open-apis/im/v1/images', form)).data.image_key);
	};
	/** A picture of another app. */
	const strangePicture = async () => {
		const key = await picture();
		const image = fixture.simulator.store.im.images.get(key);
		if (image) image.app_id = otherApp(fixture.simulator).app_id;
		return key;
	};

	describe('tabs', () => {
		const tabs = async () => (await client.im.v1.chatTab.listTabs({ path })).data?.chat_tabs ?? [];
		const tab = (tab_name: string, url = WEB) => ({ tab_name, tab_type: 'url' as const, tab_content: { url } });
		const create = (chat_tabs: Tabs, chat_id = path.chat_id) =>
			client.im.v1.chatTab.create({ path: { chat_id }, data: { chat_tabs } });
		const names = (list: Array<{ tab_name?: string; tab_type: string }> | undefined) =>
			list?.map(({ tab_name: name, tab_type: type }) => name ?? type);

		it('begin with the messages, and are added, changed, sorted and deleted', async () => {
			expect(names(await tabs())).toEqual(['message']);
			const icon = await picture();
			const made = await create([
				{ ...tab('Board'), tab_config: { icon_key: icon, is_built_in: true } },
				{ tab_name: 'Spec', tab_type: 'doc', tab_content: { doc: 'https://example.feishu.cn/docx/x', url: WEB } },
			]);
			expect(names(made.data?.chat_tabs)).toEqual(['message', 'Board', 'Spec']);
			const [messages = '', board = '', spec = ''] = (await tabs()).map(({ tab_id: id }) => id ?? '');
			expect((await tabs())[1]).toMatchObject({ tab_config: { icon_key: icon, is_built_in: true } });
			expect((await tabs())[2]?.tab_content).toEqual({ doc: 'https://example.feishu.cn/docx/x' });
			const updated = await client.im.v1.chatTab.updateTabs({
				path,
				data: { chat_tabs: [{ tab_id: board, ...tab('Wall', 'http://example.com') }] },
			});
			expect(names(updated.data?.chat_tabs)).toEqual(['message', 'Wall', 'Spec']);
			const sorted = await client.im.v1.chatTab.sortTabs({ path, data: { tab_ids: [spec, messages, board] } });
			expect(names(sorted.data?.chat_tabs)).toEqual(['message', 'Spec', 'Wall']);
			const left = await client.im.v1.chatTab.deleteTabs({ path, data: { tab_ids: [spec] } });
			expect(names(left.data?.chat_tabs)).toEqual(['message', 'Wall']);
		});

		it('refuses kinds, names, links and pictures that a tab cannot have', async () => {
			expect(await codeOf(create([]))).toBe(232001);
			expect(await codeOf(create([{ tab_type: 'pin' }]))).toBe(232001);
			expect(await codeOf(create([{ tab_type: 'dance' as 'pin' }]))).toBe(99992402);
			expect(await codeOf(create([tab('n'.repeat(61))]))).toBe(232047);
			expect(await codeOf(create([tab('n'.repeat(60))]))).toBe(0);
			expect(await codeOf(create([tab('x', 'ftp://example.com')]))).toBe(232048);
			expect(await codeOf(create([{ tab_type: 'doc', tab_content: { url: WEB } }]))).toBe(232048);
			const icon = (icon_key: string) => codeOf(create([{ ...tab('x'), tab_config: { icon_key } }]));
			expect(await icon('img_unknown')).toBe(232048);
			expect(await icon(await strangePicture())).toBe(232056);
		});

		it('are twenty at most', async () => {
			expect(await codeOf(create(Array.from({ length: 20 }, (_value, index) => tab(`t${index}`))))).toBe(0);
			expect(await codeOf(create([tab('one more')]))).toBe(232046);
		});

		it('keeps the tabs that are not of an app', async () => {
			const messages = first(await tabs()).tab_id ?? '';
			const remove = (...tab_ids: string[]) => codeOf(client.im.v1.chatTab.deleteTabs({ path, data: { tab_ids } }));
			const change = (tab_id: string) =>
				codeOf(client.im.v1.chatTab.updateTabs({ path, data: { chat_tabs: [{ tab_id, ...tab('x') }] } }));
			expect(await remove(messages)).toBe(232049);
			expect(await remove('unknown')).toBe(232001);
			expect(await change(messages)).toBe(232049);
			expect(await change('unknown')).toBe(232001);
			await create([tab('x')]);
			expect(await codeOf(client.im.v1.chatTab.sortTabs({ path, data: { tab_ids: [messages] } }))).toBe(232001);
		});

		it('are for members, and not for topic groups', async () => {
			expect(await codeOf(create([tab('x')], fixture.strangeChatId))).toBe(232011);
			const { group } = chatIn(fixture.simulator, path.chat_id);
			if (group) group.settings.chat_mode = 'topic';
			expect(await codeOf(create([tab('x')]))).toBe(232050);
		});
	});

	describe('menus', () => {
		const item = (name: string, more: object = {}) => ({
			action_type: 'REDIRECT_LINK' as const,
			name,
			redirect_link: { common_url: WEB },
			...more,
		});
		const level = (name: string, children: string[] = []) => ({
			chat_menu_item: children.length > 0 ? { action_type: 'NONE' as const, name } : item(name),
			children: children.map((child) => ({ chat_menu_item: item(child) })),
		});
		const create = (chat_menu_top_levels: Levels) =>
			client.im.v1.chatMenuTree.create({ path, data: { menu_tree: { chat_menu_top_levels } } });
		const menu = async () =>
			(await client.im.v1.chatMenuTree.get({ path })).data?.menu_tree?.chat_menu_top_levels ?? [];
		const names = (levels: Awaited<ReturnType<typeof menu>> | undefined) =>
			levels?.map(({ chat_menu_item: top, children }) =>
				[top?.name, ...(children ?? []).map((child) => child.chat_menu_item?.name)].join(' '),
			);
		const ids = async () => (await menu()).map((each) => each.chat_menu_top_level_id ?? '');

		it('are added to, sorted and deleted at the top', async () => {
			expect(await menu()).toEqual([]);
			await create([level('A', ['a1', 'a2'])]);
			const made = await create([level('B'), level('C')]);
			expect(names(made.data?.menu_tree?.chat_menu_top_levels)).toEqual(['A a1 a2', 'B', 'C']);
			const [a = '', b = '', c = ''] = await ids();
			const sorted = await client.im.v1.chatMenuTree.sort({ path, data: { chat_menu_top_level_ids: [c, a, b] } });
			expect(names(sorted.data?.menu_tree?.chat_menu_top_levels)).toEqual(['C', 'A a1 a2', 'B']);
			const left = await client.im.v1.chatMenuTree.delete({ path, data: { chat_menu_top_level_ids: [a, c] } });
			expect(names(left.data?.menu_tree?.chat_menu_top_levels)).toEqual(['B']);
		});

		it('are three with five below each at most', async () => {
			expect(await codeOf(create(['a', 'b', 'c', 'd'].map((name) => level(name))))).toBe(232070);
			expect(await codeOf(create([level('a', ['1', '2', '3', '4', '5', '6'])]))).toBe(232071);
			expect(await codeOf(create([level('a', ['1', '2', '3', '4', '5']), level('b'), level('c')]))).toBe(0);
			expect(await codeOf(create([level('d')]))).toBe(232070);
		});

		it.each([
			['a name that is too long', item('n'.repeat(121))],
			['a link that is none', item('x', { redirect_link: { pc_url: 'example.com' } })],
			['a link type without one', item('x', { redirect_link: undefined })],
			['a picture that is none', item('x', { image_key: 'img_unknown' })],
		])('refuses %s', async (_what, chat_menu_item) => {
			expect(await codeOf(create([{ chat_menu_item }]))).toBe(232078);
			expect(await menu()).toEqual([]);
		});

		it('refuses menus below a link, a picture of another app and lists that do not fit', async () => {
			const below = [{ chat_menu_item: item('y') }];
			expect(await codeOf(create([{ chat_menu_item: item('x'), children: below }]))).toBe(232078);
			const image_key = await strangePicture();
			expect(await codeOf(create([{ chat_menu_item: item('x', { image_key }) }]))).toBe(232056);
			await create([level('A'), level('B')]);
			const [a = '', b = ''] = await ids();
			const sort = (chat_menu_top_level_ids: string[]) =>
				codeOf(client.im.v1.chatMenuTree.sort({ path, data: { chat_menu_top_level_ids } }));
			expect(await sort([a])).toBe(232072);
			expect(await sort([a, b, 'x'])).toBe(232072);
			const remove = client.im.v1.chatMenuTree.delete({ path, data: { chat_menu_top_level_ids: ['x'] } });
			expect(await codeOf(remove)).toBe(232001);
			chatIn(fixture.simulator, path.chat_id).chat_type = 'p2p';
			expect(await codeOf(menu())).toBe(232008);
		});

		it('change the named fields of one item', async () => {
			await create([level('A', ['a1']), level('B')]);
			const [top, other] = await menu();
			const child = top?.children?.[0]?.chat_menu_second_level_id ?? '';
			const patch = (menu_item_id: string, update_fields: string[], chat_menu_item: object) =>
				client.im.v1.chatMenuItem.patch({
					path: { ...path, menu_item_id },
					data: { update_fields: update_fields as ['NAME'], chat_menu_item },
				});
			const image_key = await picture();
			const changed = await patch(child, ['NAME', 'ICON'], {
				name: 'New',
				image_key,
				redirect_link: { common_url: 'https://example.com/ignored' },
			});
			expect(changed.data?.chat_menu_item).toMatchObject({
				name: 'New',
				image_key,
				redirect_link: { common_url: WEB },
			});
			expect((await menu())[0]?.children?.[0]?.chat_menu_item).toMatchObject({ name: 'New' });
			const b = other?.chat_menu_top_level_id ?? '';
			await patch(b, ['REDIRECT_LINK'], { redirect_link: { common_url: 'https://example.com/new' } });
			expect((await menu())[1]?.chat_menu_item?.redirect_link?.common_url).toBe('https://example.com/new');
			const a = top?.chat_menu_top_level_id ?? '';
			expect(await codeOf(patch(a, ['ICON'], { image_key }))).toBe(232078);
			expect(await codeOf(patch(a, ['REDIRECT_LINK'], { redirect_link: { common_url: WEB } }))).toBe(232078);
			expect(await codeOf(patch(b, ['NAME'], {}))).toBe(232078);
			expect(await codeOf(patch(b, ['COLOR'], {}))).toBe(232001);
			expect(await codeOf(patch('unknown', ['NAME'], { name: 'x' }))).toBe(232001);
		});
	});
});
