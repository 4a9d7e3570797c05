import fc from '../../../../support/generated';

import { runSchedule } from '../../../../../nodes/shared/operation/schedule';

const always = () => true;

it('keeps the order of each key, never exceeds the bound, and runs every item once', async () => {
	const key = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(key, fc.nat(3)), { maxLength: 40 }),
			fc.integer({ min: 1, max: 6 }),
			async (items, atOnce) => {
				const ended: number[] = [];
				const busy = new Set<number>();
				let most = 0;
				await runSchedule({
					count: items.length,
					atOnce,
					keyOf: (index) => items[index]?.[0],
					goOn: always,
					run: async (index) => {
						const own = items[index]?.[0];
						expect([...busy].filter((other) => own !== undefined && items[other]?.[0] === own)).toEqual([]);
						busy.add(index);
						most = Math.max(most, busy.size);
						for (let turn = 0; turn < (items[index]?.[1] ?? 0); turn += 1) await Promise.resolve();
						busy.delete(index);
						ended.push(index);
					},
				});
				expect(most).toBeLessThanOrEqual(atOnce);
				expect([...ended].sort((a, b) => a - b)).toEqual(items.map((_item, index) => index));
				for (const name of ['a', 'b', 'c']) {
					const ofKey = ended.filter((index) => items[index]?.[0] === name);
					expect(ofKey).toEqual([...ofKey].sort((a, b) => a - b));
				}
			},
		),
	);
});

it('takes the items in their order where only one runs at a time', async () => {
	const order: number[] = [];
	const keys = ['a', 'b', 'a', undefined, 'b', 'a'];
	await runSchedule({
		count: keys.length,
		atOnce: 1,
		keyOf: (index) => keys[index],
		goOn: always,
		run: async (index) => {
			await Promise.resolve();
			order.push(index);
		},
	});
	expect(order).toEqual([0, 1, 2, 3, 4, 5]);
});

it('uses the whole bound', async () => {
	let busy = 0;
	let release = () => {};
	const full = new Promise<void>((resolve) => (release = resolve));
	await runSchedule({
		count: 8,
		atOnce: 4,
		keyOf: () => undefined,
		goOn: always,
		run: async () => {
			busy += 1;
			if (busy === 4) release();
			await full;
			busy -= 1;
		},
	});
	expect(busy).toBe(0);
});

it('starts nothing any more when told to stop, and waits for what runs', async () => {
	const started: number[] = [];
	const ended: number[] = [];
	let stopped = false;
	await runSchedule({
		count: 20,
		atOnce: 3,
		keyOf: (index) => (index % 2 === 0 ? 'even' : undefined),
		goOn: () => !stopped,
		run: async (index) => {
			started.push(index);
			await Promise.resolve();
			if (index === 1) stopped = true;
			await Promise.resolve();
			ended.push(index);
		},
	});
	expect(started).toEqual([0, 1, 3]);
	expect(ended.sort((a, b) => a - b)).toEqual(started);
});

it('has nothing to do without items', async () => {
	const run = jest.fn<Promise<void>, [number]>();
	await runSchedule({ count: 0, atOnce: 5, keyOf: () => 'a', goOn: always, run });
	expect(run).not.toHaveBeenCalled();
});
