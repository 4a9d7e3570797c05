import type { IDataObject } from 'n8n-workflow';

import { checkUrl } from '../../../shared/fields/values';
import { searchChatMenuItems } from '../../../shared/im/searchChatMenuItems';
import type { Field } from '../../../shared/operation/operation';
import { fromList } from '../../../shared/fields/locator';

/** What an answer about the menu of a chat holds. */
export interface MenuTree {
	menu_tree?: { chat_menu_top_levels?: IDataObject[] };
}

export function topLevels({ menu_tree }: MenuTree): IDataObject[] {
	return menu_tree?.chat_menu_top_levels ?? [];
}

const LANGUAGES = { nameZh: 'zh_cn', nameEn: 'en_us', nameJa: 'ja_jp' } as const;
const DEVICES = { androidUrl: 'android_url', iosUrl: 'ios_url', pcUrl: 'pc_url', webUrl: 'web_url' } as const;

/** What a menu entry may have besides its name and link, for a collection. */
export const moreFields: readonly Field[] = [
	link('Android Link', 'androidUrl', 'Opened in place of the link on Android'),
	{
		displayName: 'Icon Image Key',
		name: 'iconKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
		description: 'Of an image that this app uploaded',
	},
	link('iOS Link', 'iosUrl', 'Opened in place of the link on iPhones and iPads'),
	name('Name in Chinese', 'nameZh'),
	name('Name in English', 'nameEn'),
	name('Name in Japanese', 'nameJa'),
	link('PC Link', 'pcUrl', 'Opened in place of the link on computers'),
	link('Web Link', 'webUrl', 'Opened in place of the link in browsers'),
];

function link(displayName: string, key: string, description: string): Field {
	return { displayName, name: key, type: 'string', default: '', description };
}

function name(displayName: string, key: string): Field {
	return { displayName, name: key, type: 'string', default: '', description: 'Seen by people who use that language' };
}

export const menuItemField: Field = {
	displayName: 'Menu Item',
	name: 'menuItem',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'An entry of the menu, on either level',
	modes: [
		fromList('searchChatMenuItems', 'Choose an entry…'),
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7156553273518882844' },
	],
	searches: { searchChatMenuItems },
};

/** Several menus by their IDs. */
export function menuIdsField(description: string): Field {
	return {
		displayName: 'Menu IDs',
		name: 'menuIds',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 7156553273518882844, 7156553273518882845',
		description,
	};
}

/** An entry as the panel gives it: `name`, `url` and those of `moreFields`. */
export type Entry = Record<string, unknown>;

/**
 * What the entry says, as the platform takes it.
 * @throws InputError about a link that is no web address
 */
export function menuItem(entry: Entry, label: (name: string) => string): IDataObject {
	const said = (key: string) => String(entry[key] ?? '').trim();
	const links = Object.entries({ url: 'common_url', ...DEVICES })
		.filter(([key]) => said(key) !== '')
		.map(([key, to]) => [to, checkUrl(said(key), label(key))]);
	const names = Object.entries(LANGUAGES)
		.filter(([key]) => said(key) !== '')
		.map(([key, to]) => [to, said(key)]);
	return {
		...(said('name') !== '' && { name: said('name') }),
		...(names.length > 0 && { i18n_names: Object.fromEntries(names) as IDataObject }),
		...(said('iconKey') !== '' && { image_key: said('iconKey') }),
		action_type: links.length > 0 ? 'REDIRECT_LINK' : 'NONE',
		...(links.length > 0 && { redirect_link: Object.fromEntries(links) as IDataObject }),
	};
}
