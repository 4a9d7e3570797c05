import type { ConnectionConfig } from './config';

/** A connection that lived this many ping intervals was no trouble of the platform's: it may come back sooner. */
const LONG_LIVED = 1;
/** The part of the platform's jitter that is left then. */
const SOONER = 0.1;
/** First wait after the platform could not be reached at all; twice as long each time, up to the platform's interval. */
const UNREACHED_MS = 2_000;

/**
 * When a lost connection is tried again: at a random moment within the platform's nonce, then every interval, as often
 * as it says. Two things are done sooner, and cost the platform nothing: after a long life the first try comes within a
 * tenth of the nonce, and tries that never arrived are repeated at growing distances and not counted.
 */
export class ReconnectPlan {
	private tries = 0;

	private unreached = 0;

	private sooner = false;

	/** @param random from 0 to 1 */
	constructor(private readonly random: () => number) {}

	/** The connection was lost. @returns milliseconds until the first try */
	lost(config: ConnectionConfig, livedMs: number): number {
		this.tries = 0;
		this.unreached = 0;
		this.sooner = livedMs >= LONG_LIVED * config.pingMs;
		return this.random() * config.reconnectNonceMs * (this.sooner ? SOONER : 1);
	}

	/**
	 * A try failed.
	 * @param arrived whether the platform was reached
	 * @returns milliseconds until the next one; undefined when it was the last
	 */
	failed(config: ConnectionConfig, arrived: boolean): number | undefined {
		if (!arrived) {
			this.unreached += 1;
			return Math.min(config.reconnectIntervalMs, UNREACHED_MS * 2 ** (this.unreached - 1));
		}
		this.tries += 1;
		this.unreached = 0;
		if (config.reconnectCount >= 0 && this.tries >= config.reconnectCount) return undefined;
		if (this.sooner) {
			this.sooner = false;
			return this.random() * config.reconnectNonceMs;
		}
		return config.reconnectIntervalMs;
	}

	get count(): number {
		return this.tries;
	}
}
