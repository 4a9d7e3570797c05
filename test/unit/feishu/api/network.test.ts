import { findCause, isCancelled, networkCode, networkFailure } from '../../../../feishu/api/network';
import { InputError, isInputError } from '../../../../feishu/input';
import { CancelledError } from '../../../../feishu/api/wait';

const coded = (code: unknown, cause?: unknown) => Object.assign(new Error('secret address'), { code, cause });

describe('networkCode', () => {
	it.each([
		['of the error itself', coded('ECONNRESET'), 'ECONNRESET'],
		['of a cause', new Error('a', { cause: new Error('b', { cause: coded('ETIMEDOUT') }) }), 'ETIMEDOUT'],
		['of undici', coded('UND_ERR_SOCKET'), 'UND_ERR_SOCKET'],
		['behind a number', coded(400, coded('EAI_AGAIN')), 'EAI_AGAIN'],
		['behind a problem with the disk', coded('ENOENT', coded('ECONNRESET')), 'ECONNRESET'],
		['of axios without a code', Object.assign(new Error(), { isAxiosError: true }), 'UNKNOWN'],
		['of a plain error', new Error('x'), undefined],
		['of words that are no code', coded('not_found'), undefined],
		['of a number', coded(99991663), undefined],
		['of a full disk', coded('ENOSPC'), undefined],
		['of a misused function', coded('ERR_INVALID_ARG_TYPE'), undefined],
		['of nothing', undefined, undefined],
		['of text', 'ECONNRESET', undefined],
	])('finds the code %s', (_where, error, expected) => {
		expect(networkCode(error)).toBe(expected);
	});

	it('bears causes that go round', () => {
		const error = new Error('round');
		error.cause = error;
		expect(networkCode(error)).toBeUndefined();
	});
});

it.each([
	['ENOTFOUND', false],
	['EAI_AGAIN', false],
	['ECONNREFUSED', false],
	['EHOSTUNREACH', false],
	['ENETUNREACH', false],
	['EADDRNOTAVAIL', false],
	['CERT_HAS_EXPIRED', false],
	['DEPTH_ZERO_SELF_SIGNED_CERT', false],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', false],
	['ECONNRESET', true],
	['ETIMEDOUT', true],
	['ECONNABORTED', true],
	['EPIPE', true],
	['UNKNOWN', true],
])('after %s the request may have been delivered: %s', (code, delivered) => {
	expect(networkFailure(code)).toEqual({
		kind: 'network',
		delivered,
		msg: code,
		scopes: [],
		fieldViolations: [],
		helps: [],
	});
});

it('takes the caller’s word for what was delivered', () => {
	expect(networkFailure('ECONNRESET', false).delivered).toBe(false);
});

it('recognises cancellation in any wrapping', () => {
	expect(isCancelled(coded('ERR_CANCELED'))).toBe(true);
	expect(isCancelled(new Error('x', { cause: new CancelledError() }))).toBe(true);
	expect(isCancelled(coded('ECONNRESET'))).toBe(false);
	expect(isCancelled(undefined)).toBe(false);
});

it('finds a cause by name, the outermost first', () => {
	const inner = new InputError('a', 'inner');
	const outer = Object.assign(new InputError('b', 'outer'), { cause: inner });
	expect(findCause(new Error('x', { cause: outer }), 'InputError')).toBe(outer);
	expect(findCause(new Error('x'), 'InputError')).toBeUndefined();
});

it('recognises an InputError of another copy of the module', () => {
	expect(isInputError(new InputError('a', 'b'))).toBe(true);
	expect(isInputError(Object.assign(new Error('b'), { name: 'InputError' }))).toBe(true);
	expect(isInputError(new Error('b'))).toBe(false);
	expect(isInputError({ name: 'InputError' })).toBe(false);
});
