/** Items that go into one request together. */
export interface Bundle<P> {
	/** Their requests go one after the other. */
	key: string;
	items: Array<{ itemIndex: number; prepared: P }>;
}

/**
 * What was prepared for each item, in bundles of one key that are as large as a request takes. Order in, order out; what
 * is missing was refused.
 */
export function bundle<P>(
	prepared: ReadonlyArray<{ value: P } | undefined>,
	{ most, by }: { most: number; by(prepared: P): string },
): Array<Bundle<P>> {
	const open = new Map<string, Bundle<P>>();
	const bundles: Array<Bundle<P>> = [];
	prepared.forEach((one, itemIndex) => {
		if (!one) return;
		const key = by(one.value);
		let current = open.get(key);
		if (!current || current.items.length >= most) {
			current = { key, items: [] };
			open.set(key, current);
			bundles.push(current);
		}
		current.items.push({ itemIndex, prepared: one.value });
	});
	return bundles;
}
