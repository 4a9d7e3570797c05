import { Queues } from '../../../../../../nodes/shared/triggers/longConnection/queues';

/** A task that ends when told to. */
function task(log: string[], name: string) {
	let finish = () => {};
	const ended = new Promise<void>((resolve) => (finish = resolve));
	const run = async () => {
		log.push(`${name} begins`);
		await ended;
		log.push(`${name} ends`);
	};
	return { run, finish };
}

describe('tasks', () => {
	it('of one chat run one after the other, those of different chats side by side', async () => {
		const queues = new Queues();
		const log: string[] = [];
		const [first, second, other] = [task(log, 'first'), task(log, 'second'), task(log, 'other')];
		const ends = [queues.add('a', first.run), queues.add('a', second.run), queues.add('b', other.run)];
		expect(log).toEqual(['first begins', 'other begins']);
		expect([queues.isBusy('a'), queues.isBusy('b'), queues.isBusy('c')]).toEqual([true, true, false]);
		second.finish();
		other.finish();
		await ends[2];
		expect(log).toEqual(['first begins', 'other begins', 'other ends']);
		first.finish();
		await Promise.all(ends);
		expect(log.slice(3)).toEqual(['first ends', 'second begins', 'second ends']);
		expect([queues.isBusy('a'), queues.isBusy('b')]).toEqual([false, false]);
	});
});
