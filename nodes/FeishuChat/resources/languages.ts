import { textField } from '../../shared/fields/plain';

function inLanguage<const N extends string>(displayName: string, name: N) {
	return textField({ displayName, name, description: 'Seen by people who use that language' });
}

const KEYS = { nameZh: 'zh_cn', nameEn: 'en_us', nameJa: 'ja_jp' } as const;

/** A name in further languages, for a collection. */
export const languageFields = [
	inLanguage('Name in Chinese', 'nameZh'),
	inLanguage('Name in English', 'nameEn'),
	inLanguage('Name in Japanese', 'nameJa'),
] as const;

/** The platform's `i18n_names` out of such a collection; undefined when it has none. */
export function i18nNames(added: { [N in keyof typeof KEYS]?: string }): Record<string, string> | undefined {
	const names = Object.entries(KEYS).flatMap(([name, key]) => {
		const value = added[name as keyof typeof KEYS] ?? '';
		return value === '' ? [] : [[key, value] as const];
	});
	return names.length === 0 ? undefined : Object.fromEntries(names);
}
