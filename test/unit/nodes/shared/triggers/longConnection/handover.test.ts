import {
	Handover,
	HOLD_MS,
	LONGEST_MS,
	START_MS,
	STARTING_MS,
	TURN_MS,
} from '../../../../../../nodes/shared/triggers/longConnection/handover';

/** With a clock that the test sets; waits end at once. */
function handover() {
	const clock = { now: 1_000_000 };
	return {
		clock,
		handover: new Handover(
			() => clock.now,
			async () => undefined,
		),
	};
}
/** What a trigger does that n8n starts. */
function restore(triggers: Handover, id: string): Map<string, unknown> {
	triggers.expect('restored');
	return triggers.join(id, 'restored');
}
const event = (name: string) => ({ name });
const names = (missed: Map<string, unknown>) => [...missed.keys()];

describe('a trigger that leaves', () => {
	it('lets events wait until it is back', () => {
		const { handover: triggers } = handover();
		triggers.join('a', 'new');
		triggers.join('b', 'new');
		expect(triggers.isChanging).toBe(false);
		triggers.leave('a');
		expect(triggers.isChanging).toBe(true);
		triggers.join('a', 'new');
		expect(triggers.isChanging).toBe(false);
	});

	it('lets events wait for a moment only', () => {
		const { clock, handover: triggers } = handover();
		triggers.join('a', 'new');
		triggers.join('b', 'new');
		triggers.leave('a');
		clock.now += HOLD_MS - 1;
		expect(triggers.isChanging).toBe(true);
		clock.now += 1;
		expect(triggers.isChanging).toBe(false);
	});

	it('starts the moment anew when others have left before', () => {
		const { clock, handover: triggers } = handover();
		for (const id of ['a', 'b', 'c']) triggers.join(id, 'new');
		triggers.leave('a');
		clock.now += HOLD_MS - 1;
		triggers.leave('b');
		clock.now += HOLD_MS - 1;
		expect(triggers.isChanging).toBe(true);
		triggers.join('a', 'new');
		expect(triggers.isChanging).toBe(true);
		triggers.join('b', 'new');
		expect(triggers.isChanging).toBe(false);
	});

	it('and is the last one lets nothing wait: the connection ends', () => {
		const { handover: triggers } = handover();
		triggers.join('a', 'new');
		triggers.join('b', 'new');
		triggers.leave('a');
		triggers.leave('b');
		expect(triggers.isEmpty).toBe(true);
		expect(triggers.isChanging).toBe(false);
	});

	it('and is the last one lets events wait where a test run holds the connection: it alone would take them', () => {
		const { clock, handover: triggers } = handover();
		triggers.guests.add({});
		triggers.join('a', 'new');
		triggers.leave('a');
		expect(triggers.isChanging).toBe(true);
		triggers.join('a', 'new');
		expect(triggers.isChanging).toBe(false);
		triggers.leave('a');
		clock.now += HOLD_MS;
		expect(triggers.isChanging).toBe(false);
	});

	it('but was never there changes nothing', () => {
		const { handover: triggers } = handover();
		triggers.join('a', 'new');
		triggers.leave('b');
		expect(triggers.isChanging).toBe(false);
	});
});

describe('while n8n starts', () => {
	it('a trigger finds what came before it, once for each event and as it came', () => {
		const { handover: triggers } = handover();
		expect(names(restore(triggers, 'a'))).toEqual([]);
		const body = event('one');
		triggers.keep('1', body);
		body.name = 'changed by a workflow';
		triggers.keep('2', event('two'));
		triggers.keep('1', event('one again'));
		expect([...restore(triggers, 'b')]).toEqual([
			['1', event('one')],
			['2', event('two')],
		]);
		expect(names(restore(triggers, 'c'))).toEqual(['1', '2']);
	});

	it('what comes before the first trigger has joined is kept as well', () => {
		const { handover: triggers } = handover();
		triggers.expect('restored');
		triggers.keep('1', event('one'));
		expect(names(triggers.join('a', 'restored'))).toEqual(['1']);
		expect(names(restore(triggers, 'b'))).toEqual(['1']);
	});

	it('a workflow that a person activates does not get what came before', () => {
		const { handover: triggers } = handover();
		restore(triggers, 'a');
		triggers.keep('1', event('one'));
		expect(names(triggers.join('b', 'new'))).toEqual([]);
	});

	it('events are kept for five minutes', () => {
		const { clock, handover: triggers } = handover();
		restore(triggers, 'a');
		triggers.keep('1', event('one'));
		clock.now += START_MS;
		triggers.keep('2', event('two'));
		expect(names(restore(triggers, 'b'))).toEqual(['1', '2']);
		clock.now += 1;
		triggers.keep('3', event('three'));
		expect(names(restore(triggers, 'c'))).toEqual([]);
	});

	it('no more than 2,000 events are kept, the newest', () => {
		const { handover: triggers } = handover();
		restore(triggers, 'a');
		for (let index = 0; index < 2_500; index += 1) triggers.keep(String(index), event('one of many'));
		const missed = names(restore(triggers, 'b'));
		expect([missed.length, missed[0], missed.at(-1)]).toEqual([2_000, '500', '2499']);
	});

	it('nothing is kept for those whom a person activates', () => {
		const { handover: triggers } = handover();
		triggers.join('a', 'new');
		triggers.keep('1', event('one'));
		expect(names(restore(triggers, 'b'))).toEqual([]);
	});

	it('what was kept ends with the last trigger, as when another n8n takes over', () => {
		const { handover: triggers } = handover();
		restore(triggers, 'a');
		triggers.keep('1', event('one'));
		triggers.leave('a');
		expect(names(restore(triggers, 'a'))).toEqual([]);
		triggers.keep('2', event('two'));
		expect(names(restore(triggers, 'b'))).toEqual(['2']);
	});
});

