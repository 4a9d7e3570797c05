import { ENVELOPES, type Schema, withEventId, withoutEventId, withoutToken } from './eventEnvelope';
import type { LongConnections } from '../longConnection/hub';
import { newId } from '../platform/ids';
import type { App, DeliveryMode } from '../state/apps';
import type { Store } from '../state/store';
import { mayHear } from './eventScopes';
import { olderEvent } from './olderEvents';
import { Webhook } from './webhook';

export interface Attempt {
	/** Milliseconds since the epoch. */
	at: number;
	/** HTTP status, or the code of the answer over a long connection; 0 when there was no answer. */
	status: number;
	body: string;
	error?: string;
	/** Why there was no answer: `TimeoutError`, `NoConnection`, `ConnectionLost`, or the network's own code such as `ECONNREFUSED`. */
	cause?: string;
	/** The id of the long connection that it went through. */
	connection?: string;
	/** Sent again although it had been answered, as happens on the platform too. */
	duplicate?: true;
}

export interface Delivery {
	kind: Kind;
	app_id: string;
	event_id: string;
	event_type: string;
	url?: string;
	/** The event before encryption. */
	payload: Record<string, unknown>;
	attempts: Attempt[];
	/**
	 * `no_url`: the app has neither an event URL nor had a long connection. `not_added`: the console of the app does not list
	 * it. `no_scope`: none of its scopes is granted. `not_subscribed`: the app subscribes to the event, and not to this file or
	 * approval. `inactive`: the app is switched off. Nothing was sent then.
	 */
	status: 'pending' | 'delivered' | 'failed' | Unsent;
}

type Unsent = 'no_url' | 'not_added' | 'no_scope' | 'not_subscribed' | 'inactive';

export interface EventOptions {
	/** '2.0' without it. */
	schema?: Schema;
	/** Every app of the store hears it, whatever its console lists, and by webhook alone: the ticket, which is of no company. */
	always?: boolean;
}

/** What happens in the store, and the way to the apps that hear of it. */
export interface Outlet {
	store: Store;
	push: Pusher;
}

const UNSENT: readonly Delivery['status'][] = ['no_url', 'not_added', 'no_scope', 'not_subscribed', 'inactive'];

/** The callback of cards before 2024, which the console lists beside the new one. */
export const OLDER_CLICK = 'card.action.trigger_v1';

/** Events and callbacks are set apart in the console: where each goes, and which there are. */
type Kind = 'event' | 'callback';

/** Why an app does not get what every app of the store gets. */
const unheard = ({ event_url: url }: App): Unsent | undefined => (url ? undefined : 'no_url');

/** The event whose repeats may come under another event id, so that its message_id tells them apart. */
const REIDENTIFIED = 'im.message.receive_v1';

/** A callback without settings of its own goes where events go. */
function settingsOf(app: App, kind: Kind): { mode?: DeliveryMode; url?: string } {
	const { delivery_mode: mode, event_url: url, callback_mode: ownMode, callback_url: ownUrl } = app;
	if (kind === 'event' || (ownMode === undefined && ownUrl === undefined)) return { mode, url };
	return { mode: ownMode, url: ownUrl ?? undefined };
}

/** Of approvals, of which those of one instance come in order: the next one waits until the one before it is acknowledged. */
const ORDERED = ['approval_instance', 'approval_task', 'approval_cc'];

/**
 * What keeps events in order, where they are.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/ugDNyUjL4QjM14CO0ITN
 */
function orderOf({ app_id: appId, event_type: type, payload }: Delivery): string | undefined {
	const { instance_code: code } = (payload.event ?? {}) as { instance_code?: unknown };
	return ORDERED.includes(type) && typeof code === 'string' ? `${appId} ${code}` : undefined;
}

/**
 * Brings events to the apps as the platform does, by webhook or long connection: 3 s to answer 200, else again on the
 * schedule with the same event id.
 */
export class Pusher {
	readonly deliveries: Delivery[];
	/** The share of answered events that are sent once more, 0 to 1. */
	duplicates = 0;
	private readonly running: Set<Promise<void>>;
	/** The last delivery of those that come in order, by what keeps them in order. */
	private readonly ordered: Map<string, Promise<void>>;
	private readonly stopped: AbortController;
	private readonly webhook: Webhook;

	constructor(
		private readonly store: Store,
		private readonly retryScheduleMs: readonly number[],
		private readonly longConnection: LongConnections,
		first?: Pusher,
	) {
		this.deliveries = first?.deliveries ?? [];
		this.running = first?.running ?? new Set();
		this.ordered = first?.ordered ?? new Map<string, Promise<void>>();
		this.stopped = first?.stopped ?? new AbortController();
		this.webhook = new Webhook(store.clock, this.stopped.signal, () => store.settings);
	}

	/** For what happens in another company: the same deliveries. */
	forCompany(store: Store): Pusher {
		return new Pusher(store, this.retryScheduleMs, this.longConnection, this);
	}

	/** Starts the delivery and returns it at once; `idle()` waits for all. */
	event(appId: string, type: string, event: object, options: EventOptions = {}): Delivery {
		const delivery = this.begin(appId, type, event, options.schema ?? '2.0', 'event', options.always);
		void this.run(delivery, this.retryScheduleMs);
		const older = olderEvent(this.app(appId), type, event);
		if (older) this.event(appId, older.type, older.event, { schema: '1.0' });
		return delivery;
	}

	/** Many at once. */
	events(appId: string, type: string, events: readonly object[], options: EventOptions = {}): Delivery[] {
		return events.map((event) => this.event(appId, type, event, options));
	}

	/** A callback (card.action.trigger, url.preview.get): sent once, never again; resolves with the delivery and its answer. */
	async callback(appId: string, type: string, event: object): Promise<Delivery> {
		const delivery = this.begin(appId, type, event, '2.0', 'callback');
		await this.run(delivery, []);
		return delivery;
	}

