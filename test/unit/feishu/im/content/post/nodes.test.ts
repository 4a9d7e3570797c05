import { checkPost } from '../../../../../../feishu/im/content/post/checkPost';
import { postParagraphs, type PostPart } from '../../../../../../feishu/im/content/post/nodes';
import { postContent } from '../../../../../../feishu/im/content/postContent';

describe('postParagraphs', () => {
	it.each<[string, PostPart[], unknown]>([
		[
			'words with their styles',
			[
				{ type: 'text', text: 'a', styles: ['underline', 'bold'] },
				{ type: 'link', text: 'b', url: 'https://x.y/a b', styles: ['italic'] },
				{ type: 'link', url: 'https://x.y' },
				{ type: 'mention', id: 'ou_1', styles: ['lineThrough'] },
				{ type: 'emoji', emoji: '👍' },
			],
			[
				[
					{ tag: 'text', text: 'a', style: ['bold', 'underline'] },
					{ tag: 'a', text: 'b', href: 'https://x.y/a%20b', style: ['italic'] },
					{ tag: 'a', text: 'https://x.y', href: 'https://x.y' },
					{ tag: 'at', user_id: 'ou_1', style: ['lineThrough'] },
					{ tag: 'emotion', emoji_type: 'THUMBSUP' },
				],
			],
		],
		[
			'what has a paragraph of its own',
			[
				{ type: 'text', text: 'a' },
				{ type: 'image', imageKey: 'img_1' },
				{ type: 'video', fileKey: 'file_1', imageKey: 'img_1' },
				{ type: 'text', text: 'b' },
				{ type: 'text', text: 'c' },
				{ type: 'code', text: 'x', language: 'GO' },
				{ type: 'divider' },
				{ type: 'markdown', text: '**d**' },
			],
			[
				[{ tag: 'text', text: 'a' }],
				[{ tag: 'img', image_key: 'img_1' }],
				[{ tag: 'media', file_key: 'file_1', image_key: 'img_1' }],
				[
					{ tag: 'text', text: 'b' },
					{ tag: 'text', text: 'c' },
				],
				[{ tag: 'code_block', language: 'GO', text: 'x' }],
				[{ tag: 'hr' }],
				[{ tag: 'md', text: '**d**' }],
			],
		],
	])('writes %s', (_what, parts, paragraphs) => {
		const content = postParagraphs([parts]);
		expect(content).toEqual(paragraphs);
		expect(() => checkPost({ ...postContent({ content }) }, { field: 'Post' })).not.toThrow();
	});

	it('keeps paragraphs apart', () => {
		const part: PostPart = { type: 'text', text: 'a' };
		expect(postParagraphs([[part], [], [part]])).toHaveLength(2);
	});
});
