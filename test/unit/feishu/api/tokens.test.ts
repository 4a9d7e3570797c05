import fc from '../../../support/generated';

import { readTokens, TokenError, unreachable } from '../../../../feishu/api/tokens';
import { jsonAnswer, thrownBy } from '../../../support/feishuCalls';

const NOW = Date.UTC(2026, 0, 31);
const good = { code: 0, msg: 'ok', tenant_access_token: 't-fake', app_access_token: 'a-fake', expire: 7200 };

it('reads both tokens, and until when they may be used', () => {
	expect(readTokens(jsonAnswer(good), NOW)).toEqual({
		tenantAccessToken: 't-fake',
		appAccessToken: 'a-fake',
		usableUntil: NOW + 6_900_000,
	});
});

it.each([undefined, '', 5])('takes the tenant token for the app token when that is %j', (app_access_token) => {
	expect(readTokens(jsonAnswer({ ...good, app_access_token }), NOW).appAccessToken).toBe('t-fake');
});

it('stops five minutes early, at the half when there is less', () => {
	const usableFor = (expire: number) => readTokens(jsonAnswer({ ...good, expire }), NOW).usableUntil - NOW;
	expect([7200, 1800, 600, 100].map(usableFor)).toEqual([6_900_000, 1_500_000, 300_000, 50_000]);
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 7200 }), (expire) => {
			expect(usableFor(expire)).toBeGreaterThan(0);
			expect(usableFor(expire)).toBeLessThan(expire * 1000);
		}),
	);
});

it.each([200, 400])('says the platform’s own words at HTTP %d', (status) => {
	const error = thrownBy(() => readTokens(jsonAnswer({ code: 10014, msg: 'app secret invalid' }, status), NOW));
	expect(error).toBeInstanceOf(TokenError);
	expect(error).toMatchObject({
		name: 'FeishuTokenError',
		message: expect.stringMatching(/^The App Secret is wrong\. .+ Feishu says: app secret invalid \(code 10014\)$/),
		quote: 'Feishu says: app secret invalid (code 10014)',
		feishuCode: 10014,
		temporary: undefined,
	});
});

it.each([
	['a page', { status: 200, headers: {}, body: '<html>' }, 'The platform did not answer as Feishu does (HTTP 200)'],
	['an unknown path', { status: 404, headers: {}, body: '404 page not found' }, '(HTTP 404)'],
	['no token', jsonAnswer({ ...good, tenant_access_token: undefined }), 'answered without a token'],
	['an empty token', jsonAnswer({ ...good, tenant_access_token: '' }), 'answered without a token'],
	['no lifetime', jsonAnswer({ ...good, expire: undefined }), 'answered without a token'],
])('points at Region and Base URL after %s', (_what, answer, words) => {
	const error = thrownBy(() => readTokens(answer, NOW));
	expect(error).toMatchObject({ name: 'FeishuTokenError', feishuCode: undefined, temporary: undefined });
	expect(error.message).toContain(words);
	expect(error.message).toContain('check the Region or the Base URL');
	expect(error.message).not.toContain('a-fake');
});

it('tells why the platform could not be reached', () => {
	const cause = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:443'), { code: 'ECONNREFUSED' });
	const error = unreachable(new Error('wrapped', { cause }), { region: 'feishu' });
	expect(error.temporary).toMatchObject({ kind: 'network', delivered: false, msg: 'ECONNREFUSED' });
	expect(error.message).toMatch(/^The platform refused the connection\. Check .*[^.]\.$/);
	expect(error.message).not.toContain('10.0.0.1');
	expect(unreachable(new Error('odd'), { region: 'feishu' }).temporary?.msg).toBe('UNKNOWN');
});

it.each([
	['a gateway that fails', { status: 502, headers: {}, body: '<html>' }, { kind: 'http', status: 502 }],
	[
		'being asked to slow down',
		jsonAnswer({ code: 99991400, msg: 'slow' }, 429, { 'x-ogw-ratelimit-reset': '3' }),
		{ resetSeconds: 3 },
	],
])('takes %s for temporary, and the business request as not sent', (_what, answer, expected) => {
	const error = thrownBy(() => readTokens(answer, NOW));
	expect(error).toMatchObject({ name: 'FeishuTokenError', temporary: { ...expected, delivered: false } });
});
