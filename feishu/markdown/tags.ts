/**
 * The platform's own tags in the Markdown of a card 2.0. Other HTML it does not take.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text
 */
export const CARD_TAGS: ReadonlySet<string> = new Set([
	'a',
	'at',
	'audio',
	'br',
	'font',
	'hr',
	'link',
	'local_datetime',
	'number_tag',
	'person',
	'raw',
	'text_tag',
]);

/** The name of a comment of HTML, which nobody is shown. */
export const COMMENT_TAG = '!--';

/** HTML that Markdown says as well, or leaves out. */
export const HTML_MARKS: { readonly [name: string]: string } = {
	[COMMENT_TAG]: '',
	b: '**',
	strong: '**',
	i: '*',
	em: '*',
	s: '~~',
	del: '~~',
	strike: '~~',
	code: '`',
};

/**
 * What may begin a tag and does not end it in the same text: it must not become one with what comes after a comment or
 * the like that is left out.
 */
export const UNENDED_TAG = /<(?=\/?(?:[a-z][^<>]*)?(?:<|$))/gi;

/** HTML that only dresses words. */
export const HTML_TAGS: ReadonlySet<string> = new Set([
	...Object.keys(HTML_MARKS),
	'big',
	'center',
	'details',
	'div',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'ins',
	'kbd',
	'li',
	'mark',
	'ol',
	'p',
	'pre',
	'small',
	'span',
	'sub',
	'summary',
	'sup',
	'table',
	'tbody',
	'td',
	'th',
	'thead',
	'tr',
	'u',
	'ul',
]);

/** The value of the first of the attributes that is there, with or without quotes; otherwise empty. */
export function attributeOf(attributes: string, ...names: string[]): string {
	for (const name of names) {
		const found = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(
			attributes,
		);
		if (found) return found[1] ?? found[2] ?? found[3] ?? '';
	}
	return '';
}
