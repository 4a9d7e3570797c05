/**
 * Sealed values: what a card carries to its own click and what is told to a waiting execution. Encrypted and
 * authenticated with a key derived from the app secret, so that they can be read and made only where the app's
 * credential is, and are of no use to a reader of the card, of a log or of the address that resumes an execution.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import { parseObject, type JsonObject } from '../../json';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface SealKey {
	appId: string;
	appSecret: string;
}

/**
 * What a sealed value is for. Each has a key of its own, so that one can't stand in for another: `button` is in the
 * card, `link` in the address behind a button, `decision` on the way from a trigger to the waiting execution.
 */
export type SealPurpose = 'button' | 'link' | 'decision';

/** Seals a value: AES-256-GCM with a key by HKDF-SHA256. @returns base64url text, 38 characters longer than the JSON takes */
export function seal(key: SealKey, purpose: SealPurpose, data: JsonObject): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(ALGORITHM, keyFor(key, purpose), iv, { authTagLength: TAG_BYTES });
	const sealed = Buffer.concat([cipher.update(JSON.stringify(data), 'utf8'), cipher.final()]);
	return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Opens a sealed value; undefined when it was altered, made with another app's secret, or for another purpose. */
export function unseal(key: SealKey, purpose: SealPurpose, sealed: string): JsonObject | undefined {
	const bytes = Buffer.from(sealed, 'base64url');
	// Node skips what is no base64: only the one way to write these bytes is accepted.
	if (bytes.length <= IV_BYTES + TAG_BYTES || bytes.toString('base64url') !== sealed) return undefined;
	const iv = bytes.subarray(0, IV_BYTES);
	const decipher = createDecipheriv(ALGORITHM, keyFor(key, purpose), iv, { authTagLength: TAG_BYTES });
	decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
	try {
		const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
		return parseObject(plain.toString('utf8'));
	} catch {
		return undefined;
	}
}

function keyFor({ appId, appSecret }: SealKey, purpose: SealPurpose): Buffer {
	return Buffer.from(hkdfSync('sha256', appSecret, appId, `n8n-nodes-feishu-openapi ${purpose} v1`, 32));
}

/** The property of a card's callback value under which the sealed button stands. */
export const BUTTON_PROPERTY = 'n8n_decision';

/** How something was answered. */
export type Choice = 'approve' | 'decline' | 'answer';

/** What a button of the card knows: how to reach the waiting execution, and what it means. */
export interface DecisionButton {
	/** The signed address that resumes the execution. */
	url: string;
	/** The wait to which the button belongs: an execution that loops waits several times at one address. */
	wait: string;
	choice: Choice;
	/** Milliseconds since 1970; absent when the execution waits for ever. */
	until?: number;
}

export interface Operator {
	open_id: string;
	union_id: string;
	/** Empty unless the app may read it. */
	user_id: string;
}

/** What a trigger tells the waiting execution about a click. */
export interface Decision {
	wait: string;
	choice: Choice;
	operator: Operator;
	/** Set where the operator is of another organization than the app. */
	foreign?: boolean;
	form: JsonObject;
	/** The card that was clicked. */
	message_id: string;
	/** Milliseconds since 1970. */
	at: number;
}

export function sealButton(key: SealKey, button: DecisionButton): string {
	return seal(key, 'button', { ...button });
}

export function openButton(key: SealKey, sealed: string): DecisionButton | undefined {
	return unseal(key, 'button', sealed) as DecisionButton | undefined;
}

export function sealDecision(key: SealKey, decision: Decision): string {
	return seal(key, 'decision', { ...decision });
}

export function openDecision(key: SealKey, sealed: string): Decision | undefined {
	return unseal(key, 'decision', sealed) as Decision | undefined;
}
