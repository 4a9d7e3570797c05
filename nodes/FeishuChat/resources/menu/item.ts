import type { IDataObject } from 'n8n-workflow';

import { collectionField, type Added } from '../../../shared/fields/nested';
import { idIn } from '../../../shared/fields/idField';
import { textField } from '../../../shared/fields/plain';
import { checkUrl } from '../../../shared/fields/values';
import { mappedField } from '../../../shared/operation/field';
import { i18nNames, languageFields } from '../languages';

/** What an entry of a menu says. */
export const nameField = textField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Sign up',
	description: 'What the entry says',
});

/** What an entry of a menu opens. */
export const linkField = (description: string) => link('Link', 'url', description, 'e.g. https://example.com');

/** An address, or nothing. */
function link<const N extends string>(displayName: string, name: N, description: string, placeholder?: string) {
	return mappedField(textField({ displayName, name, description, placeholder }), (url, label) =>
		url === '' ? '' : checkUrl(url, label),
	);
}

/** What an entry may have besides its name and link, for a collection. */
export const moreFields = [
	idIn(
		'image',
		textField({
			displayName: 'Icon Image Key',
			name: 'iconKey',
			placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
			description: 'Of an image that this app uploaded',
		}),
	),
	link('Android Link', 'androidUrl', 'Opened in place of the link on Android'),
	link('iOS Link', 'iosUrl', 'Opened in place of the link on iPhones and iPads'),
	link('PC Link', 'pcUrl', 'Opened in place of the link on computers'),
	link('Web Link', 'webUrl', 'Opened in place of the link in browsers'),
	...languageFields,
] as const;

export const moreField = collectionField({ displayName: 'More', name: 'more', placeholder: 'Add Field' }, moreFields);

type Entry = Added<typeof nameField | ReturnType<typeof linkField> | (typeof moreFields)[number]>;

const LINKS = {
	url: 'common_url',
	androidUrl: 'android_url',
	iosUrl: 'ios_url',
	pcUrl: 'pc_url',
	webUrl: 'web_url',
} as const;

/** What an entry says and opens, as the platform takes it. */
export function menuItem({ name, iconKey, ...entry }: Entry): IDataObject {
	const links = Object.entries(LINKS).flatMap(([key, to]) => {
		const address = entry[key as keyof typeof LINKS] ?? '';
		return address === '' ? [] : [[to, address] as const];
	});
	const i18n_names = i18nNames(entry);
	return {
		...(name && { name }),
		...(i18n_names && { i18n_names }),
		...(iconKey && { image_key: iconKey }),
		action_type: links.length > 0 ? 'REDIRECT_LINK' : 'NONE',
		...(links.length > 0 && { redirect_link: Object.fromEntries(links) as IDataObject }),
	};
}

const NAMES = { 'zh_cn?': 'string', 'en_us?': 'string', 'ja_jp?': 'string' } as const;

/** What the platform tells of an entry. */
export const ITEM = {
	action_type: 'string',
	'redirect_link?': {
		'common_url?': 'string',
		'android_url?': 'string',
		'ios_url?': 'string',
		'pc_url?': 'string',
		'web_url?': 'string',
	},
	'image_key?': 'string',
	name: 'string',
	'i18n_names?': NAMES,
} as const;
