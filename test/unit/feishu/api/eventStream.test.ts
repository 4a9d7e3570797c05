/** Answers that come bit by bit. */
import { readLastEvent } from '../../../../feishu/api/eventStream';

const answer = (body: string, status = 200, type = 'text/event-stream') => ({
	status,
	headers: { 'content-type': type },
	body,
});

it.each([
	['the last of several', 'data: {"a":1}\n\ndata: {"a":2}\n\n', { a: 2 }],
	['one whose lines are apart', 'data: {"a":\ndata: 3}\n\n', { a: 3 }],
	[
		'lines of Windows, and what is said beside the data',
		'event: x\r\nid: 1\r\ndata:{"a":4}\r\n\r\n: ping\r\n\r\n',
		{ a: 4 },
	],
	['one without an end', 'data: {"a":5}', { a: 5 }],
	['one before what is cut off', 'data: {"a":6}\n\ndata: {"a":7', { a: 6 }],
	['an envelope among them', 'data: {"code":0,"data":{"a":8}}\n\n', { a: 8 }],
])('gives %s', (_what, body, value) => {
	expect(readLastEvent(answer(body))).toEqual({ ok: true, value });
});

it('reads what comes whole as any answer', () => {
	const whole = answer('{"code":0,"msg":"","data":{"a":1}}', 200, 'application/json');
	expect(readLastEvent(whole)).toEqual({ ok: true, value: { a: 1 } });
});

it.each([
	[
		'a refusal',
		answer('{"code":2700001,"msg":"param is invalid"}', 400, 'application/json'),
		{ kind: 'code', code: 2700001 },
	],
	[
		'a refusal at the end',
		answer('data: {"a":1}\n\ndata: {"code":2700001,"msg":"no"}\n\n'),
		{ kind: 'code', code: 2700001 },
	],
	['a page', answer('<html>', 502, 'text/html'), { kind: 'http', status: 502 }],
])('tells %s', (_what, given, failure) => {
	expect(readLastEvent(given)).toMatchObject({ ok: false, failure });
});