	/** A click as older apps hear it: flat, never encrypted, and by webhook only. */
	async olderClick(appId: string, body: object): Promise<Delivery> {
		const delivery = this.begin(appId, OLDER_CLICK, body, 'legacy-card', 'callback');
		await this.run(delivery, []);
		return delivery;
	}

	/** What saving the URL in the console does. */
	verifyUrl(appId: string): ReturnType<Webhook['verify']> {
		return this.webhook.verify(this.app(appId));
	}

	/**
	 * How the app gets its events or callbacks now: as its settings say, else by its URL, else by its long connections, which
	 * those of the store don't have.
	 */
	mode(app: App, kind: Kind = 'event'): DeliveryMode | undefined {
		const { mode, url } = settingsOf(app, kind);
		if (app.installs || mode === 'webhook' || (!mode && url)) return url ? 'webhook' : undefined;
		return mode || this.longConnection.wasOnline(app.app_id) ? 'longConnection' : undefined;
	}

	async idle(): Promise<void> {
		while (this.running.size > 0) await Promise.all(this.running);
	}

	/** Ends waiting retries; what is under way is cut. */
	async close(): Promise<void> {
		this.stopped.abort();
		this.longConnection.kill();
		await this.idle();
	}

	private app(appId: string): App {
		const app = this.store.apps.get(appId);
		if (!app) throw new Error(`There is no app ${appId}`);
		return app;
	}

	private begin(
		appId: string,
		type: string,
		event: object,
		schema: Schema,
		kind: Kind = 'event',
		always = false,
	): Delivery {
		const app = this.app(appId);
		const eventId = newId.event();
		const { clock } = this.store;
		const tenantKey = always ? undefined : this.store.tenantKey;
		const fields = { eventId, type, event, tenantKey, now: clock.now(), callback: kind === 'callback' };
		const delivery: Delivery = {
			app_id: appId,
			event_id: eventId,
			event_type: type,
			kind,
			url: settingsOf(app, kind).url,
			payload: this.isWithoutId(type) ? withoutEventId(ENVELOPES[schema](app, fields)) : ENVELOPES[schema](app, fields),
			attempts: [],
			status: (always ? unheard(app) : this.unsent(app, kind, type, event)) ?? 'pending',
		};
		this.deliveries.push(delivery);
		return delivery;
	}

	/** The sample on the page of link previews has no event id. */
	private isWithoutId(type: string): boolean {
		return type === 'url.preview.get' && this.store.settings.linkPreviewId === 'absent';
	}

	/** Why nothing goes to the app. */
	private unsent(app: App, kind: Kind, type: string, event: object): Unsent | undefined {
		if (!app.active) return 'inactive';
		const added = kind === 'event' ? app.events : app.callbacks;
		if (added && !added.includes(type)) return 'not_added';
		if (kind === 'event' && !mayHear(app, type)) return 'no_scope';
		if (kind === 'event' && this.store.subscriptions.lacks(app.app_id, type, event)) return 'not_subscribed';
		const mode = this.mode(app, kind);
		const isOfApprovals = ORDERED.includes(type) && this.store.settings.approvalEvents === 'webhookOnly';
		if (isOfApprovals && mode !== 'webhook') return 'no_url';
		// The long connection brings everything but the clicks of old.
		return mode === undefined || (type === OLDER_CLICK && mode !== 'webhook') ? 'no_url' : undefined;
	}

	private run(delivery: Delivery, schedule: readonly number[]): Promise<void> {
		if (UNSENT.includes(delivery.status)) return Promise.resolve();
		const key = orderOf(delivery);
		const before = key === undefined ? undefined : this.ordered.get(key);
		const delivered = before ? before.then(() => this.deliver(delivery, schedule)) : this.deliver(delivery, schedule);
		const work = delivered.finally(() => {
			this.running.delete(work);
			if (key !== undefined && this.ordered.get(key) === work) this.ordered.delete(key);
			this.store.changed();
		});
		this.running.add(work);
		if (key !== undefined) this.ordered.set(key, work);
		return work;
	}

	private async deliver(delivery: Delivery, schedule: readonly number[]): Promise<void> {
		for (const waitMs of [0, ...schedule]) {
			if (waitMs > 0) await this.pause(waitMs);
			if (this.stopped.signal.aborted) break;
			const attempt = await this.attempt(delivery, delivery.payload);
			delivery.attempts.push(attempt);
			if (attempt.status === 200) {
				delivery.status = 'delivered';
				if (schedule.length > 0 && Math.random() < this.duplicates) await this.repeat(delivery);
				return;
			}
		}
		delivery.status = 'failed';
	}

	private async repeat(delivery: Delivery): Promise<void> {
		const { event_type: type, payload } = delivery;
		const again = type === REIDENTIFIED ? withEventId(payload, newId.event()) : payload;
		delivery.attempts.push({ ...(await this.attempt(delivery, again)), duplicate: true });
	}

	/** Mode, key and token are read at each attempt: the console's settings hold from the moment they are saved. */
	private async attempt(delivery: Delivery, payload: Record<string, unknown>): Promise<Attempt> {
		const app = this.app(delivery.app_id);
		if (delivery.event_type === OLDER_CLICK) return this.webhook.deliverClick(app, delivery.url ?? '', payload);
		if (this.mode(app, delivery.kind) !== 'longConnection')
			return this.webhook.deliver(app, delivery.url ?? settingsOf(app, delivery.kind).url ?? '', payload);
		const at = this.store.clock.now();
		return { at, ...(await this.longConnection.deliver(app.app_id, JSON.stringify(withoutToken(payload)))) };
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
