import type { LongConnections } from '../longConnection/hub';
import type { Pusher } from '../events/push';
import type { Store } from '../state/store';
import type { Clock } from '../platform/clock';
import type { Faults } from '../platform/faults';
import type { RateLimiter } from '../platform/rate';
import type { Tokens } from './tokens';

export interface RecordedRequest {
	method: string;
	path: string;
	/** Raw, without the question mark. */
	query: string;
	headers: Record<string, string>;
	/** Not kept for multipart bodies. */
	bodyText?: string;
	/** The parts of a multipart body that was read to its end, files without a value. */
	form?: { name: string; value?: string }[];
	/** 0 while it runs, and when the connection was cut. */
	status: number;
	code?: number;
	/** Milliseconds since the epoch. */
	at: number;
}

/** What every endpoint can reach. */
export interface Platform {
	store: Store;
	clock: Clock;
	tokens: Tokens;
	rate: RateLimiter;
	faults: Faults;
	push: Pusher;
	longConnection: LongConnections;
	requests: RecordedRequest[];
	latencyMs: number;
}
