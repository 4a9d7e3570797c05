import fc from '../../support/generated';

import { isObject, object, parseObject, text } from '../../../feishu/json';

it.each([
	['{"a":1}', { a: 1 }],
	['[1]', undefined],
	['null', undefined],
	['1', undefined],
	['{', undefined],
])('parses objects only: %s', (text, expected) => {
	expect(parseObject(text)).toEqual(expected);
});

it('is sure about any value', () => {
	fc.assert(
		fc.property(fc.anything(), (value) => {
			expect(isObject(object(value))).toBe(true);
			expect(typeof text(value)).toBe('string');
			expect(object(value) === value).toBe(isObject(value));
			expect(text(value) === value).toBe(typeof value === 'string');
		}),
	);
});

it.each([
	[{ a: 1 }, true],
	[[], false],
	[null, false],
	[undefined, false],
	['a', false],
])('%j is an object: %s', (value, expected) => {
	expect(isObject(value)).toBe(expected);
});
