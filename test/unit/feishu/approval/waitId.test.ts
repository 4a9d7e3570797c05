/** The uuid of an approval leads back to the execution that waits for it, with the app's secret alone. */
import { isWaitId, newWaitId, readWaitId } from '../../../../feishu/approval/waitId';
import fc from '../../../support/generated';

const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));

const made = (executionId: string, token = 'ab'.repeat(32), secret = 'secret') =>
	newWaitId(secret, { executionId, token }) ?? '';

test('says which execution it is of, within what the platform takes', () => {
	fc.assert(
		fc.property(fc.maxSafeNat(), hex, fc.string(), (number, token, secret) => {
			const executionId = String(number);
			const uuid = made(executionId, token, secret);
			expect(uuid).toMatch(/^[\w-]{54,64}$/);
			expect(isWaitId(uuid)).toBe(true);
			expect(readWaitId(secret, uuid)).toEqual({ executionId, token });
		}),
	);
});

test('fits for the largest number of an execution', () => {
	const executionId = String(Number.MAX_SAFE_INTEGER);
	expect(readWaitId('secret', made(executionId))?.executionId).toBe(executionId);
	expect(made(executionId).length).toBeLessThanOrEqual(64);
});

test('is another one each time, and hides the token from whoever has not the secret', () => {
	const uuids = Array.from({ length: 50 }, () => made('17'));
	expect(new Set(uuids).size).toBe(50);
	const token = Buffer.from('ab'.repeat(32), 'hex').toString('base64url');
	for (const uuid of uuids) expect(uuid).not.toContain(token);
	const [uuid = ''] = uuids;
	expect(readWaitId('another', uuid)).toMatchObject({ executionId: '17' });
	expect(readWaitId('another', uuid)?.token).not.toBe('ab'.repeat(32));
});

test.each([
	['no number', 'abc', 'ab'.repeat(32)],
	['no execution', '', 'ab'.repeat(32)],
	['too large a number', '9007199254740993', 'ab'.repeat(32)],
	['a token of another kind', '17', 'abc'],
])('is not made of %s', (_what, executionId, token) => {
	expect(newWaitId('secret', { executionId, token })).toBeUndefined();
});

test.each([
	'',
	'order-2026-1107',
	'n8n-17',
	'C58ED8CE-2B0F-4D1A-BA6A-9B3B4D3E0C31',
	`${made('17')} `,
	`x${made('17')}`,
])('%j is of no execution', (uuid) => {
	expect(isWaitId(uuid)).toBe(false);
	expect(readWaitId('secret', uuid)).toBeUndefined();
});
