import { AESCipher } from '@larksuiteoapi/node-sdk';
import fc from '../../../support/generated';

import {
	cardSignature,
	constantTimeEqual,
	decrypt,
	DecryptError,
	eventSignature,
} from '../../../../feishu/events/crypto';
import { encrypt } from '../../../support/events';

const text = fc.string({ unit: 'binary', maxLength: 200 });

describe('decrypt', () => {
	it('reads the published vector', () => {
		expect(decrypt('test key', 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=')).toBe('hello world');
	});

	it('reads what the official SDK reads, the same', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), text, (key, plain) => {
				const encrypted = encrypt(key, plain);
				expect(decrypt(key, encrypted)).toBe(new AESCipher(key).decrypt(encrypted));
				expect(decrypt(key, encrypted)).toBe(Buffer.from(plain, 'utf8').toString('utf8'));
			}),
			{ numRuns: 500 },
		);
	});

	it('refuses another key, or gives something else, but never the plain text', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), text, (plain, suffix) => {
				try {
					expect(decrypt(`other${suffix}`, encrypt('key', plain))).not.toBe(plain);
				} catch (error) {
					expect(error).toBeInstanceOf(DecryptError);
				}
			}),
		);
	});

	it('fails with a DecryptError and nothing else, whatever the bytes', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.uint8Array({ maxLength: 128 }), fc.uint8Array({ minLength: 32, maxLength: 32 })),
				(bytes) => {
					try {
						expect(typeof decrypt('key', Buffer.from(bytes).toString('base64'))).toBe('string');
					} catch (error) {
						expect(error).toBeInstanceOf(DecryptError);
					}
				},
			),
			{ numRuns: 2000 },
		);
	});

	it.each(['', 'AA==', 'not base64 at all', 'A'.repeat(43)])('fails with a DecryptError for %j', (encrypted) => {
		expect(() => decrypt('key', encrypted)).toThrow(DecryptError);
	});
});

describe('signatures', () => {
	const timestamp = '1700000000';

	it('gives the published signature of an event', () => {
		const body = Buffer.from('{"encrypt":"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="}');
		expect(eventSignature(timestamp, 'nonce1', 'test key', body)).toBe(
			'21b279029a3bdf7b9f02a4935c76c53f09876d9d0e45add77a99d55d1bc7e79e',
		);
	});

	it('gives the published signature of a legacy card callback', () => {
		expect(cardSignature(timestamp, 'nonce1', 'vtoken', Buffer.from('{"open_id":"ou_x"}'))).toBe(
			'cdba03951212f191d2a43cb2330cd02dfe25c89a',
		);
	});

	it('is over the bytes, not over a text made of them', () => {
		const bytes = Buffer.from([0xff, 0xfe, 0x7b]);
		const asText = Buffer.from(bytes.toString('utf8'));
		expect(eventSignature(timestamp, 'n', 'k', bytes)).not.toBe(eventSignature(timestamp, 'n', 'k', asText));
	});
});

describe('constantTimeEqual', () => {
	it('agrees with ===', () => {
		fc.assert(
			fc.property(text, text, (a, b) => {
				expect(constantTimeEqual(a, a)).toBe(true);
				expect(constantTimeEqual(a, b)).toBe(Buffer.from(a).equals(Buffer.from(b)));
			}),
		);
	});
});
