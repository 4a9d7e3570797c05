import { object } from '../json';

/** What the platform tells its clients, with the address and again in each pong. */
export interface ConnectionConfig {
	pingMs: number;
	/** How often a lost connection is tried again; below 0 without end. */
	reconnectCount: number;
	/** From one try to the next. */
	reconnectIntervalMs: number;
	/** The first try comes at a random moment within this time, so that not all clients come at once. */
	reconnectNonceMs: number;
}

/** What the official SDKs take until the platform has said something. */
export const DEFAULT_CONFIG: ConnectionConfig = {
	pingMs: 120_000,
	reconnectCount: -1,
	reconnectIntervalMs: 120_000,
	reconnectNonceMs: 30_000,
};

/** Bounds, in milliseconds, that keep a wrong number from making the client busy for ever, or deaf. */
const SHORTEST_MS = 100;
const LONGEST_MS = 3_600_000;

/**
 * Reads `ClientConfig`, whose times are seconds.
 * @param current stays where a value is missing, no number, or one that can't be meant
 */
export function readConfig(raw: unknown, current: ConnectionConfig = DEFAULT_CONFIG): ConnectionConfig {
	const { PingInterval, ReconnectCount, ReconnectInterval, ReconnectNonce } = object(raw);
	return {
		pingMs: interval(PingInterval) ?? current.pingMs,
		reconnectCount: finite(ReconnectCount) ?? current.reconnectCount,
		reconnectIntervalMs: interval(ReconnectInterval) ?? current.reconnectIntervalMs,
		reconnectNonceMs: nonce(ReconnectNonce) ?? current.reconnectNonceMs,
	};
}

/** A pause of no length, or less, would be none: it can't be meant. */
function interval(seconds: unknown): number | undefined {
	const value = finite(seconds);
	return value === undefined || value <= 0 ? undefined : milliseconds(value, SHORTEST_MS);
}

/** Below 0, the official SDKs don't wait at all. */
function nonce(seconds: unknown): number | undefined {
	const value = finite(seconds);
	return value === undefined ? undefined : milliseconds(value, 0);
}

function milliseconds(seconds: number, least: number): number {
	return Math.min(LONGEST_MS, Math.max(least, seconds * 1000));
}

function finite(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
