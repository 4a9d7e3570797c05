import type { Clock } from './clock';
import { PlatformError } from './envelope';

export interface Window {
	limit: number;
	ms: number;
}

export const minute = (limit: number): Window => ({ limit, ms: 60_000 });
export const second = (limit: number): Window => ({ limit, ms: 1_000 });

/**
 * The tiers of an endpoint, per app. Source: https://open.feishu.cn/document/ukTMukTMukTM/uUzN04SN3QjL1cDN
 */
export const TIERS = {
	1: [minute(10)],
	2: [minute(20)],
	3: [minute(100)],
	4: [minute(1000), second(50)],
	5: [second(1)],
	6: [second(5)],
	7: [second(10)],
	8: [second(20)],
	9: [second(50)],
	10: [second(50)],
	11: [second(100)],
	21: [second(3)],
} as const satisfies Record<number, readonly Window[]>;

export type Tier = keyof typeof TIERS;
export const DEFAULT_TIER: Tier = 4;

/** Messages to one person or one group per second, shared by all bots. */
const RECEIVER_LIMIT = [second(5)];

/** Counts accepted requests in sliding windows; a refused request does not count. */
export class RateLimiter {
	private readonly accepted = new Map<string, number[]>();

	constructor(
		private readonly clock: Clock,
		readonly enabled: boolean,
	) {}

	/**
	 * Throws 99991400 with `http`, 429 unless the endpoint is an older one, and with the headers of the gateway; the reset is in
	 * whole seconds, at least 1.
	 */
	countRequest(appId: string, endpoint: string, tier: Tier, http = 429): void {
		const full = this.take(`${appId} ${endpoint}`, TIERS[tier]);
		if (!full) return;
		throw new PlatformError(99991400, 'request trigger frequency limit', {
			http,
			headers: {
				'x-ogw-ratelimit-limit': String(full.window.limit),
				'x-ogw-ratelimit-reset': String(Math.max(1, Math.ceil(full.waitMs / 1000))),
			},
		});
	}

	/** A chat, a person or (for card updates) a message: 5 a second, then 230020. */
	countReceiver(receiver: string): void {
		if (!this.take(`receiver ${receiver}`, RECEIVER_LIMIT)) return;
		throw new PlatformError(230020, 'This operation triggers the frequency limit.');
	}

	/** Counts one more under a limit that an endpoint has of its own; false when that is used up. */
	allows(key: string, windows: readonly Window[]): boolean {
		return !this.take(key, windows);
	}

	private take(key: string, windows: readonly Window[]): { window: Window; waitMs: number } | undefined {
		if (!this.enabled) return undefined;
		const now = this.clock.now();
		const longest = Math.max(...windows.map((window) => window.ms));
		const times = (this.accepted.get(key) ?? []).filter((time) => time > now - longest);
		this.accepted.set(key, times);
		for (const window of windows) {
			const inside = times.filter((time) => time > now - window.ms);
			const oldest = inside[0];
			if (inside.length >= window.limit && oldest !== undefined) return { window, waitMs: oldest + window.ms - now };
		}
		times.push(now);
		return undefined;
	}
}
