import { checkPost, postHints, type PostUse } from '../../../../../../feishu/im/content/post/checkPost';
import { thrownBy } from '../../../../../support/feishuCalls';

const post = (...paragraphs: unknown[]) => ({ zh_cn: { title: 'T', content: paragraphs } });
const text = { tag: 'text', text: 'a' };
const said = (value: object, use?: PostUse) => {
	const error = thrownBy(() => checkPost(value as never, { field: 'Post JSON', use })) as Error & { advice?: string };
	if (error.name !== 'InputError') throw error;
	return `${error.message} | ${error.advice ?? ''}`;
};
const passes = (value: object, use?: PostUse) => () => checkPost(value as never, { field: 'Post JSON', use });

/** Rows without the last are about an ordinary message. */
function withUse<First = string>(rows: Array<[First, object, PostUse?]>): Array<[First, object, PostUse]> {
	return rows.map(([first, value, use = 'message']) => [first, value, use]);
}

/** The sample of the page. */
const SAMPLE = post(
	[
		{ tag: 'text', text: '第一行:', style: ['bold', 'underline'] },
		{ tag: 'a', href: 'http://www.feishu.cn', text: '超链接', style: ['bold', 'italic'] },
		{ tag: 'at', user_id: 'ou_1', style: ['lineThrough'] },
	],
	[{ tag: 'img', image_key: 'd640eeea-4d2f-4cb3-88d8-c964fab53987' }],
	[{ tag: 'media', file_key: 'file_v2_1', image_key: 'img_1' }],
	[{ tag: 'emotion', emoji_type: 'SMILE' }],
	[{ tag: 'hr' }],
	[{ tag: 'code_block', language: 'GO', text: 'func' }],
	[{ tag: 'md', text: '**a**' }],
);

describe('checkPost', () => {
	it.each(
		withUse([
			['the sample of the page', SAMPLE],
			['several languages', { ...SAMPLE, en_us: { content: [[text]] }, ja_jp: { title: 'x', content: [] } }],
			['styles that are unknown, which are left out', post([{ ...text, style: ['fat'] }])],
			['empty words and an empty paragraph', post([{ tag: 'text', text: '' }], [])],
			['words beside an emoji', post([text, { tag: 'emotion', emoji_type: 'UNHEARD_OF' }])],
			['links with letters of any language', post([{ tag: 'a', text: 'a', href: 'https://x.y/中文?a=%20' }])],
			['links to an app', post([{ tag: 'a', text: 'a', href: 'mailto:a@b.c' }])],
			[
				'what custom bots take',
				post([text, { tag: 'at', user_id: 'all' }], [{ tag: 'img', image_key: 'x' }]),
				'customBot',
			],
			['mentions by union_id of a batch message', post([{ tag: 'at', user_id: 'on_1' }]), 'batch'],
		]),
	)('takes %s', (_what, value, use) => {
		expect(passes(value, use)).not.toThrow();
	});

	it.each(
		withUse([
			['The post: it has no language', {}],
			["en: the language is unknown | Did you mean 'en_us'?", { en: { content: [[text]] } }],
			["zh-CN: the language is unknown | Did you mean 'zh_cn'?", { 'zh-CN': { content: [[text]] } }],
			['zh_cn: it is no object', { zh_cn: [] }],
			['zh_cn: it has neither title nor content', { zh_cn: { content: [] } }],
			['zh_cn.title: it is no text', { zh_cn: { title: 5, content: [[text]] } }],
			['en_us.content: it is no list', { ...SAMPLE, en_us: {} }],
			['zh_cn.content[1]: it is no list', post([text], text)],
			['zh_cn.content[0][1]: it is no node', post([text, 'b'])],
			["zh_cn.content[0][0] (txt): the tag 'txt' is unknown | Did you mean 'text'?", post([{ tag: 'txt' }])],
			["the tag 'table' is unknown | One of text, a, at", post([{ tag: 'table' }])],
			['zh_cn.content[0][0] (text): it has no text', post([{ tag: 'text' }])],
			['(text): text is no text', post([{ tag: 'text', text: 5 }])],
			['(at): user_id is empty', post([{ tag: 'at', user_id: ' ' }])],
			['(a): it has no href', post([{ tag: 'a', text: 'a' }])],
			["(a): href 'www.feishu.cn' has no scheme", post([{ tag: 'a', text: 'a', href: 'www.feishu.cn' }])],
			[
				"has signs that an address can't have | Percent-encode",
				post([{ tag: 'a', text: 'a', href: 'https://x.y/a b' }]),
			],
			['zh_cn.content[0][1] (img): it must be the only node', post([text, { tag: 'img', image_key: 'x' }])],
			['(media): it must be the only node', post([{ tag: 'media', file_key: 'x' }, text])],
			['(md): it must be the only node', post([{ tag: 'md', text: 'x' }, text])],
			['(text): style is no list', post([{ ...text, style: 'bold' }])],
			[
				'(md): A post of a custom bot takes no md | Only text, a, at, img',
				post([{ tag: 'md', text: 'x' }]),
				'customBot',
			],
			['(hr): A post of a batch message takes no hr', post([{ tag: 'hr' }]), 'batch'],
			['(code_block): A post of a batch message takes no', post([{ tag: 'code_block', text: 'x' }]), 'batch'],
			["a custom bot can't mention 'on_1'", post([{ tag: 'at', user_id: 'on_1' }]), 'customBot'],
			["a custom bot can't mention 'a@b.c'", post([{ tag: 'at', user_id: 'a@b.c' }]), 'customBot'],
		]),
	)('says %s', (message, value, use) => {
		expect(said(value, use)).toContain(message);
	});
});

describe('postHints', () => {
	it.each(
		withUse<string[]>([
			[[], SAMPLE],
			[
				[
					'zh_cn.content[0][0]: the style "fat" is unknown and not shown; Feishu knows bold, italic, underline, lineThrough',
				],
				post([{ ...text, style: ['bold', 'fat'] }]),
			],
			[['zh_cn.content[0][0]: A post of a custom bot has no styles, so they are not shown'], SAMPLE, 'customBot'],
			[[], {}],
		]),
	)('are %j', (hints, value, use) => {
		expect(postHints(value as never, use)).toEqual(hints);
	});
});
