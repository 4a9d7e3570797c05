import fc from '../../../../support/generated';

import {
	CARD_LIMIT_BYTES,
	checkSize,
	POST_LIMIT_BYTES,
	TEXT_LIMIT_BYTES,
} from '../../../../../feishu/im/content/contentLimits';
import { thrownBy } from '../../../../support/feishuCalls';

it('knows the limits', () => {
	expect([TEXT_LIMIT_BYTES, POST_LIMIT_BYTES, CARD_LIMIT_BYTES]).toEqual([153_600, 30_720, 30_720]);
});

describe.each([
	['one byte', 'a'],
	['two bytes', 'ü'],
	['three bytes', '飞'],
	['four bytes', '😀'],
])('letters of %s', (_what, letter) => {
	const bytes = Buffer.byteLength(letter);

	it('are counted in bytes, to the last one', () => {
		const full = letter.repeat(Math.floor(POST_LIMIT_BYTES / bytes)) + 'a'.repeat(POST_LIMIT_BYTES % bytes);
		expect(Buffer.byteLength(full)).toBe(POST_LIMIT_BYTES);
		expect(() => checkSize('Text', full, POST_LIMIT_BYTES)).not.toThrow();
		const error = thrownBy(() => checkSize('Text', `${full}a`, POST_LIMIT_BYTES));
		expect(error).toMatchObject({ name: 'InputError', field: 'Text', advice: expect.any(String) });
		expect(error.message).toBe("The content of 'Text' has 30.1 KB; Feishu takes at most 30 KB");
	});
});

it('goes by UTF-8 for any text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const size = Buffer.from(text, 'utf8').length;
			expect(() => checkSize('Text', text, size)).not.toThrow();
			if (size > 0) expect(() => checkSize('Text', text, size - 1)).toThrow("The content of 'Text'");
		}),
	);
});
