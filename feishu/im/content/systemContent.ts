import { InputError } from '../../input';
import { displayWidth } from '../../markdown/tables';
import { languageAdvice, languageNamed } from '../languages';

/** What an app needs besides that for sending. */
export const SYSTEM_MESSAGE_SCOPES: readonly string[] = ['im:message:send_sys_msg'];

/** 20 characters, or 10 of Chinese. */
const DIVIDER_LIMIT = 20;

export interface Divider {
	text: string;
	/** The same in other languages, which their readers see instead. */
	languages?: { readonly [language: string]: string };
	/** Whether what stands above scrolls out of sight. */
	clear?: boolean;
}

/** Content of a message of the kind `system`. */
export interface SystemContent {
	type: 'divider';
	params: { divider_text: { text: string; i18n_text?: { [language: string]: string } } };
	options?: { need_rollup: true };
}

/**
 * A line with words in the middle, such as "New conversation". Only an app writes it, in its chat with one person.
 * @param field the field on the panel that errors belong to
 * @throws InputError when there are no words, too many, or a language that no client has
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json
 */
export function dividerContent({ text, languages = {}, clear = false }: Divider, field: string): SystemContent {
	const translated = Object.entries(languages).map(([name, words]) => {
		const language = languageNamed(name);
		if (!language) throw new InputError(field, `The language '${name}' is unknown`, languageAdvice(name));
		return [upperCased(language), checkedText(words, field, ` in ${language}`)] as const;
	});
	return {
		type: 'divider',
		params: {
			divider_text: {
				text: checkedText(text, field),
				...(translated.length > 0 && { i18n_text: Object.fromEntries(translated) }),
			},
		},
		...(clear && { options: { need_rollup: true } }),
	};
}

function checkedText(text: string, field: string, where = ''): string {
	const words = text.trim();
	if (words === '') throw new InputError(field, `The text of the divider${where} is empty`);
	if (displayWidth(words) > DIVIDER_LIMIT)
		throw new InputError(
			field,
			`The text of the divider${where} is too long: '${words}'`,
			`Feishu takes ${DIVIDER_LIMIT} characters, or ${DIVIDER_LIMIT / 2} of Chinese`,
		);
	return words;
}

/** Only this kind of message writes the second half of a language in capitals. */
function upperCased(language: string): string {
	return language.replace(/_.*/, (country) => country.toUpperCase());
}
