/**
 * Decides what a post to the event request URL is: the URL check, an authentic event, or something to refuse.
 * Sources: https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/choose-a-subscription-mode/send-notifications-to-developers-server
 * and …/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
import { cardSignature, constantTimeEqual, decrypt, eventSignature } from './crypto';
import { isLegacyCard, readEnvelope, toMilliseconds, type EventEnvelope } from './eventEnvelope';
import { parseObject, text, type JsonObject } from '../json';
import type { RefusalReason } from './eventRefusals';

/** What the developer console shows under Encryption Strategy, and the app that posts must come from. */
export interface EventSecrets {
	encryptKey?: string;
	verificationToken?: string;
	appId?: string;
}

export interface PostOptions {
	/**
	 * How far the signed timestamp may be from now, in milliseconds. Default 1 hour, which the platform itself allows
	 * for its own signatures (custom bots): the timestamp is that of the request, so a redelivery has a new one, and
	 * within the hour a repeated post is caught by the memory of seen events.
	 */
	signatureWindowMs?: number;
	/**
	 * How old an unsigned event may be by its own `create_time`, in milliseconds. Default 8 hours, because a redelivery
	 * comes up to 7.1 hours after the event and seen events are remembered for 8.
	 */
	unsignedAgeMs?: number;
}

/** What a post is. */
export type Posted =
	| { kind: 'challenge'; challenge: string }
	| { kind: 'event'; envelope: EventEnvelope; /** The decrypted body as delivered. */ raw: JsonObject }
	| { kind: 'refused'; reason: RefusalReason };

export type RequestHeaders = { readonly [name: string]: string | readonly string[] | undefined };

const HOUR_MS = 3_600_000;
const DEFAULT_SIGNATURE_WINDOW_MS = HOUR_MS;
const DEFAULT_UNSIGNED_AGE_MS = 8 * HOUR_MS;

/**
 * Reads and verifies one post. Never throws: whatever is not understood is refused.
 * @param rawBody the body exactly as received; signatures are over its bytes
 * @param headers with lower-case names, as Node gives them
 * @param now milliseconds since 1970
 */
export function readPost(
	rawBody: Buffer,
	headers: RequestHeaders,
	secrets: EventSecrets,
	now: number,
	options: PostOptions = {},
): Posted {
	if (!secrets.encryptKey && !secrets.verificationToken) return refused('not_configured');
	const body = parseObject(rawBody.toString('utf8'));
	if (body === undefined) return refused('malformed');
	const post: Post = { rawBody, headers, secrets, now, options, body };
	if (isLegacyCard(body)) return readLegacyCard(post);
	return typeof body.encrypt === 'string' ? readEncrypted(post, body.encrypt) : readPlain(post);
}

interface Post {
	rawBody: Buffer;
	headers: RequestHeaders;
	secrets: EventSecrets;
	now: number;
	options: PostOptions;
	body: JsonObject;
}

function readEncrypted(post: Post, encrypted: string): Posted {
	const { encryptKey } = post.secrets;
	if (!encryptKey) return refused('encrypt_key_missing');
	const plain = decryptBody(encryptKey, encrypted);
	if (plain && isUrlVerification(plain)) return answerChallenge(plain, post.secrets);
	// The same answer for a bad signature and for a text that cannot be decrypted: anything finer would let a
	// stranger learn about the padding of a captured body.
	const expected = (timestamp: string, nonce: string) => eventSignature(timestamp, nonce, encryptKey, post.rawBody);
	if (!isSigned(post.headers, expected)) return refused('signature');
	if (plain === undefined) return refused('signature');
	if (!isWithinWindow(post)) return refused('stale');
	const read = readEnvelope(plain);
	return read ? accept(read.envelope, plain, post.secrets) : refused('malformed');
}

function readPlain(post: Post): Posted {
	const { body, secrets, now, options } = post;
	if (isUrlVerification(body)) return answerChallenge(body, secrets);
	if (secrets.encryptKey) return refused('not_encrypted');
	const read = readEnvelope(body);
	if (!read) return refused('malformed');
	if (!constantTimeEqual(read.token, secrets.verificationToken ?? '')) return refused('verification_token');
	const created = read.envelope.create_time;
	const oldest = now - (options.unsignedAgeMs ?? DEFAULT_UNSIGNED_AGE_MS);
	if (created !== null && Date.parse(created) < oldest) return refused('stale');
	return accept(read.envelope, body, secrets);
}

/** Never encrypted, whatever the app's settings, but always signed with the Verification Token. */
function readLegacyCard(post: Post): Posted {
	const { verificationToken } = post.secrets;
	if (!verificationToken) return refused('verification_token_missing');
	const expected = (timestamp: string, nonce: string) =>
		cardSignature(timestamp, nonce, verificationToken, post.rawBody);
	if (!isSigned(post.headers, expected)) return refused('signature');
	if (!isWithinWindow(post)) return refused('stale');
	const read = readEnvelope(post.body);
	return read ? accept(read.envelope, post.body, post.secrets) : refused('malformed');
}

/** The URL check is not signed by the platform; the token is compared where the credential has one. */
export function answerChallenge(body: JsonObject, secrets: EventSecrets): Posted {
	const challenge = text(body.challenge);
	if (challenge === '') return refused('malformed');
	if (secrets.verificationToken && !constantTimeEqual(text(body.token), secrets.verificationToken)) {
		return refused('verification_token');
	}
	return { kind: 'challenge', challenge };
}

/** An event that is genuine, if it is of the credential's app. @param raw the decrypted body */
export function accept(envelope: EventEnvelope, raw: JsonObject, { appId = '' }: EventSecrets): Posted {
	return isOfOtherApp(envelope, appId) ? refused('other_app') : { kind: 'event', envelope, raw };
}

/** Some events name no app. */
export function isOfOtherApp(envelope: EventEnvelope, appId: string): boolean {
	return appId !== '' && envelope.app_id !== '' && envelope.app_id !== appId;
}

export function isUrlVerification(body: JsonObject): boolean {
	return body.type === 'url_verification';
}

function isSigned(headers: RequestHeaders, expected: (timestamp: string, nonce: string) => string): boolean {
	const signature = header(headers, 'x-lark-signature').toLowerCase();
	const timestamp = header(headers, 'x-lark-request-timestamp');
	const nonce = header(headers, 'x-lark-request-nonce');
	return constantTimeEqual(signature, expected(timestamp, nonce));
}

function isWithinWindow({ headers, now, options }: Post): boolean {
	const sent = toMilliseconds(header(headers, 'x-lark-request-timestamp'));
	// A time without a date in reach is as good as none; both directions, because clocks differ.
	return sent !== null && Math.abs(now - sent) <= (options.signatureWindowMs ?? DEFAULT_SIGNATURE_WINDOW_MS);
}

function header(headers: RequestHeaders, name: string): string {
	const value = headers[name];
	return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

export function decryptBody(encryptKey: string, encrypted: string): JsonObject | undefined {
	try {
		return parseObject(decrypt(encryptKey, encrypted));
	} catch {
		return undefined;
	}
}

function refused(reason: RefusalReason): Posted {
	return { kind: 'refused', reason };
}
