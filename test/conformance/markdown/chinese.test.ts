import { markdownElements, markdownPost, plainPost, plainText } from '../../../feishu/markdown';
import { BESIDE_MARKS, type PostLine } from '../../support/markdown/chinese';

const nodes = (post: readonly PostLine[]) =>
	post.map((line) =>
		line.map((node) => {
			if (typeof node === 'string') return { tag: 'text', text: node };
			return 'md' in node ? { tag: 'md', text: node.md } : node;
		}),
	);

describe.each(BESIDE_MARKS)('$markdown', ({ markdown, card, post, plainPost: plain, words }) => {
	it('is said in a card', () => {
		const expected = typeof card === 'string' ? [{ tag: 'markdown', content: card }] : card;
		expect(markdownElements(markdown)).toMatchObject(expected as object);
	});

	it('is said in a post', () => {
		expect(markdownPost(markdown)).toEqual(nodes(post));
	});

	it('is said in the plain post of a custom bot', () => {
		expect(plainPost(markdown)).toEqual(nodes(plain));
	});

	it('is said in mere words', () => {
		expect(plainText(markdown)).toBe(words);
	});
});
