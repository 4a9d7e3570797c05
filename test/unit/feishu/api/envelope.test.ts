import fc from '../../../support/generated';

import { header, readAnswer, saysJson, type Answer } from '../../../../feishu/api/envelope';
import { isObject } from '../../../../feishu/json';
import { jsonAnswer } from '../../../support/feishuCalls';

function refused(answer: Answer) {
	const outcome = readAnswer(answer);
	if (outcome.ok) throw new Error(`Read as a success: ${answer.body}`);
	return outcome.failure;
}

function data(body: unknown, status = 200) {
	const outcome = readAnswer(jsonAnswer(body, status));
	if (!outcome.ok) throw new Error(`Read as a failure: ${JSON.stringify(outcome.failure)}`);
	return outcome.value;
}

describe('success', () => {
	it.each<[string, object, object]>([
		['data', { code: 0, msg: 'success', data: { a: 1 } }, { a: 1 }],
		['no data', { code: 0, msg: 'ok' }, {}],
		['null as data', { code: 0, msg: 'ok', data: null }, {}],
		['results beside the code', { code: 0, msg: 'ok', bot: { name: 'x' } }, { bot: { name: 'x' } }],
		['results beside the code, and null as data', { code: 0, bot: 1, data: null }, { bot: 1 }],
		['a list as data', { code: 0, data: [1, 2] }, { data: [1, 2] }],
		['a single value as data', { code: 0, data: 'x' }, { data: 'x' }],
		['no code at all', { access_token: 'x' }, { access_token: 'x' }],
	])('reads %s', (_form, body, expected) => {
		expect(data(body)).toEqual({ data: expected, whole: body });
	});

	it('goes by the code alone, at any HTTP status and with any words', () => {
		expect(data({ code: 0, msg: 'error', data: { a: 1 } }, 500).data).toEqual({ a: 1 });
	});
});

describe.each([200, 400])('refusals at HTTP %d', (status) => {
	const failureOf = (body: unknown, headers?: Answer['headers']) => refused(jsonAnswer(body, status, headers));

	it('reads code, words and log id', () => {
		expect(failureOf({ code: 230002, msg: 'Bot is not in the chat', error: { log_id: 'L1' } })).toEqual({
			kind: 'code',
			delivered: true,
			status,
			code: 230002,
			msg: 'Bot is not in the chat',
			logId: 'L1',
			troubleshooter: undefined,
			scopes: [],
			fieldViolations: [],
			helps: [],
			resetSeconds: undefined,
		});
	});

	it.each([
		['log_id', { log_id: 'body' }, 'body'],
		['logid', { logid: 'body' }, 'body'],
		['the header', {}, 'header'],
	])('finds the log id in %s', (_where, error, expected) => {
		expect(failureOf({ code: 1, msg: '', error }, { 'X-Tt-Logid': 'header' }).logId).toBe(expected);
	});

	it.each([
		['error.message', { code: 1, msg: '', error: { message: 'words' } }],
		['error_description', { code: 1, error: 'invalid_grant', error_description: 'words' }],
		['message', { code: 1, message: 'words' }],
	])('finds the words in %s where msg is empty', (_where, body) => {
		expect(failureOf(body).msg).toBe('words');
	});

	it('reads scopes and links, as they are sent and as they are documented', () => {
		const failure = failureOf({
			code: 99991672,
			msg: 'Access denied',
			error: {
				permission_violations: [
					{ type: 'action_scope_required', subject: 'im:chat:readonly' },
					{ scope: 'im:chat', url: 'https://example.com/scope' },
					{ type: 'x' },
					'nonsense',
				],
				helps: [{ url: 'https://example.com/help', description: 'Add it' }, { description: 'no link' }],
			},
		});
		expect(failure.scopes).toEqual(['im:chat:readonly', 'im:chat']);
		expect(failure.helps).toEqual(['https://example.com/help', 'https://example.com/scope']);
	});

	it('reads field violations, with numbers as text', () => {
		const violations = [{ field: 'page_size', value: 500, description: 'the max is 100' }, { field: 'x' }];
		expect(failureOf({ code: 99992402, error: { field_violations: violations } }).fieldViolations).toEqual([
			{ field: 'page_size', value: '500', description: 'the max is 100' },
			{ field: 'x', value: '', description: '' },
		]);
	});

	it('reads details as such violations', () => {
		const details = [{ key: 'recurrence', value: 'COUNT can not be used' }];
		expect(failureOf({ code: 190014, error: { details } }).fieldViolations).toEqual([
			{ field: 'recurrence', value: '', description: 'COUNT can not be used' },
		]);
	});

	it('takes the link alone out of the troubleshooter', () => {
		const troubleshooter =
			'排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?log_id=1&code=2 ok';
		const failure = failureOf({ code: 1, error: { troubleshooter } });
		expect(failure.troubleshooter).toBe('https://open.feishu.cn/search?log_id=1&code=2');
		expect(failureOf({ code: 1, error: { troubleshooter: 'call us' } }).troubleshooter).toBeUndefined();
	});

	it.each<[Answer['headers'], number | undefined]>([
		[{ 'x-ogw-ratelimit-reset': '12' }, 12],
		[{ 'X-Ogw-Ratelimit-Reset': ['7', '8'] }, 7],
		[{ 'x-ogw-ratelimit-reset': 0 }, 0],
		[{ 'retry-after': '3' }, 3],
		[{ 'x-ogw-ratelimit-reset': '5', 'retry-after': '9' }, 5],
		[{ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, undefined],
		[{ 'x-ogw-ratelimit-reset': '-1' }, undefined],
		[{}, undefined],
	])('reads the wait from %j', (headers, expected) => {
		expect(failureOf({ code: 99991400 }, headers).resetSeconds).toBe(expected);
	});

	it('bears details of any form', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.jsonValue(), (error, msg) => {
				const failure = failureOf({ code: 7, msg, error });
				expect(failure).toMatchObject({ kind: 'code', code: 7, delivered: true });
				expect(typeof failure.msg).toBe('string');
			}),
		);
	});
});

