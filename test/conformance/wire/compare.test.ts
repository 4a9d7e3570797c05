import { differences, wireOf } from './compare';
import { APP_TOKEN, TENANT_TOKEN, type Recorded } from './recorder';

const base: Recorded = {
	method: 'POST',
	url: '/open-apis/im/v1/messages/om_1?b=2&a=%E4%B8%AD&a=1',
	headers: { authorization: `Bearer ${TENANT_TOKEN}`, 'content-type': 'application/json; charset=utf-8' },
	body: Buffer.from('{"content":"x","list":[1,2]}'),
};

async function form(parts: Record<string, string | File>): Promise<Recorded> {
	const data = new FormData();
	for (const [name, value] of Object.entries(parts)) data.append(name, value);
	const response = new Response(data);
	return {
		...base,
		headers: { ...base.headers, 'content-type': response.headers.get('content-type') ?? '' },
		body: Buffer.from(await response.arrayBuffer()),
	};
}

const found = async (one: Recorded, other: Recorded) =>
	differences(await wireOf(one), await wireOf(other)).map(({ what }) => what);

it.each<[string, Partial<Recorded>, string[]]>([
	['the same request', {}, []],
	[
		'pairs of the query in another order, encoded otherwise',
		{ url: '/open-apis/im/v1/messages/om_1?a=1&a=中&b=2' },
		[],
	],
	['keys of the body in another order', { body: Buffer.from('{ "list": [1, 2], "content": "x" }') }, []],
	['another method', { method: 'PUT' }, ['method']],
	['another path', { url: '/open-apis/im/v1/messages/om_2?b=2&a=%E4%B8%AD&a=1' }, ['path']],
	['a pair of the query less', { url: '/open-apis/im/v1/messages/om_1?b=2&a=1' }, ['query']],
	['a pair of the query twice', { url: `${base.url}&b=2` }, ['query']],
	['a list in another order', { body: Buffer.from('{"content":"x","list":[2,1]}') }, ['body']],
	['a number as text', { body: Buffer.from('{"content":"x","list":["1",2]}') }, ['body']],
	[
		'no body',
		{ headers: { authorization: base.headers.authorization }, body: Buffer.from('') },
		['contentType', 'body'],
	],
	['no type of the body', { headers: { authorization: base.headers.authorization } }, ['contentType']],
	['the app token', { headers: { ...base.headers, authorization: `Bearer ${APP_TOKEN}` } }, ['authorization']],
	['a header of the platform', { headers: { ...base.headers, 'x-lark-helpdesk-authorization': 'x' } }, ['headers']],
	['no token', { headers: { 'content-type': 'application/json' } }, ['authorization']],
])('tells apart: %s', async (_name, change, expected) => {
	expect(await found(base, { ...base, ...change })).toEqual(expected);
});

it.each<[string, number]>([
	['GET', 0],
	['DELETE', 0],
	['POST', 2],
])('%s: an empty object beside no body makes %i differences', async (method, count) => {
	const empty = { ...base, method, body: Buffer.from('{}') };
	const none = { ...base, method, headers: { authorization: base.headers.authorization }, body: Buffer.from('') };
	expect(await found(empty, none)).toHaveLength(count);
});

describe('forms', () => {
	const file = new File(['\u0000 bytes'], '附件.pdf', { type: 'application/pdf' });

	it.each<[string, Record<string, string | File>, number]>([
		['parts in another order', { file, text: 'one' }, 0],
		['another text', { text: 'two', file }, 1],
		['a part less', { file }, 1],
		['another name of the part', { text: 'one', files: file }, 1],
		['another file name', { text: 'one', file: new File([file], 'other.pdf', { type: file.type }) }, 1],
		['another type', { text: 'one', file: new File([file], file.name, { type: 'text/plain' }) }, 1],
		['other bytes', { text: 'one', file: new File(['other'], file.name, { type: file.type }) }, 1],
	])('%s', async (_name, parts, count) => {
		expect(await found(await form({ text: 'one', file }), await form(parts))).toHaveLength(count);
	});
});
