import { isRateLimited } from '../../feishu/call';
import type { Endpoint } from '../../feishu/endpoint';
import type { CallFailure } from '../../feishu/envelope';
import { Governor, type Pace, type Passage } from '../../feishu/governor';
import { rateOf, RECEIVER_TIER } from '../../feishu/rates';

/** One for all executions of the process: they share the app's limits. */
const governor = new Governor();

/** The platform's own word for too many messages to one chat or person. */
const TOO_MANY_FOR_RECEIVER = 230020;

export interface Sender {
	/** The address of the platform. */
	origin: string;
	appId: string;
}

/** The limits that a request has to keep: its endpoint's, and its receiver's when it has one. */
export class Pacing {
	private constructor(
		private readonly endpoint: Pace,
		private readonly receiver: Pace | undefined,
	) {}

	/** @param receiver who gets the message */
	static async of({ origin, appId }: Sender, { method, path }: Endpoint, receiver?: string): Promise<Pacing> {
		const { id, tier } = await rateOf(method, path);
		return new Pacing(
			{ key: `${origin} ${appId} ${id}`, limits: tier },
			// All apps that write to one chat share this limit.
			receiver === undefined ? undefined : { key: `${origin} receiver ${receiver}`, limits: RECEIVER_TIER },
		);
	}

	/** Waits until one more request keeps the limits; to be told when it is answered. @throws CancelledError */
	async pass(cancel?: AbortSignal): Promise<Passage> {
		return await governor.pass(this.receiver ? [this.receiver, this.endpoint] : [this.endpoint], cancel);
	}

	/**
	 * Lets everybody else wait as well when the platform asks to.
	 * @param longestWaitMs after a longer wait the call fails and says so; nobody waits for that in silence
	 */
	heed(failure: CallFailure, longestWaitMs: number): void {
		const ms = (failure.resetSeconds ?? 0) * 1000;
		if (!isRateLimited(failure) || ms === 0 || ms > longestWaitMs) return;
		const pace = failure.code === TOO_MANY_FOR_RECEIVER ? this.receiver : this.endpoint;
		if (pace) governor.hold(pace, ms);
	}
}
