/**
 * Reads a post whose signature can't be checked, because its bytes or its headers are gone. Whatever else the
 * credential can verify must fit all the same: `readPost` is the way to read posts as they arrive.
 */
import { constantTimeEqual } from './crypto';
import type { JsonObject } from '../json';
import { text } from '../json';
import { isLegacyCard, readEnvelope, type EventEnvelope } from './eventEnvelope';
import { accept, answerChallenge, decryptBody, isUrlVerification, type EventSecrets, type Posted } from './readPost';
import type { RefusalReason } from './eventRefusals';

/** What speaks for the body: its token, that it could be decrypted, or nothing because the credential has neither secret. */
export type Witness = 'token' | 'encryption' | 'nothing';

export type Opened = Posted & { verifiedBy?: Witness };

/**
 * Decrypts and verifies as far as that goes without a signature. Never throws.
 * @param body as parsed from JSON
 */
export function openEvent(body: JsonObject, secrets: EventSecrets): Opened {
	const encrypted = text(body.encrypt);
	if (encrypted === '') return openPlain(body, secrets, false);
	if (!secrets.encryptKey) return refused('encrypt_key_missing');
	const plain = decryptBody(secrets.encryptKey, encrypted);
	return plain ? openPlain(plain, secrets, true) : refused('signature');
}

function openPlain(body: JsonObject, secrets: EventSecrets, wasEncrypted: boolean): Opened {
	if (isUrlVerification(body)) return answerChallenge(body, secrets);
	const { encryptKey, verificationToken } = secrets;
	const read = readEnvelope(body);
	if (!read) return refused('malformed');
	const opened = (verifiedBy: Witness) => accepted(read.envelope, body, secrets, verifiedBy);
	// Its only proof is the signature.
	if (isLegacyCard(body)) return verificationToken ? refused('signature') : opened('nothing');
	if (verificationToken) {
		return constantTimeEqual(read.token, verificationToken) ? opened('token') : refused('verification_token');
	}
	if (wasEncrypted) return opened('encryption');
	return encryptKey ? refused('not_encrypted') : opened('nothing');
}

function accepted(envelope: EventEnvelope, body: JsonObject, secrets: EventSecrets, verifiedBy: Witness): Opened {
	const read = accept(envelope, body, secrets);
	return read.kind === 'event' ? { ...read, verifiedBy } : read;
}

function refused(reason: RefusalReason): Opened {
	return { kind: 'refused', reason };
}
