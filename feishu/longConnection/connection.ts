import { deliver, type Handler } from './eventDelivery';
import { askEndpoint, type ConnectionKey, type HttpPost } from './connectionTarget';
import {
	badAddress,
	gaveUp,
	handshakeFailed,
	isLongConnectionError,
	type LongConnectionError,
} from './connectionErrors';
import { Link, type Log, type Runtime } from './link';
import { ReconnectPlan } from './reconnect';
import { DEFAULT_CONFIG, type ConnectionConfig } from './config';

export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'closed';

/** Somebody who shares the connection. */
export interface Member {
	handle: Handler;
	state(state: ConnectionState): void;
	failed(error: LongConnectionError): void;
	post: HttpPost;
	log: Log;
}

interface Waiting {
	resolve(): void;
	reject(error: LongConnectionError): void;
}

/**
 * The one connection of an app, for all its members. It lives from the first member's coming to the last one's leaving,
 * or until the platform refuses it for good; after that it never comes back.
 */
export class SharedConnection {
	private readonly members = new Set<Member>();

	/** Those of the members who wait for it to come up. */
	private readonly waiting = new Map<Member, Waiting>();

	private link?: Link;

	/** Counts the attempts: what belongs to an earlier one comes too late. */
	private generation = 0;

	private attempting = false;

	private isUp = false;

	private over = false;

	private config: ConnectionConfig = DEFAULT_CONFIG;

	private stopRetry: () => void = () => undefined;

	private readonly plan: ReconnectPlan;

	constructor(
		readonly key: ConnectionKey,
		private readonly runtime: Runtime,
		/** It is over: the next one who wants a connection needs a new one. */
		private readonly ended: () => void,
	) {
		this.plan = new ReconnectPlan(() => runtime.random());
	}

	/**
	 * Takes part. Who comes while the connection is being made shares the attempt; who comes while the next attempt is
	 * waited for has it made now.
	 * @returns when it is up
	 * @throws LongConnectionError when the attempt fails
	 */
	join(member: Member): Promise<void> {
		this.members.add(member);
		if (this.isUp) {
			member.state('connected');
			return Promise.resolve();
		}
		member.state('connecting');
		return new Promise((resolve, reject) => {
			this.waiting.set(member, { resolve, reject });
			if (!this.attempting) void this.attempt();
		});
	}

	/**
	 * Takes over a secret that the platform accepts: the old one has been reset, or is about to be.
	 * @throws LongConnectionError when it does not accept it
	 */
	async renew(appSecret: string, post: HttpPost): Promise<void> {
		await askEndpoint({ ...this.key, appSecret }, post, this.runtime.clock);
		this.key.appSecret = appSecret;
	}

	/** Takes part no longer. Resolves when, after the last one, the connection is closed. */
	async leave(member: Member): Promise<void> {
		if (!this.members.delete(member)) return;
		member.state('closed');
		if (this.members.size === 0) await this.end();
	}

	private async attempt(): Promise<void> {
		this.stopRetry();
		this.attempting = true;
		this.generation += 1;
		const { generation } = this;
		const isCurrent = () => generation === this.generation;
		try {
			const [first] = this.members;
			if (!first) return;
			const target = await askEndpoint(this.key, (...request) => first.post(...request), this.runtime.clock);
			if (!isCurrent()) return;
			this.link = new Link(target, this.runtime, {
				up: () => isCurrent() && this.up(),
				lost: (reason) => isCurrent() && (this.isUp ? this.lost(reason) : this.failed(handshakeFailed(target.host))),
				deliver: (text) => deliver(text, this.handlers(), this.runtime.clock, (error) => this.complain(error)),
				log: (level, message) => this.log(level, message),
			});
		} catch (error) {
			if (isCurrent()) this.failed(isLongConnectionError(error) ? error : badAddress());
		}
	}

	private up(): void {
		this.attempting = false;
		this.isUp = true;
		this.log('info', 'Connected');
		const waiting = [...this.waiting.values()];
		this.waiting.clear();
		for (const member of [...this.members]) member.state('connected');
		for (const { resolve } of waiting) resolve();
	}

	private lost(reason: string): void {
		const livedMs = this.link?.livedMs ?? 0;
		this.config = this.link?.config ?? this.config;
		this.isUp = false;
		const ms = this.plan.lost(this.config, livedMs);
		for (const member of [...this.members]) member.state('reconnecting');
		this.retryIn(ms, `Lost: ${reason}`);
	}

	/** An attempt failed: whoever waited for it is told, the others wait for the next one. */
	private failed(error: LongConnectionError): void {
		this.attempting = false;
		for (const [member, { reject }] of this.waiting) {
			this.members.delete(member);
			reject(error);
		}
		this.waiting.clear();
		const next = error.final ? undefined : this.plan.failed(this.config, error.code !== 'unreachable');
		if (this.members.size === 0) void this.end();
		else if (next === undefined) this.giveUp(error.final ? error : gaveUp(this.plan.count));
		else this.retryIn(next, error.message);
	}

	private retryIn(ms: number, why: string): void {
		// Somebody may have left, or come, while the others were told.
		if (this.over || this.attempting || this.isUp) return;
		this.log('warn', `${why}. Trying again in ${Math.round(ms / 1000)} s`);
		this.stopRetry();
		this.stopRetry = this.runtime.clock.after(ms, () => void this.attempt());
	}

	private giveUp(error: LongConnectionError): void {
		this.log('error', error.message);
		const members = [...this.members];
		this.members.clear();
		void this.end();
		for (const member of members) member.failed(error);
	}

	private async end(): Promise<void> {
		if (this.over) return;
		this.over = true;
		this.generation += 1;
		this.isUp = false;
		this.stopRetry();
		this.ended();
		await this.link?.close();
	}

	private handlers(): Handler[] {
		return [...this.members].map((member) => (event) => member.handle(event));
	}

	private complain(error: unknown): void {
		const message = error instanceof Error ? error.message : '';
		// By its name: the error may be of another copy of this module.
		if (error instanceof Error && error.name === 'NotNow') this.log('debug', message);
		else this.log('error', `A workflow failed to take an event: ${message}`);
	}

	private log: Log = (level, message) => {
		const [first] = this.members;
		first?.log(level, `Feishu long connection of ${this.key.appId}: ${message}`);
	};
}
