import { nearest } from './nearest';

/** The languages of the clients. @see https://open.feishu.cn/document/feishu-cards/configure-multi-language-content */
export const LANGUAGES = [
	'en_us',
	'zh_cn',
	'zh_hk',
	'zh_tw',
	'ja_jp',
	'id_id',
	'vi_vn',
	'th_th',
	'pt_br',
	'es_es',
	'ko_kr',
	'de_de',
	'fr_fr',
	'it_it',
	'ru_ru',
	'ms_my',
] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that is meant by a name in any case, with either sign between: `en-US`. */
export function languageNamed(name: string): Language | undefined {
	const wanted = folded(name);
	return LANGUAGES.find((language) => language === wanted);
}

/** Advice on a name that is none. */
export function languageAdvice(name: string): string {
	const wanted = folded(name);
	const guess = nearest(wanted, LANGUAGES) ?? LANGUAGES.find((language) => language.startsWith(wanted.slice(0, 2)));
	return guess === undefined ? `One of ${LANGUAGES.join(', ')}` : `Did you mean '${guess}'?`;
}

function folded(name: string): string {
	return name.trim().toLowerCase().replace(/-/g, '_');
}
