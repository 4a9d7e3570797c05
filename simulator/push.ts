import { challengeBody, encrypt, signature } from './crypto';
import { newId } from './platform/ids';
import type { App, Store } from './store';

export interface Attempt {
	/** Milliseconds since the epoch. */
	at: number;
	/** HTTP status; 0 when there was no answer. */
	status: number;
	body: string;
	error?: string;
	/** Why there was no answer: `TimeoutError`, or the network's own code such as `ECONNREFUSED`. */
	cause?: string;
}

export interface Delivery {
	app_id: string;
	event_id: string;
	event_type: string;
	url?: string;
	/** The event before encryption. */
	payload: Record<string, unknown>;
	attempts: Attempt[];
	/** `no_url`: the app has no event URL, so nothing was sent. */
	status: 'pending' | 'delivered' | 'failed' | 'no_url';
}

const DEADLINE_MS = 3_000;
const CHALLENGE_DEADLINE_MS = 1_000;

type Envelope = (
	app: App,
	fields: { eventId: string; type: string; event: object; tenantKey: string; now: number; callback: boolean },
) => Record<string, unknown>;

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUTNz4SN1MjL1UzM */
const ENVELOPES: Record<'1.0' | '2.0', Envelope> = {
	'2.0': (app, { eventId, type, event, tenantKey, now, callback }) => ({
		schema: '2.0',
		header: {
			event_id: eventId,
			event_type: type,
			// Milliseconds for events, microseconds for callbacks.
			create_time: String(callback ? now * 1000 : now),
			token: app.verification_token,
			app_id: app.app_id,
			tenant_key: tenantKey,
		},
		event,
	}),
	'1.0': (app, { eventId, type, event, tenantKey, now }) => ({
		ts: (now / 1000).toFixed(7),
		uuid: eventId,
		token: app.verification_token,
		type: 'event_callback',
		event: { ...event, type, app_id: app.app_id, tenant_key: tenantKey },
	}),
};

/** Sends events to the apps' URLs as the platform does: 3 s to answer 200, else again on the schedule with the same event id. */
export class Pusher {
	readonly deliveries: Delivery[] = [];
	private readonly running = new Set<Promise<void>>();
	private readonly stopped = new AbortController();

	constructor(
		private readonly store: Store,
		private readonly retryScheduleMs: readonly number[],
	) {}

	/** Starts the delivery and returns it at once; `idle()` waits for all. */
	event(appId: string, type: string, event: object, options: { schema?: '1.0' | '2.0' } = {}): Delivery {
		const delivery = this.begin(appId, type, event, options.schema ?? '2.0');
		void this.run(delivery, this.retryScheduleMs);
		return delivery;
	}

	/** A callback (card.action.trigger, url.preview.get): sent once, never again; resolves with the delivery and its answer. */
	async callback(appId: string, type: string, event: object): Promise<Delivery> {
		const delivery = this.begin(appId, type, event, '2.0', true);
		await this.run(delivery, []);
		return delivery;
	}

	/** What saving the URL in the console does: the challenge must come back within 1 s. */
	async verifyUrl(appId: string): Promise<{ ok: boolean; status: number; body: string; error?: string }> {
		const app = this.app(appId);
		const challenge = newId.event();
		const payload = challengeBody(challenge, app.verification_token);
		const body = JSON.stringify(
			app.encrypt_key ? { encrypt: encrypt(JSON.stringify(payload), app.encrypt_key) } : payload,
		);
		const attempt = await this.post(app.event_url ?? '', body, {}, CHALLENGE_DEADLINE_MS);
		const ok = attempt.status === 200 && answersChallenge(attempt.body, challenge);
		return {
			ok,
			status: attempt.status,
			body: attempt.body,
			...(attempt.error === undefined ? {} : { error: attempt.error }),
		};
	}

	async idle(): Promise<void> {
		while (this.running.size > 0) await Promise.all(this.running);
	}

