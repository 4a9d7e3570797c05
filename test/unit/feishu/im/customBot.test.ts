import {
	CUSTOM_BOT_TIER,
	hookKey,
	hookSignature,
	hookUrl,
	readBot,
	readHookAnswer,
	signedMessage,
	withoutBot,
} from '../../../../feishu/im/customBot';
import { customBotAdvice } from '../../../../feishu/im/customBotAdvice';
import { networkFailure } from '../../../../feishu/api/network';
import { failure, jsonAnswer, thrownBy } from '../../../support/feishuCalls';

const HOOK = 'https://open.feishu.cn/open-apis/bot/v2/hook/fake-hook';

describe('hookUrl', () => {
	it.each([
		HOOK,
		'https://open.larksuite.com/open-apis/bot/v2/hook/fake-hook',
		'https://proxy.example.com:8443/feishu/open-apis/bot/v2/hook/fake-hook',
		'http://127.0.0.1:4000/open-apis/bot/v2/hook/fake-hook',
		'http://localhost/open-apis/bot/v2/hook/fake-hook',
	])('takes %s', (url) => {
		expect(hookUrl(url)).toBe(url);
		expect(hookUrl(` ${url}/\n`)).toBe(url);
	});

	it.each([
		['nothing', ' ', 'is empty'],
		['an ID alone', 'fake-hook', 'is not a web address'],
		['another protocol', 'ftp://open.feishu.cn/open-apis/bot/v2/hook/fake-hook', 'is not a web address'],
		['plain http', 'http://open.feishu.cn/open-apis/bot/v2/hook/fake-hook', 'must start with https://'],
		['a query', `${HOOK}?a=1`, 'holds more than an address'],
		['a password', 'https://a:b@open.feishu.cn/open-apis/bot/v2/hook/fake-hook', 'holds more than an address'],
		['version 1', 'https://open.feishu.cn/open-apis/bot/hook/fake-hook', 'is one of the first version'],
		['an automation', 'https://www.feishu.cn/flow/api/trigger-webhook/fake-hook', 'starts a Feishu automation'],
		['no ID', 'https://open.feishu.cn/open-apis/bot/v2/hook/', 'is not that of a custom bot'],
		['another service', 'https://hooks.example.com/fake-hook', 'is not that of a custom bot'],
	])('refuses %s without repeating it', (_what, text, words) => {
		const error = thrownBy(() => hookUrl(text));
		expect(error).toMatchObject({ name: 'InputError', field: 'Webhook URL', advice: expect.stringMatching(/\S/) });
		expect(error.message).toContain(words);
		expect(JSON.stringify([error.message, error])).not.toContain('fake-hook');
	});
});

it('is read from a credential without what was copied along', () => {
	expect(readBot({ secretWebhookUrl: `\t${HOOK}\r\n`, secret: ' secret\n' })).toEqual({
		address: HOOK,
		secret: 'secret',
	});
	expect(readBot({ secretWebhookUrl: HOOK })).toEqual({ address: HOOK, secret: '' });
});

describe('the signature', () => {
	it('is the published one', () => {
		// The platform's own example.
		expect(hookSignature('1599360473', 'secret')).toBe('q4jswNiMy51J5JuQV566yJat0/lQ/c+22kINzUgKsGU=');
	});

	it('goes with its timestamp in whole seconds', () => {
		expect(signedMessage({ msg_type: 'text' }, 'secret', 1_599_360_473_999)).toEqual({
			timestamp: '1599360473',
			sign: 'q4jswNiMy51J5JuQV566yJat0/lQ/c+22kINzUgKsGU=',
			msg_type: 'text',
		});
	});

	it('is left out without a secret', () => {
		expect(signedMessage({ msg_type: 'text' }, '', 0)).toEqual({ msg_type: 'text' });
	});
});

