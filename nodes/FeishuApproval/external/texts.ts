import type { IDataObject } from 'n8n-workflow';

/**
 * Texts of third-party approvals and of the bot: each stands under a key, which is sent in its place, with the texts of all
 * languages beside.
 * @see https://open.feishu.cn/document/server-docs/approval-v4/external_instance/create `i18n_resources`
 */
export class Texts {
	private readonly kept = new Map<string, string>();

	/** The key in place of the words; undefined where there are none. */
	key(words: string | undefined): string | undefined {
		if (words === undefined || words === '') return undefined;
		const known = this.kept.get(words);
		if (known !== undefined) return known;
		// Nine characters at least.
		const key = `@i18n@${String(this.kept.size + 1).padStart(3, '0')}`;
		this.kept.set(words, key);
		return key;
	}

	/** Under one language, which is the one for all. @param as the texts of approvals are a list, those of the bot an object */
	resources(as: 'list' | 'object', locale = 'zh-CN'): IDataObject[] {
		const texts = [...this.kept].map(([value, key]) => ({ key, value }));
		const own = as === 'list' ? texts : Object.fromEntries(texts.map(({ key, value }) => [key, value]));
		return [{ locale, is_default: true, texts: own }];
	}
}
