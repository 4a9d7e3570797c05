/** How many items of one node run side by side unless the user says otherwise. Chosen by measurement: see bench/. */
export const DEFAULT_ITEMS_AT_ONCE = 20;

export interface Schedule {
	count: number;
	/** Items that run side by side at most; 1 or more. */
	atOnce: number;
	/** Items with the same key run in their order; undefined means no order. */
	keyOf(index: number): string | undefined;
	/** Asked before each item starts; false starts none any more. */
	goOn(): boolean;
	run(index: number): Promise<void>;
}

/** Items of one key that are being worked off, one after the other; it grows while others pass its items over. */
interface Lane {
	key: string | undefined;
	items: number[];
}

/**
 * Runs items side by side, those with the same key one after the other. Whatever becomes free takes the
 * first item that may run, so one at a time means the order of the items.
 * Resolves when all that were started have ended.
 */
export async function runSchedule({ count, atOnce, keyOf, goOn, run }: Schedule): Promise<void> {
	const busy = new Map<string, Lane>();
	let next = 0;
	/** The lane of the first item whose key is not being worked on; items on the way join their lanes. */
	const openLane = (): Lane | undefined => {
		while (next < count) {
			const index = next++;
			const key = keyOf(index);
			const open = key === undefined ? undefined : busy.get(key);
			if (open) {
				open.items.push(index);
				continue;
			}
			const lane = { key, items: [index] };
			if (key !== undefined) busy.set(key, lane);
			return lane;
		}
		return undefined;
	};
	const worker = async () => {
		for (let lane = openLane(); lane !== undefined; lane = openLane()) {
			for (const index of lane.items) {
				if (!goOn()) return;
				await run(index);
			}
			if (lane.key !== undefined) busy.delete(lane.key);
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}
