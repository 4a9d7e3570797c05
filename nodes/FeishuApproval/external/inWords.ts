import type { IDataObject } from 'n8n-workflow';

import { isObject, text, type JsonObject } from '../../../feishu/json';

/** What is told by a key, with the words in the same answer. */
const TEXTS = 'i18n_resources';

/**
 * A definition of a third-party approval with its words in the default language in place of their keys; all languages stay
 * beside it.
 * @see https://open.feishu.cn/document/server-docs/approval-v4/external_approval/get `approval_name`
 */
export function inWords(found: IDataObject): IDataObject {
	const languages = listOf(found[TEXTS]);
	const own = languages.find(({ is_default: isDefault }) => isDefault === true) ?? languages[0];
	const words = new Map(listOf(own?.texts).map(({ key, value }) => [text(key), text(value)]));
	const said = ([name, value]: [string, unknown]): [string, unknown] => {
		if (name === TEXTS) return [name, value];
		if (isObject(value)) return [name, Object.fromEntries(Object.entries(value).map(said))];
		return [name, typeof value === 'string' ? (words.get(value) ?? value) : value];
	};
	return Object.fromEntries(Object.entries(found).map(said)) as IDataObject;
}

function listOf(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}