describe('work that goes on', () => {
	it('is waited for, whether it succeeds or fails', async () => {
		const triggers = new Handover(Date.now, () => new Promise(() => undefined));
		let finish = () => {};
		triggers.track(() => Promise.reject(new Error('one that failed')));
		triggers.track(() => new Promise<void>((resolve) => (finish = resolve)));
		let settled = false;
		const all = triggers.settled(1_000).then(() => (settled = true));
		await Promise.resolve();
		expect(settled).toBe(false);
		finish();
		await all;
		expect(settled).toBe(true);
		await triggers.settled(1_000);
	});

	it('is told when there is no more time, and not waited for longer than said', async () => {
		const waits: number[] = [];
		const triggers = new Handover(Date.now, async (ms) => void waits.push(ms));
		const told: number[] = [];
		triggers.track(async (hurry) => {
			hurry.addEventListener('abort', () => told.push(waits.length));
			return await new Promise<void>(() => undefined);
		});
		await triggers.settled(1_234);
		expect(waits).toEqual([734, 500]);
		expect(told).toEqual([1]);
	});

	it('has its time again when n8n starts its workflows anew', async () => {
		const triggers = new Handover(Date.now, async () => undefined);
		triggers.track(() => new Promise(() => undefined));
		await triggers.settled(1);
		triggers.join('a', 'new');
		let late = true;
		triggers.track(async (hurry) => void (late = hurry.aborted));
		expect(late).toBe(false);
	});

	/** @param late milliseconds by which each wait of a turn comes too late */
	function waiting(late = 0) {
		const clock = { now: 5_000, waited: 0 };
		const triggers = new Handover(
			() => clock.now,
			async (ms) => {
				clock.waited += ms;
				clock.now += ms + late;
			},
		);
		return { clock, triggers };
	}
	const unheard = () => new Promise<void>(() => undefined);

	it('includes executions that have just been started, until they end or n8n must know of them', async () => {
		const { clock, triggers } = waiting();
		await triggers.settled(3_000);
		triggers.started(unheard());
		clock.now += 100;
		await triggers.settled(3_000);
		expect(clock).toEqual({ now: 5_000 + STARTING_MS, waited: STARTING_MS - 100 });
		await triggers.settled(3_000);
		const ended = [Promise.resolve(), Promise.reject(new Error('failed'))];
		for (const end of ended) triggers.started(end);
		await Promise.allSettled(ended);
		await triggers.settled(3_000);
		expect(clock.waited).toBe(STARTING_MS - 100);
	});

	it('gives a process that gets its turns too late as many turns', async () => {
		const { clock, triggers } = waiting(TURN_MS);
		triggers.started(unheard());
		await triggers.settled(3_000);
		expect(clock).toEqual({ now: 5_000 + 2 * STARTING_MS, waited: STARTING_MS });
	});

	it('but leaves n8n half of its time to stop', async () => {
		const { clock, triggers } = waiting(20 * TURN_MS);
		triggers.started(unheard());
		await triggers.settled(3_000);
		expect(clock.now - 5_000).toBeGreaterThanOrEqual(LONGEST_MS);
		expect(clock.now - 5_000).toBeLessThan(LONGEST_MS + 21 * TURN_MS);
	});

	it('ends as soon as the last of them has ended', async () => {
		const triggers = new Handover(Date.now, () => new Promise(() => undefined));
		let finish = () => {};
		triggers.started(new Promise<void>((resolve) => (finish = resolve)));
		const all = triggers.settled(3_000);
		finish();
		await all;
	});
});