describe('what is not the platform’s envelope', () => {
	const foreign = (status: number, type: string, body: string) =>
		refused({ status, headers: { 'content-type': type }, body });

	it.each([
		['404 page not found', 404, 'text/plain', '404 page not found', 'http', '404 page not found'],
		['an HTML page', 200, 'text/html', '<title>Sign in</title><p>to the proxy', 'http', 'Sign in to the proxy'],
		['a gateway’s 502', 502, 'text/html', '<h1>502 Bad Gateway</h1>', 'http', '502 Bad Gateway'],
		['truncated JSON', 200, 'application/json', '{"code":0,"data":{"a', 'unreadable', ''],
		['an empty body that says JSON', 200, 'application/json', '', 'unreadable', ''],
		['a list', 200, 'application/json', '[1]', 'unreadable', ''],
		['broken JSON of a failing gateway', 503, 'application/json', 'upstream', 'http', 'upstream'],
		['an empty body', 200, 'text/plain', '', 'http', ''],
	])('tells %s', (_what, status, type, body, kind, msg) => {
		expect(foreign(status, type, body)).toEqual({
			kind,
			delivered: true,
			status,
			msg,
			logId: undefined,
			scopes: [],
			fieldViolations: [],
			helps: [],
			resetSeconds: undefined,
		});
	});

	it('keeps scripts and styles out of a page’s words, and the words short', () => {
		const page = `<style>p {color: red}</style><script>var secret = 1;</script>${'long '.repeat(100)}`;
		const { msg } = foreign(200, 'text/html', page);
		expect(msg).toMatch(/^long long/);
		expect(msg.length).toBeLessThanOrEqual(120);
	});

	it('tells JSON without a code by its status', () => {
		expect(refused(jsonAnswer({ message: 'no route' }, 404))).toMatchObject({
			kind: 'http',
			msg: 'no route',
			status: 404,
		});
	});

	it('reads any text without throwing', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 100, max: 599 }), (body, status) => {
				const outcome = readAnswer({ status, headers: {}, body });
				expect(outcome.ok).toBe(outcome.ok && isObject(JSON.parse(body)));
			}),
		);
	});
});

it('finds headers in any case, the first of several', () => {
	expect(header({ headers: { 'X-TT-Logid': 'a' } }, 'x-tt-logid')).toBe('a');
	expect(header({ headers: { a: ['1', '2'] } }, 'a')).toBe('1');
	expect(header({ headers: { a: undefined } }, 'a')).toBeUndefined();
});

it.each([
	['application/json', true],
	['application/json; charset=utf-8', true],
	['application/problem+json', true],
	['application/octet-stream', false],
	[undefined, false],
])('says JSON: %s %s', (type, expected) => {
	expect(saysJson({ headers: { 'Content-Type': type } })).toBe(expected);
});
