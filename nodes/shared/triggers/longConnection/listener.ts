import type { ITriggerFunctions } from 'n8n-workflow';

import { isCallback } from '../../../../feishu/events/callback';
import { dedupKey } from '../../../../feishu/events/dedup';
import {
	isLongConnectionError,
	NotNow,
	subscribe,
	type CallbackAnswer,
	type ConnectionEvent,
	type ConnectionKey,
	type ConnectionState,
	type Handler,
	type LongConnectionError,
	type Subscriber,
	type Subscription,
} from '../../../../feishu/longConnection';
import { isCancelled } from '../../../../feishu/api/network';
import { wait } from '../../../../feishu/api/wait';
import { appOf } from '../../client/appOf';
import { clickListeners } from '../../im/sendAndWait/clickListeners';
import { connectionError, connectionKey, httpPost } from './connect';
import { Handover, type Activation } from './handover';

/** What is said to an event; only callbacks have an answer. */
export type Answering = ReturnType<Handler>;

/** What a trigger does with an event of the app; the answer is for callbacks. */
export type Acknowledge = (event: ConnectionEvent, appId: string) => Answering;

const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 300_000;
/** A start without network that takes longer than this is told to the user. */
const PATIENCE_MS = 60_000;
/** Work that is under way when n8n stops gets this long, of the 30 s that n8n has in all. */
const DRAIN_MS = 3_000;

/** By app: which triggers of this process are in production. */
const handovers = new Map<string, Handover<ConnectionEvent>>();

/**
 * A trigger's place on the connection of its app. In production it stays there whatever happens: n8n gives up a
 * trigger after five tries in 15 seconds, so what passes by itself is waited for here.
 */
export class Listener implements Subscriber {
	private subscription: Subscription | undefined;

	private handover: Handover<ConnectionEvent> | undefined;

	/** Of the connection, which is that of the credential as it was when it was made. */
	private appId = '';

	private readonly end = new AbortController();

	/** Answers to callbacks that are being made. */
	private readonly answers = new Set<Promise<unknown>>();

	/** Events that came over the connection before the handover could bring the same. */
	private early: Set<string> | undefined;

	/** @param id of the trigger node, unique in this n8n */
	constructor(
		private readonly context: ITriggerFunctions,
		private readonly id: string,
		private readonly acknowledge: Acknowledge,
	) {}

	/**
	 * Resolves when events come.
	 * @throws NodeOperationError when a person starts the trigger and there is no connection, or when one needs the
	 * help of a person
	 */
	async open(): Promise<void> {
		try {
			await this.connect();
		} catch (error) {
			if (activationOf(this.context) !== 'restored' || needsHelp(error)) {
				// For what else goes on as long as the trigger does.
				this.end.abort();
				clickListeners().leave(this.clicksId);
				throw connectionError(this.context.getNode(), error);
			}
			this.context.logger.warn(`Feishu Trigger is waiting for its connection: ${messageOf(error)}`, this.logged());
			void this.reconnect(PATIENCE_MS);
		}
	}

	/** @throws NotNow when the platform should send the event again */
	handle(event: ConnectionEvent): Answering {
		if (this.end.signal.aborted) throw notNow();
		const { envelope } = event;
		// A callback never comes again, and somebody waits for its answer.
		if (envelope && isCallback(envelope)) return this.answer(event);
		if (envelope) {
			if (this.handover?.isChanging) throw notNow();
			const key = `${envelope.event_id} ${dedupKey(envelope)}`;
			this.early?.add(key);
			if (!this.isTest) this.handover?.keep(key, event);
		}
		return this.acknowledge(event, this.appId);
	}

	/** Aborted when the trigger is closed. */
	get closed(): AbortSignal {
		return this.end.signal;
	}

	/** Work that should be done before n8n stops; it gets a signal that is aborted when there is no more time. */
	track(work: (hurry: AbortSignal) => Promise<void>): void {
		if (this.handover && !this.isTest) this.handover.track(work);
		else void work(this.closed);
	}

	/** An execution is being started, of which n8n knows a moment later. @param end of it */
	started(end: Promise<unknown>): void {
		this.handover?.started(end);
	}

	state(state: ConnectionState): void {
		this.context.logger.debug(`Feishu long connection: ${state}`, this.logged());
	}

