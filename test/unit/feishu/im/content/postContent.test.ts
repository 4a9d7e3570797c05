import { postContent, type PostParts } from '../../../../../feishu/im/content/postContent';

const at = (user_id: string) => ({ tag: 'at', user_id });
const md = (text: string) => ({ tag: 'md', text });

it.each<[string, PostParts, unknown]>([
	['nothing', {}, { title: '', content: [] }],
	['a title alone', { title: 'T' }, { title: 'T', content: [] }],
	['paragraphs', { content: [[md('a')], [md('b')]] }, { title: '', content: [[md('a')], [md('b')]] }],
	[
		'mentions in a paragraph before everything',
		{ content: [[md('a')]], mentions: [{ everyone: true }, { everyone: false, id: 'ou_1' }] },
		{ title: '', content: [[at('all'), at('ou_1')], [md('a')]] },
	],
])('builds %s', (_what, parts, expected) => {
	expect(postContent(parts)).toEqual({ zh_cn: expected });
});

it('builds a post in several languages, each with the mentions', () => {
	const languages = { en_us: { title: 'T', content: [[md('a')]] }, ja_jp: { content: [[md('b')]] } };
	expect(postContent({ title: '题', content: [[md('文')]], mentions: [{ everyone: true }], languages })).toEqual({
		zh_cn: { title: '题', content: [[at('all')], [md('文')]] },
		en_us: { title: 'T', content: [[at('all')], [md('a')]] },
		ja_jp: { title: '', content: [[at('all')], [md('b')]] },
	});
});
