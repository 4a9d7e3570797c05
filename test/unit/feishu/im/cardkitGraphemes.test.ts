import fc from '../../../support/generated';

import { completeText, cutText } from '../../../../feishu/graphemes';

const boundaries = (text: string) =>
	new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index)).add(text.length);

describe('cutting texts', () => {
	test.each([
		['ascii', 'hello', 3, 'hel'],
		['a family', 'a👩‍👩‍👧b', 4, 'a'],
		['behind a family', 'a👩‍👩‍👧b', 9, 'a👩‍👩‍👧'],
		['a flag', '🇨🇳🇫🇷', 5, '🇨🇳'],
		['a letter with a mark', 'e\u0301a', 1, ''],
		['Chinese', '你好世界', 2, '你好'],
		['nothing', 'abc', 0, ''],
		['below nothing', 'abc', -1, ''],
		['all', 'abc', 3, 'abc'],
		['more than all', 'abc', 10, 'abc'],
		['a fraction', 'abc', 1.9, 'a'],
	])('%s', (_, text, length, expected) => {
		expect(cutText(text, length)).toBe(expected);
	});

	test('never inside a character, at most the length, and less by one character at most', () => {
		const unit = fc.constantFrom('a', ' ', '\n', '你', '👍🏽', '👩‍👩‍👧', '🇨🇳', 'e\u0301', '𠮷', '\r\n');
		fc.assert(
			fc.property(fc.array(unit, { maxLength: 200 }), fc.integer({ min: 0, max: 1_500 }), (units, length) => {
				const text = units.join('');
				const cut = cutText(text, length);
				expect(text.startsWith(cut)).toBe(true);
				expect(cut.length).toBeLessThanOrEqual(Math.max(length, 0));
				expect(boundaries(text).has(cut.length)).toBe(true);
				expect(Math.min(length, text.length) - cut.length).toBeLessThan(8);
			}),
		);
	});

	test('the last character of a growing text is left out: more of it may come', () => {
		expect(completeText('Hello')).toBe('Hell');
		expect(completeText('Hi 👩‍')).toBe('Hi ');
		expect(completeText('Hi \ud83d')).toBe('Hi ');
		expect(completeText('')).toBe('');
	});

	test('a long text is cut in no time of its own', () => {
		const text = '你好 👩‍👩‍👧 '.repeat(100_000);
		for (let index = 0; index < 2_000; index++) expect(cutText(text, text.length - index).length).toBeGreaterThan(0);
	});
});
