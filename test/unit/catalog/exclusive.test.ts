import { countPairs, unreviewed } from '../../../scripts/catalog/exclusive';
import type { Endpoint, McpEndpoint, Schema } from '../../../scripts/catalog/types';
import { endpoints } from '../../support/catalog/committed';

const ID = 'POST /open-apis/demo/v1/things';
const endpoint = (body: Schema) => ({ id: ID, request: { body: { type: 'object', ...body } } }) as Endpoint;
const texts = (zhTexts: Record<string, string>, en: Record<string, string> = {}) =>
	[{ id: ID, texts: en, zhTexts }] as unknown as McpEndpoint[];
const properties = { a: {}, b: {} };

describe('texts that speak of values that exclude each other', () => {
	it.each([
		'与 b 二选一',
		'和b互斥，同时设置时报错',
		'不能同时设置 a 和 b',
		'与「b」同时使用时，以当前字段为准',
		'当填写此参数时，b 参数将失效',
	])('are found: %s', (text) => {
		expect(unreviewed([endpoint({ properties })], texts({ 'body.a': text }), [])).toMatchObject([{ id: ID, field: 'body.a' }]);
	});

	it('are found in English, too', () => {
		const found = unreviewed([endpoint({ properties })], texts({}, { 'body.b': 'It is mutually exclusive with a.' }), []);
		expect(found).toMatchObject([{ field: 'body.b' }]);
	});

	it.each<[string, Schema]>([
		['exclude', { properties, exclusive: [['a', 'b']] }],
		['overrule', { properties, prevails: [['b', 'a']] }],
	])('are settled where the facts say that they %s each other', (_, body) => {
		expect(unreviewed([endpoint(body)], texts({ 'body.a': '与 b 二选一' }), [])).toEqual([]);
	});

	it('are settled where somebody judged that they do not', () => {
		const judged = [{ id: ID, fields: ['body.a'], reason: 'Speaks of something else.' }];
		expect(unreviewed([endpoint({ properties })], texts({ 'body.a': '与 b 二选一' }), judged)).toEqual([]);
	});

	it('are none of those that ask for at least one', () => {
		expect(unreviewed([endpoint({ properties })], texts({ 'body.a': 'a 和 b 不能同时为空' }), [])).toEqual([]);
	});
});

test('the catalog has such values in 48 endpoints: they exclude each other in 12, and one does not count in 36', () => {
	expect(countPairs(endpoints)).toEqual({ exclusive: 12, prevails: 36 });
});
