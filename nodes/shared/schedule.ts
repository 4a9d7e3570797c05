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

/** Runs items side by side, those with the same key one after the other. Resolves when all that were started have ended. */
export async function runSchedule({ count, atOnce, keyOf, goOn, run }: Schedule): Promise<void> {
	const lanes = lanesOf(count, keyOf);
	let next = 0;
	const worker = async () => {
		for (let lane = lanes[next++]; lane !== undefined; lane = lanes[next++]) {
			for (const index of lane) {
				if (!goOn()) return;
				await run(index);
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, lanes.length) }, worker));
}

/** One lane a key, in the order in which the keys first appear; items without a key have a lane each. */
function lanesOf(count: number, keyOf: (index: number) => string | undefined): number[][] {
	const lanes: number[][] = [];
	const byKey = new Map<string, number[]>();
	for (let index = 0; index < count; index += 1) {
		const key = keyOf(index);
		const lane = key === undefined ? undefined : byKey.get(key);
		if (lane) {
			lane.push(index);
			continue;
		}
		const fresh = [index];
		lanes.push(fresh);
		if (key !== undefined) byKey.set(key, fresh);
	}
	return lanes;
}
