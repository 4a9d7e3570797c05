import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * The event encryption: AES-256-CBC under SHA-256 of the Encrypt Key, a random IV before the cipher text, base64.
 * Kept apart from the package's own code, so that one checks the other.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
export function encrypt(plain: string, encryptKey: string, iv = randomBytes(16)): string {
	const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
	return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

/** Hex SHA-256 of timestamp, nonce, Encrypt Key and the body as sent. */
export function signature(timestamp: string, nonce: string, encryptKey: string, body: string): string {
	return createHash('sha256')
		.update(timestamp + nonce + encryptKey + body)
		.digest('hex');
}

/** Of clicks of the old kind: hex SHA-1 of timestamp, nonce, Verification Token and the body as sent. */
export function cardSignature(timestamp: string, nonce: string, verificationToken: string, body: string): string {
	return createHash('sha1')
		.update(timestamp + nonce + verificationToken + body)
		.digest('hex');
}

export const challengeBody = (challenge: string, token: string) => ({ challenge, token, type: 'url_verification' });
