/**
 * The platform's cryptography for pushed events: decryption of encrypted bodies and the two signatures.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

const BLOCK_BYTES = 16;

/** An encrypted body that cannot be read with the given Encrypt Key. Holds neither the key nor any plain text. */
export class DecryptError extends Error {
	override readonly name = 'DecryptError';
}

/**
 * Decrypts the `encrypt` field of a pushed body: AES-256-CBC with PKCS#7, key = SHA-256(Encrypt Key), and the
 * first 16 bytes of the decoded text as the initialisation vector.
 * @returns the plain text, decoded as UTF-8
 * @throws {DecryptError} when the text is no such ciphertext or was made with another key
 */
export function decrypt(encryptKey: string, encrypted: string): string {
	const bytes = Buffer.from(encrypted, 'base64');
	// The shortest ciphertext is the vector and one block: PKCS#7 pads even an empty text to a whole block.
	if (bytes.length < 2 * BLOCK_BYTES || bytes.length % BLOCK_BYTES !== 0) {
		throw new DecryptError('The encrypted text has an impossible length');
	}
	const plain = decipher(createHash('sha256').update(encryptKey, 'utf8').digest(), bytes);
	if (plain === undefined) throw new DecryptError('The text was not encrypted with this Encrypt Key');
	return plain.toString('utf8');
}

/**
 * What `X-Lark-Signature` must hold for events and new card callbacks: SHA-256 over timestamp, nonce, Encrypt Key
 * and the body exactly as received (a re-serialised body gives another signature).
 * @param timestamp the header `X-Lark-Request-Timestamp` as received (seconds)
 * @returns 64 lower-case hexadecimal digits
 */
export function eventSignature(timestamp: string, nonce: string, encryptKey: string, rawBody: Buffer): string {
	return sign('sha256', timestamp + nonce + encryptKey, rawBody);
}

/**
 * What `X-Lark-Signature` must hold for the legacy card callback (`card.action.trigger_v1`), which is never
 * encrypted: SHA-1 over timestamp, nonce, Verification Token and the body exactly as received.
 * @returns 40 lower-case hexadecimal digits
 */
export function cardSignature(timestamp: string, nonce: string, verificationToken: string, rawBody: Buffer): string {
	return sign('sha1', timestamp + nonce + verificationToken, rawBody);
}

/** Compares two texts in a time that depends on neither, whatever their lengths. */
export function constantTimeEqual(a: string, b: string): boolean {
	// Digests have one length, which timingSafeEqual demands, and hide where the texts differ.
	const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
	return timingSafeEqual(digest(a), digest(b));
}

function decipher(key: Buffer, bytes: Buffer): Buffer | undefined {
	const cipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, BLOCK_BYTES));
	const head = cipher.update(bytes.subarray(BLOCK_BYTES));
	try {
		return Buffer.concat([head, cipher.final()]);
	} catch {
		return undefined;
	}
}

function sign(algorithm: 'sha1' | 'sha256', prefix: string, rawBody: Buffer): string {
	return createHash(algorithm).update(prefix, 'utf8').update(rawBody).digest('hex');
}
