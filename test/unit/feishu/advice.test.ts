import { ADVICE, explain, networkAdvice, type ExplainContext } from '../../../feishu/advice';
import type { CallHistory } from '../../../feishu/api/call';
import { RATE_CODES, TOKEN_CODES } from '../../../feishu/api/codes';
import type { CallFailure } from '../../../feishu/api/envelope';
import { networkFailure } from '../../../feishu/api/network';
import { failure } from '../../support/feishuCalls';

const ONCE: CallHistory = { attempts: 1, waitedMs: 0, renewed: false };

const explained = (one: CallFailure, history: Partial<CallHistory> = {}, context?: ExplainContext) =>
	explain(one, { ...ONCE, ...history }, context);

const linesOf = (one: CallFailure, history?: Partial<CallHistory>, context?: ExplainContext) =>
	explained(one, history, context).description.split('\n');

describe.each([...ADVICE])('code %d', (code, { message, hint, cause }) => {
	it('says what happened and how to mend it, each once', () => {
		expect(message).toMatch(/^[\p{Lu}].*[^.\s]$/u);
		expect(hint).toMatch(/^\S.*[^.\s]$/s);
		const words = explained(failure({ code, msg: 'words of the platform', logId: 'L1' }));
		expect(words.message).toBe(message);
		const lines = words.description.split('\n');
		expect(lines[0]).toBe(`${hint}.`);
		expect(lines).toContain("Feishu's words: words of the platform");
		expect(lines).toContain(`(code ${code}, log id L1)`);
		expect(new Set(lines).size).toBe(lines.length);
		expect(words.description).not.toMatch(/\.\.|undefined|^\s*$/m);
		expect(words.cause).toBe(cause);
	});
});

describe('codes that the policy knows', () => {
	it.each([...RATE_CODES, 99991400])('%d asks to slow down', (code) => {
		expect(explained(failure({ code })).cause).toBe('rate-limited');
	});

	it.each([...TOKEN_CODES])('%d is about the credential, and says that a new token did not help', (code) => {
		expect(explained(failure({ code })).cause).toBe('credential-invalid');
		expect(linesOf(failure({ code }), { renewed: true })).toContain('A new token was fetched and refused as well.');
		expect(linesOf(failure({ code }))).not.toContain('A new token was fetched and refused as well.');
	});
});

describe('what no row knows', () => {
	it.each<[string, CallFailure, string, string | undefined]>([
		[
			'an unknown code, in the platform’s words',
			failure({ code: 42, msg: 'strange' }),
			'Feishu says: strange',
			undefined,
		],
		[
			'an unknown code without words',
			failure({ code: 42, msg: '' }),
			'Feishu refused the call with code 42',
			undefined,
		],
		['HTTP 429', failure({ kind: 'http', status: 429 }), 'Feishu asks to slow down', 'rate-limited'],
		[
			'a broken answer',
			failure({ kind: 'unreadable', status: 200, msg: '' }),
			'The answer of the platform broke off',
			'temporarily-unavailable',
		],
		[
			'404',
			failure({ kind: 'http', status: 404, msg: '404 page not found' }),
			'The platform does not know this address',
			'configuration-invalid',
		],
		[
			'502',
			failure({ kind: 'http', status: 502, msg: '' }),
			'The platform failed to answer',
			'temporarily-unavailable',
		],
		[
			'a login page',
			failure({ kind: 'http', status: 200, msg: 'Sign in' }),
			'Something other than the platform answered',
			'configuration-invalid',
		],
	])('reads well: %s', (_what, one, message, cause) => {
		const words = explained(one);
		expect(words).toMatchObject({ message, cause });
		expect(words.description).toMatch(/^[A-Z].*\./);
		expect(words.description).toMatch(/\((code|HTTP) \d+\)$/);
	});

	it('does not repeat the platform’s words where the message has them', () => {
		expect(linesOf(failure({ code: 42, msg: 'strange' })).join()).not.toContain('strange');
		expect(linesOf(failure({ kind: 'http', status: 200, msg: 'Sign in' }))).toContain('The answer began: Sign in');
	});
});

