import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { challengeBody, cardSignature, encrypt, signature } from './crypto';
import type { Clock } from '../platform/clock';
import { newId } from '../platform/ids';
import type { App } from '../state/apps';
import type { Settings } from '../state/settings';

export interface Posted {
	/** Milliseconds since the epoch. */
	at: number;
	/** HTTP status; 0 when there was no answer. */
	status: number;
	body: string;
	error?: string;
	/** Why there was no answer: `TimeoutError`, or the network's own code such as `ECONNREFUSED`. */
	cause?: string;
}

const DEADLINE_MS = 3_000;
/** In which the connection must be there. */
const CONNECT_MS = 2_000;
const CHALLENGE_DEADLINE_MS = 1_000;

/** Posts to the apps' URLs, encrypted and signed where the app has an Encrypt Key. */
export class Webhook {
	constructor(
		private readonly clock: Clock,
		private readonly stopped: AbortSignal,
		private readonly settings: () => Pick<Settings, 'signatureWithoutKey'>,
	) {}

	/** One event; 3 s for the answer. */
	deliver(app: App, url: string, payload: Record<string, unknown>): Promise<Posted> {
		const plain = JSON.stringify(payload);
		const body = app.encrypt_key ? JSON.stringify({ encrypt: encrypt(plain, app.encrypt_key) }) : plain;
		const { timestamp, nonce } = this.stamp();
		const headers: Record<string, string> = { 'X-Lark-Request-Timestamp': timestamp, 'X-Lark-Request-Nonce': nonce };
		if (app.encrypt_key || this.settings().signatureWithoutKey === 'present')
			headers['X-Lark-Signature'] = signature(timestamp, nonce, app.encrypt_key ?? '', body);
		return this.post(url, body, headers, DEADLINE_MS);
	}

	/** A click of the old kind: never encrypted, and signed with the Verification Token. */
	deliverClick(app: App, url: string, payload: Record<string, unknown>): Promise<Posted> {
		const body = JSON.stringify(payload);
		const { timestamp, nonce } = this.stamp();
		const headers = {
			'X-Lark-Request-Timestamp': timestamp,
			'X-Lark-Request-Nonce': nonce,
			'X-Lark-Signature': cardSignature(timestamp, nonce, app.verification_token, body),
		};
		return this.post(url, body, headers, DEADLINE_MS);
	}

	/** What saving the URL in the console does: the challenge must come back within 1 s. */
	async verify(app: App): Promise<{ ok: boolean; status: number; body: string; error?: string }> {
		const challenge = newId.event();
		const payload = challengeBody(challenge, app.verification_token);
		const body = JSON.stringify(
			app.encrypt_key ? { encrypt: encrypt(JSON.stringify(payload), app.encrypt_key) } : payload,
		);
		const posted = await this.post(app.event_url ?? '', body, {}, CHALLENGE_DEADLINE_MS);
		return {
			ok: posted.status === 200 && answersChallenge(posted.body, challenge),
			status: posted.status,
			body: posted.body,
			...(posted.error === undefined ? {} : { error: posted.error }),
		};
	}

	private stamp() {
		return {
			timestamp: String(Math.floor(this.clock.now() / 1000)),
			nonce: String(Math.floor(Math.random() * 1e9)),
		};
	}

	private async post(url: string, body: string, headers: Record<string, string>, deadlineMs: number): Promise<Posted> {
		const at = this.clock.now();
		const signal = AbortSignal.any([AbortSignal.timeout(deadlineMs), this.stopped]);
		try {
			const sent = { 'content-type': 'application/json;charset=utf-8', ...headers };
			return { at, ...(await request(url, body, sent, signal)) };
		} catch (error) {
			return { at, status: 0, body: '', ...failure(signal.aborted ? signal.reason : error) };
		}
	}
}

/** A post over a connection of its own, which must be there in time; a redirect is an answer like others. */
async function request(url: string, body: string, headers: OutgoingHttpHeaders, signal: AbortSignal) {
	const connecting = AbortSignal.timeout(CONNECT_MS);
	const { request: start } = url.startsWith('https:') ? https : http;
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		const post = start(url, { method: 'POST', headers, agent: false, signal }, resolve).on('error', reject);
		post.on('socket', (socket) => {
			const giveUp = () => post.destroy(connecting.reason as Error);
			if (connecting.aborted) giveUp();
			connecting.addEventListener('abort', giveUp);
			socket.once('connect', () => connecting.removeEventListener('abort', giveUp));
		});
		post.end(body);
	});
	return { status: response.statusCode ?? 0, body: await text(response) };
}

/** The signal says why the request was aborted, which itself says only that it was. */
function failure(error: unknown): Pick<Posted, 'error' | 'cause'> {
	const { name, message, code } = error as Error & { code?: string | number };
	return { error: message, cause: typeof code === 'string' ? code : name };
}

function answersChallenge(body: string, challenge: string): boolean {
	try {
		return (JSON.parse(body) as { challenge?: unknown }).challenge === challenge;
	} catch {
		return false;
	}
}
