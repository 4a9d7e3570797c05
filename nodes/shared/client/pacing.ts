import { isRateLimited } from '../../../feishu/api/call';
import { CUSTOM_BOT_TIER, hookKey } from '../../../feishu/im/customBot';
import type { Endpoint } from '../../../feishu/api/endpoint';
import type { CallFailure } from '../../../feishu/api/envelope';
import { Governor, type Pace, type Passage } from '../../../feishu/api/governor';
import { CARD_TIER, rateOf, RECEIVER_TIER } from '../../../feishu/api/rates';

/** One for all executions of the process: they share the app's limits. */
const governor = new Governor();

/** The platform's own word for too many messages to one chat or person. */
const TOO_MANY_FOR_RECEIVER = 230020;

export interface Sender {
	/** The address of the platform. */
	origin: string;
	appId: string;
}

/** What a request is about, where the platform limits that as well. */
export interface Paced {
	/** Who gets the message. */
	receiver?: string;
	/** The card entity that is changed. */
	card?: string;
}

/** The limits that a request has to keep: its endpoint's, and its receiver's or card's when it has one. */
export class Pacing {
	private constructor(
		private readonly endpoint: Pace,
		private readonly receiver: Pace | undefined,
		private readonly card: Pace | undefined,
	) {}

	static async of(
		{ origin, appId }: Sender,
		{ method, path }: Endpoint,
		{ receiver, card }: Paced = {},
	): Promise<Pacing> {
		const { id, tier } = await rateOf(method, path);
		return new Pacing(
			{ key: `${origin} ${appId} ${id}`, limits: tier },
			// All apps that write to one chat share this limit.
			receiver === undefined ? undefined : { key: `${origin} receiver ${receiver}`, limits: RECEIVER_TIER },
			card === undefined ? undefined : { key: `${origin} card ${card}`, limits: CARD_TIER },
		);
	}

	/** @param url the custom bot's address */
	static ofCustomBot(url: string): Pacing {
		return new Pacing({ key: hookKey(url), limits: CUSTOM_BOT_TIER }, undefined, undefined);
	}

	/** Waits until one more request keeps the limits; to be told when it is answered. @throws CancelledError */
	async pass(cancel?: AbortSignal): Promise<Passage> {
		const paces = [this.receiver, this.card, this.endpoint].filter((pace) => pace !== undefined);
		return await governor.pass(paces, cancel);
	}

	/**
	 * Lets everybody else wait as well when the platform asks to.
	 * @param longestWaitMs after a longer wait the call fails and says so; nobody waits for that in silence
	 */
	heed(failure: CallFailure, longestWaitMs: number): void {
		const ms = (failure.resetSeconds ?? 0) * 1000;
		if (!isRateLimited(failure) || ms === 0 || ms > longestWaitMs) return;
		// A card's limit is the one that is reached first.
		const pace = failure.code === TOO_MANY_FOR_RECEIVER ? this.receiver : (this.card ?? this.endpoint);
		if (pace) governor.hold(pace, ms);
	}
}