	failed(error: LongConnectionError): void {
		this.subscription = undefined;
		if (this.end.signal.aborted) return;
		this.report(error);
		if (this.isTest) return void this.handover?.guests.delete(this);
		this.handover?.leave(this.id);
		void this.reconnect(Number.POSITIVE_INFINITY);
	}

	/** Resolves when the trigger is off the connection; what it has taken is acknowledged by then. */
	async close(): Promise<void> {
		this.end.abort();
		clickListeners().leave(this.clicksId);
		if (this.isTest) this.handover?.guests.delete(this);
		else this.handover?.leave(this.id);
		await Promise.allSettled(this.answers);
		await wait(0);
		await this.subscription?.close();
		if (!this.isTest && this.handover?.isEmpty) await this.handover.settled(DRAIN_MS);
	}

	private async answer(event: ConnectionEvent): Promise<CallbackAnswer | undefined> {
		const answer = Promise.resolve(this.acknowledge(event, this.appId));
		this.answers.add(answer);
		try {
			return await answer;
		} finally {
			this.answers.delete(answer);
		}
	}

	/** A test listens beside production. */
	private get clicksId(): string {
		return `${this.id} ${this.context.getMode()}`;
	}

	private get isTest(): boolean {
		return this.context.getMode() === 'manual';
	}

	private async connect(): Promise<void> {
		const app = await appOf(this.context);
		const key = connectionKey(app);
		if (this.end.signal.aborted) return;
		clickListeners().join(this.clicksId, {
			app,
			activation: this.isTest ? 'manual' : this.context.getActivationMode(),
		});
		const handover = handoverOf(key);
		this.handover = handover;
		this.appId = key.appId;
		this.early = new Set();
		if (!this.isTest) handover.expect(activationOf(this.context));
		const subscription = await subscribe(key, this, { post: httpPost(this.context), log: this.log });
		if (this.end.signal.aborted) return await subscription.close();
		this.subscription = subscription;
		const { early } = this;
		this.early = undefined;
		if (this.isTest) return void handover.guests.add(this);
		const missed = [...handover.join(this.id, activationOf(this.context))].filter(([key]) => !early.has(key));
		for (const [, event] of missed) void this.acknowledge(event, this.appId);
	}

	/** Tries until there is a connection, with the credential as it is by then. @param patienceMs before it is told */
	private async reconnect(patienceMs: number): Promise<void> {
		let patience = patienceMs;
		try {
			for (let delay = FIRST_RETRY_MS; ; delay = Math.min(LAST_RETRY_MS, delay * 2)) {
				await wait(delay, this.end.signal);
				patience -= delay;
				const error = await this.connect().catch((failure: unknown) => failure);
				if (error === undefined) return;
				this.context.logger.warn(`Feishu Trigger has no connection yet: ${messageOf(error)}`, this.logged());
				if (patience > 0) continue;
				this.report(error);
				patience = Number.POSITIVE_INFINITY;
			}
		} catch (error) {
			if (!isCancelled(error)) this.report(error);
		}
	}

	/** Shows in the list of executions and starts the error workflow; the trigger stays active. */
	private report(error: unknown): void {
		const shown = connectionError(this.context.getNode(), error);
		if (this.isTest) this.context.emitError(shown);
		else this.context.saveFailedExecution(shown);
	}

	private readonly log = (level: 'debug' | 'info' | 'warn' | 'error', message: string): void => {
		this.context.logger[level](message, this.logged());
	};

	private logged(): { node: string; workflowId: string | undefined } {
		return { node: this.context.getNode().name, workflowId: this.context.getWorkflow().id };
	}
}

const notNow = () => new NotNow('Workflows are being stopped or published: the event comes again');

/** Who makes the trigger listen. */
export function activationOf(context: ITriggerFunctions): Activation {
	return ['init', 'leadershipChange'].includes(context.getActivationMode()) ? 'restored' : 'new';
}

/** What a person must change; too many connections may be the last ones of an n8n that has just stopped. */
function needsHelp(error: unknown): boolean {
	return !isLongConnectionError(error) || (error.final && error.code !== TOO_MANY_CONNECTIONS);
}

const TOO_MANY_CONNECTIONS = 1000040350;

function handoverOf({ origin, appId }: ConnectionKey): Handover<ConnectionEvent> {
	const key = `${origin} ${appId}`;
	const known = handovers.get(key) ?? new Handover<ConnectionEvent>();
	handovers.set(key, known);
	return known;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