describe('the network', () => {
	it.each([
		['ENOTFOUND', 'The address of the platform is not known to the network'],
		['EAI_AGAIN', 'The address of the platform could not be looked up'],
		['ECONNREFUSED', 'The platform refused the connection'],
		['ETIMEDOUT', 'The platform did not answer in time'],
		['ECONNABORTED', 'The platform did not answer in time'],
		['ECONNRESET', 'The connection broke off'],
		['CERT_HAS_EXPIRED', "The platform's certificate is not trusted"],
		['DEPTH_ZERO_SELF_SIGNED_CERT', "The platform's certificate is not trusted"],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', "The platform's certificate is not trusted"],
		['EWHATEVER', 'The platform could not be reached'],
	])('%s', (code, message) => {
		expect(networkAdvice(code).message).toBe(message);
		const words = explained(networkFailure(code));
		expect(words).toMatchObject({ message, cause: 'temporarily-unavailable' });
		expect(words.description.split('\n')).toEqual([`${networkAdvice(code).hint}.`, `(${code})`]);
	});
});

describe('what was done about it', () => {
	const limited = failure({ code: 99991400, status: 429 });

	it('tells tries and time', () => {
		expect(linesOf(limited, { attempts: 3, waitedMs: 1480 })).toContain('Tried 3 times over 1 s.');
		expect(linesOf(limited, { attempts: 9, waitedMs: 300_000 })).toContain('Tried 9 times over 5 minutes.');
		expect(linesOf(limited).join()).not.toContain('Tried');
	});

	it('tells a wait that was too long, and gives it to n8n', () => {
		const words = explained(limited, { refusedWaitMs: 600_000 });
		expect(words.description).toContain('Feishu asks to wait 10 minutes, which goes beyond the limit set in');
		expect(words.description).toContain('Longest Wait');
		expect(words).toMatchObject({ cause: 'rate-limited', retryAfterMs: 600_000 });
	});

	it('warns of what may have been carried out, and only then', () => {
		const dropped = networkFailure('ECONNRESET');
		const warning = 'It may have been carried out all the same, so it was not sent again.';
		expect(linesOf(dropped, { unrepeatable: true })).toContain(warning);
		expect(linesOf(dropped)).not.toContain(warning);
	});
});

describe('details', () => {
	it.each([99991672, 99991676, 99991679])(
		'names the scopes for code %d: the platform’s before the operation’s',
		(code) => {
			const known = { scopes: ['im:message', 'im:chat'], consoleUrl: 'https://console.example.com/app/cli_1' };
			expect(linesOf(failure({ code }), {}, known)).toEqual(
				expect.arrayContaining(['Add one of these scopes: im:message, im:chat.', `Here: ${known.consoleUrl}`]),
			);
			const told = failure({ code, scopes: ['im:resource'], helps: ['https://console.example.com/add'] });
			expect(linesOf(told, {}, known)).toEqual(
				expect.arrayContaining(['Add this scope: im:resource.', 'Here: https://console.example.com/add']),
			);
			expect(linesOf(failure({ code }))).toHaveLength(3);
		},
	);

	it('names no scopes for other codes', () => {
		const words = linesOf(
			failure({ code: 230002 }),
			{},
			{ scopes: ['im:message'], consoleUrl: 'https://x.example.com' },
		);
		expect(words.join()).not.toMatch(/im:message|x\.example/);
	});

	it('goes through the fields', () => {
		const fieldViolations = [
			{ field: 'receive_id_type', description: 'receive_id_type is required' },
			{ field: 'content', description: '' },
			{ field: 'uuid' },
		];
		expect(linesOf(failure({ code: 99992402, fieldViolations }))).toEqual(
			expect.arrayContaining([
				"Field 'receive_id_type': receive_id_type is required",
				"Field 'content': not accepted",
				"Field 'uuid': not accepted",
			]),
		);
	});

	it('ends with the platform’s own diagnosis', () => {
		const one = failure({ code: 1, logId: 'L2', troubleshooter: 'https://open.example.com/search?log_id=L2' });
		expect(linesOf(one).slice(-2)).toEqual([
			'(code 1, log id L2)',
			"Feishu's own diagnosis: https://open.example.com/search?log_id=L2",
		]);
	});
});
