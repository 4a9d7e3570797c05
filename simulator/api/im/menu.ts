import type { Operator } from '../../state/operator';
import { groupOf, type MenuItem, type MenuLevel } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { newId } from '../../platform/ids';
import { nested, objects, oneOf, required, text, texts, type Values } from '../../platform/validate';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { invalidChatParam, joinedGroup, requireOwnImage } from './chatAccess';

const PATH = '/open-apis/im/v1/chats/:chat_id/menu_tree';
const WRITE = ['im:chat', 'im:chat.menu_tree:write_only'];
const MAX_TOP = 3;
const MAX_CHILDREN = 5;
const MAX_NAME = 120;

const URLS = { common_url: text(), ios_url: text(), android_url: text(), pc_url: text(), web_url: text() };
const NAMES = { zh_cn: text(), en_us: text(), ja_jp: text() };
const LOOKS = { redirect_link: nested(URLS), image_key: text(), i18n_names: nested(NAMES) };
const ITEM = { action_type: oneOf(['NONE', 'REDIRECT_LINK']), name: text(), ...LOOKS };
const TOP_ITEM = { ...ITEM, action_type: required(ITEM.action_type), name: required(text()) };
const LEVEL = { chat_menu_item: required(nested(TOP_ITEM)), children: objects({ chat_menu_item: nested(ITEM) }) };
const FIELDS = { ICON: 'image_key', NAME: 'name', I18N_NAME: 'i18n_names', REDIRECT_LINK: 'redirect_link' } as const;
const FIELD_NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

type Given = Values<typeof ITEM>;

const illegal = (detail: string) => new PlatformError(232078, `The chat menu is illegal, ext=${detail}.`);

/** 232078 for a name, link or picture that a menu can't have. */
function checkItem(store: Store, by: Operator, given: Given): MenuItem {
	const { action_type: type = 'NONE', name = '', redirect_link: link, image_key: image, i18n_names: names } = given;
	const allNames = [name, ...Object.values(names ?? {}).filter((entry) => entry !== undefined && entry !== '')];
	if (allNames.some((entry) => entry === '' || [...(entry ?? '')].length > MAX_NAME)) throw illegal('name');
	const urls = Object.values(link ?? {}).filter((url) => url !== undefined && url !== '');
	if (!urls.every((url) => /^https?:\/\//.test(url ?? ''))) throw illegal('redirect_link');
	if (type === 'REDIRECT_LINK' && urls.length === 0) throw illegal('redirect_link is required');
	requireOwnImage(store, by.app, image, () => illegal('image_key'));
	return {
		action_type: type,
		name,
		...(type === 'REDIRECT_LINK' && link ? { redirect_link: link } : {}),
		...(image ? { image_key: image } : {}),
		...(names ? { i18n_names: names } : {}),
	};
}

function checkLevel(
	store: Store,
	by: Operator,
	{ chat_menu_item: top, children = [] }: Values<typeof LEVEL>,
): MenuLevel {
	if (children.length > MAX_CHILDREN)
		throw new PlatformError(232071, 'The number of chat_menu_second_level has reached the limit.');
	if (children.length > 0 && (top.action_type !== 'NONE' || top.image_key))
		throw illegal('a menu with menus below it has neither link nor picture');
	return {
		chat_menu_top_level_id: newId.long(),
		chat_menu_item: checkItem(store, by, top),
		children: children.map(({ chat_menu_item: item }) => ({
			chat_menu_second_level_id: newId.long(),
			chat_menu_item: checkItem(store, by, item ?? ({} as Given)),
		})),
	};
}

const answer = (levels: readonly MenuLevel[]) => ({ data: { menu_tree: { chat_menu_top_levels: levels } } });

function findItem(levels: readonly MenuLevel[], id: string | undefined): { item: MenuItem; level?: MenuLevel } {
	for (const level of levels) {
		if (level.chat_menu_top_level_id === id) return { item: level.chat_menu_item, level };
		const child = level.children.find((candidate) => candidate.chat_menu_second_level_id === id);
		if (child) return { item: child.chat_menu_item };
	}
	throw invalidChatParam('invalid menu_item_id');
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-menu_tree/create and its neighbors */
export const menuRoutes = [
	defineRoute({
		method: 'GET',
		path: PATH,
		scopes: ['im:chat', 'im:chat.menu_tree:read', 'im:chat:readonly'],
		handle: ({ platform: { store }, by, params }) => answer(groupOf(joinedGroup(store, by, params.chat_id)).menu),
	}),
	defineRoute({
		method: 'POST',
		path: PATH,
		scopes: WRITE,
		body: { menu_tree: required(nested({ chat_menu_top_levels: required(objects(LEVEL)) })) },
		handle({ platform: { store }, by, params, body }) {
			const { menu } = groupOf(joinedGroup(store, by, params.chat_id));
			const given = body.menu_tree.chat_menu_top_levels;
			if (menu.length + given.length > MAX_TOP)
				throw new PlatformError(232070, 'The number of chat_menu_top_level has reached the limit.');
			menu.push(...given.map((level) => checkLevel(store, by, level)));
			store.changed();
			return answer(menu);
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: PATH,
		scopes: WRITE,
		body: { chat_menu_top_level_ids: required(texts()) },
		handle({ platform: { store }, by, params, body }) {
			const group = groupOf(joinedGroup(store, by, params.chat_id));
			const ids = body.chat_menu_top_level_ids;
			const known = group.menu.map((level) => level.chat_menu_top_level_id);
			if (!ids.every((id) => known.includes(id))) throw invalidChatParam('invalid chat_menu_top_level_ids');
			group.menu = group.menu.filter((level) => !ids.includes(level.chat_menu_top_level_id));
			store.changed();
			return answer(group.menu);
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${PATH}/sort`,
		scopes: WRITE,
		body: { chat_menu_top_level_ids: required(texts()) },
		handle({ platform: { store }, by, params, body }) {
			const group = groupOf(joinedGroup(store, by, params.chat_id));
			const sorted = [...new Set(body.chat_menu_top_level_ids)]
				.map((id) => group.menu.find((level) => level.chat_menu_top_level_id === id))
				.filter((level) => level !== undefined);
			if (sorted.length !== group.menu.length || sorted.length !== body.chat_menu_top_level_ids.length)
				throw new PlatformError(232072, "Sort chat_menu_top_level's param is invalid.");
			group.menu = sorted;
			store.changed();
			return answer(sorted);
		},
	}),
	defineRoute({
		method: 'PATCH',
		path: '/open-apis/im/v1/chats/:chat_id/menu_items/:menu_item_id',
		scopes: WRITE,
		body: { update_fields: required(texts()), chat_menu_item: required(nested(ITEM)) },
		handle({ platform: { store }, by, params, body }) {
			const { menu } = groupOf(joinedGroup(store, by, params.chat_id));
			const { item, level } = findItem(menu, params.menu_item_id);
			const given = body.chat_menu_item;
			const fields = body.update_fields.map((field) => FIELD_NAMES.find((name) => name === field));
			if (fields.length === 0 || fields.includes(undefined)) throw invalidChatParam('invalid update_fields');
			const change = Object.fromEntries(
				fields.map((field) => [FIELDS[field ?? 'NAME'], given[FIELDS[field ?? 'NAME']]]),
			);
			if (level && level.children.length > 0 && change.image_key) throw illegal('image_key');
			if (item.action_type === 'NONE' && change.redirect_link) throw illegal('redirect_link');
			Object.assign(item, checkItem(store, by, { ...item, ...change } as Given));
			store.changed();
			return { data: { chat_menu_item: item } };
		},
	}),
];
