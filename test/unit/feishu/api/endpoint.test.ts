import fc from '../../../support/generated';

import { fillPath, parseEndpoint, pathParameters, queryString } from '../../../../feishu/api/endpoint';
import { InputError } from '../../../../feishu/input';
import { thrownBy } from '../../../support/feishuCalls';

/** Any text that has a form in UTF-8. */
const text = fc.string({ unit: 'grapheme' });

describe('parseEndpoint', () => {
	it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('reads %s', (method) => {
		expect(parseEndpoint(`${method} /open-apis/im/v1/chats/:chat_id`)).toEqual({
			method,
			path: '/open-apis/im/v1/chats/:chat_id',
		});
	});

	it.each(['', 'GET', '/x', 'get /x', 'HEAD /x', 'GET x', 'GET /x y', 'GET  /x', 'GET https://x'])(
		'refuses "%s"',
		(wrong) => {
			expect(() => parseEndpoint(wrong)).toThrow(`Not an endpoint: ${wrong}`);
		},
	);
});

describe('paths', () => {
	it('finds the parameters in order', () => {
		expect(pathParameters('/a/:one/b/:two_2/:_three')).toEqual(['one', 'two_2', '_three']);
		expect(pathParameters('/a/b')).toEqual([]);
	});

	it('keeps every value one segment that reads back', () => {
		fc.assert(
			fc.property(text, text, (one, two) => {
				fc.pre([one, two].every((value) => !['', '.', '..'].includes(value.trim())));
				const url = new URL(`https://h.example.com${fillPath('/a/:one/b/:two', { one, two })}`);
				const segments = url.pathname.split('/').map(decodeURIComponent);
				expect(segments).toEqual(['', 'a', one.trim(), 'b', two.trim()]);
				expect(url.search + url.hash).toBe('');
			}),
		);
	});

	it('fills names that begin alike, and values that look like parameters', () => {
		expect(fillPath('/:id/:id_type', { id: ':id_type', id_type: '$1' })).toBe('/%3Aid_type/%241');
	});

	it.each(['.', '..', ' .. '])('refuses "%s", which names another endpoint', (id) => {
		const error = thrownBy(() => fillPath('/chats/:chat_id', { chat_id: id }));
		expect(error).toBeInstanceOf(InputError);
		expect(error.message).toBe(`The path parameter 'chat_id' may not be '${id.trim()}'`);
	});

	it.each<Record<string, string> | undefined>([undefined, {}, { chat_id: '' }, { chat_id: '  ' }])(
		'refuses an empty value: %j',
		(values) => {
			const error = thrownBy(() => fillPath('/chats/:chat_id', values));
			expect(error).toMatchObject({ name: 'InputError', field: 'chat_id' });
			expect(error.message).toBe("The path parameter 'chat_id' is empty");
		},
	);
});

describe('queryString', () => {
	it.each([
		[undefined, ''],
		[{}, ''],
		[{ a: undefined, b: null, c: '', d: [], e: ['', undefined, null] }, ''],
		[{ a: 0, b: false, c: ' ' }, '?a=0&b=false&c=%20'],
		[{ user_ids: ['a', 'b'], type: 'open_id' }, '?user_ids=a&user_ids=b&type=open_id'],
		[{ 'a[]': 'ü&=+' }, '?a%5B%5D=%C3%BC%26%3D%2B'],
	])('%j gives %s', (query, expected) => {
		expect(queryString(query)).toBe(expected);
	});

	it('reads back as it was written', () => {
		const value = fc.oneof(text, fc.integer(), fc.boolean());
		fc.assert(
			fc.property(fc.uniqueArray(fc.tuple(text, fc.array(value)), { selector: ([name]) => name }), (entries) => {
				const query = Object.fromEntries(entries);
				const expected = Object.entries(query).flatMap(([name, values]) =>
					values.filter((one) => one !== '').map((one) => [name, String(one)]),
				);
				expect([...new URLSearchParams(queryString(query))]).toEqual(expected);
			}),
		);
	});
});