describe('readHookAnswer', () => {
	it.each([
		[{ code: 0, msg: 'success', data: {} }],
		[{ StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' }],
		[{ Extra: null, StatusCode: 0, StatusMessage: 'success' }],
	])('takes %j for a success', (body) => {
		expect(readHookAnswer(jsonAnswer(body))).toEqual({ ok: true, value: true });
	});

	it.each([
		[{ code: 19001, msg: 'invalid', data: {} }, 19001, 'invalid'],
		[{ StatusCode: 0, code: 19024, msg: 'Key Words Not Found' }, 19024, 'Key Words Not Found'],
		[{ StatusCode: 11232, StatusMessage: 'frequency limited' }, 11232, 'frequency limited'],
	])('takes %j for a refusal', (body, code, msg) => {
		expect(readHookAnswer(jsonAnswer(body))).toMatchObject({ ok: false, failure: { kind: 'code', code, msg } });
	});

	it.each([
		['JSON of another service', jsonAnswer({ errcode: 0, errmsg: 'ok' }), 'http'],
		['a code that is no number', jsonAnswer({ code: '0' }), 'http'],
		['a page', { status: 200, headers: {}, body: '<p>Sign in</p>' }, 'http'],
		['nothing', { status: 200, headers: {}, body: '' }, 'http'],
		['half an answer', { ...jsonAnswer({}), body: '{"code":' }, 'unreadable'],
	])('takes %s for no success', (_what, answer, kind) => {
		expect(readHookAnswer(answer)).toMatchObject({ ok: false, failure: { kind, delivered: true } });
	});
});

describe('what must not be shown', () => {
	it('is taken out of a text', () => {
		const bot = { address: HOOK, secret: 'fake-secret' };
		expect(withoutBot(`POST ${HOOK}: fake-hook, fake-secret, rest`, bot)).toBe('POST …: …, …, rest');
		expect(withoutBot('nothing', { address: HOOK, secret: '' })).toBe('nothing');
	});

	it('is not in the key of the limits, which differ by bot', () => {
		expect(hookKey(HOOK)).toMatch(/^custom bot [\da-f]{64}$/);
		expect(hookKey(HOOK)).not.toBe(hookKey(`${HOOK}2`));
	});
});

it('keeps to 100 a minute and 5 a second', () => {
	expect(CUSTOM_BOT_TIER).toEqual([
		{ count: 100, windowMs: 60_000 },
		{ count: 5, windowMs: 1000 },
	]);
});

describe('words', () => {
	it.each([9499, 11231, 11232, 11246, 11310, 19001, 19002, 19021, 19022, 19024, 19036, 200621, 230025, 230099])(
		'explain %d and how to mend it',
		(code) => {
			const advice = customBotAdvice(failure({ code }));
			expect(advice?.message).toMatch(/^[A-Z].*[^.]$/);
			expect(advice?.hint).toMatch(/^\S.*[^.]$/);
		},
	);

	it.each([
		['by a code of its own', failure({ code: 200570, msg: 'card contains invalid image keys' })],
		[
			'within the words of another',
			failure({ code: 11246, msg: 'Create message content fail, ext=ErrCode: 200570; ' }),
		],
	])('tell what is wrong in a card %s', (_what, one) => {
		expect(customBotAdvice(one)?.message).toContain('an image that Feishu does not know');
	});

	it.each([
		['an unknown code', failure({ code: 42 })],
		['a gateway that fails', failure({ kind: 'http', code: undefined, status: 502 })],
		['a broken answer', failure({ kind: 'unreadable', code: undefined, status: 200 })],
		['a connection that broke off', networkFailure('ECONNRESET')],
	])('are the usual ones for %s', (_what, one) => {
		expect(customBotAdvice(one)).toBeUndefined();
	});

	it.each([networkFailure('ENOTFOUND'), networkFailure('ECONNREFUSED'), failure({ kind: 'http', code: undefined })])(
		'name the Webhook URL where another node would name the Region',
		(one) => {
			expect(customBotAdvice(one)?.hint).toContain('Webhook URL');
		},
	);
});
