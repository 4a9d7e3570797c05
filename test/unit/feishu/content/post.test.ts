import { postContent, type PostParts } from '../../../../feishu/content/post';

const at = (user_id: string) => ({ tag: 'at', user_id });

it.each<[string, PostParts, unknown]>([
	['nothing', {}, { title: '', content: [] }],
	['a title alone', { title: 'T' }, { title: 'T', content: [] }],
	['markdown', { markdown: '**a**\n- b' }, { title: '', content: [[{ tag: 'md', text: '**a**\n- b' }]] }],
	['blank markdown', { title: 'T', markdown: ' \n' }, { title: 'T', content: [] }],
	[
		'mentions in a paragraph before everything',
		{ markdown: 'a', mentions: [{ everyone: true }, { everyone: false, id: 'ou_1' }] },
		{ title: '', content: [[at('all'), at('ou_1')], [{ tag: 'md', text: 'a' }]] },
	],
	[
		'each image in a paragraph of its own at the end',
		{ markdown: 'a', imageKeys: ['img_1', 'img_2'] },
		{
			title: '',
			content: [[{ tag: 'md', text: 'a' }], [{ tag: 'img', image_key: 'img_1' }], [{ tag: 'img', image_key: 'img_2' }]],
		},
	],
])('builds %s', (_what, parts, expected) => {
	expect(postContent(parts)).toEqual({ zh_cn: expected });
});