	/** Ends waiting retries; what is under way is cut. */
	async close(): Promise<void> {
		this.stopped.abort();
		await this.idle();
	}

	private app(appId: string): App {
		const app = this.store.apps.get(appId);
		if (!app) throw new Error(`There is no app ${appId}`);
		return app;
	}

	private begin(appId: string, type: string, event: object, schema: '1.0' | '2.0', callback = false): Delivery {
		const app = this.app(appId);
		const eventId = newId.event();
		const payload = ENVELOPES[schema](app, {
			eventId,
			type,
			event,
			tenantKey: this.store.tenantKey,
			now: this.store.clock.now(),
			callback,
		});
		const delivery: Delivery = {
			app_id: appId,
			event_id: eventId,
			event_type: type,
			url: app.event_url,
			payload,
			attempts: [],
			status: app.event_url ? 'pending' : 'no_url',
		};
		this.deliveries.push(delivery);
		return delivery;
	}

	private run(delivery: Delivery, schedule: readonly number[]): Promise<void> {
		if (delivery.status === 'no_url') return Promise.resolve();
		const work = this.deliver(delivery, schedule).finally(() => {
			this.running.delete(work);
			this.store.changed();
		});
		this.running.add(work);
		return work;
	}

	private async deliver(delivery: Delivery, schedule: readonly number[]): Promise<void> {
		for (const waitMs of [0, ...schedule]) {
			if (waitMs > 0) await this.pause(waitMs);
			if (this.stopped.signal.aborted) break;
			const attempt = await this.attempt(delivery);
			delivery.attempts.push(attempt);
			if (attempt.status === 200) {
				delivery.status = 'delivered';
				return;
			}
		}
		delivery.status = 'failed';
	}

	/** Key and token are read at each attempt: the console's settings hold from the moment they are saved. */
	private attempt(delivery: Delivery): Promise<Attempt> {
		const app = this.app(delivery.app_id);
		const plain = JSON.stringify(delivery.payload);
		const body = app.encrypt_key ? JSON.stringify({ encrypt: encrypt(plain, app.encrypt_key) }) : plain;
		const timestamp = String(Math.floor(this.store.clock.now() / 1000));
		const nonce = String(Math.floor(Math.random() * 1e9));
		const headers: Record<string, string> = { 'X-Lark-Request-Timestamp': timestamp, 'X-Lark-Request-Nonce': nonce };
		if (app.encrypt_key) headers['X-Lark-Signature'] = signature(timestamp, nonce, app.encrypt_key, body);
		return this.post(delivery.url ?? '', body, headers, DEADLINE_MS);
	}

	private async post(url: string, body: string, headers: Record<string, string>, deadlineMs: number): Promise<Attempt> {
		const at = this.store.clock.now();
		try {
			const signal = AbortSignal.any([AbortSignal.timeout(deadlineMs), this.stopped.signal]);
			const response = await fetch(url, {
				method: 'POST',
				body,
				headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
				redirect: 'manual',
				signal,
			});
			return { at, status: response.status, body: await response.text() };
		} catch (error) {
			return { at, status: 0, body: '', ...failure(error) };
		}
	}

	private pause(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const { signal } = this.stopped;
			const done = () => {
				clearTimeout(timer);
				signal.removeEventListener('abort', done);
				resolve();
			};
			const timer = setTimeout(done, ms);
			signal.addEventListener('abort', done);
			if (signal.aborted) done();
		});
	}
}

/** `fetch` says only that it failed; what happened is in its cause. */
function failure(error: unknown): Pick<Attempt, 'error' | 'cause'> {
	const { name, message, cause } = error as Error & { cause?: { code?: string } };
	const code = cause?.code;
	return { error: code === undefined ? message : `${message} (${code})`, cause: code ?? name };
}

function answersChallenge(body: string, challenge: string): boolean {
	try {
		return (JSON.parse(body) as { challenge?: unknown }).challenge === challenge;
	} catch {
		return false;
	}
}
