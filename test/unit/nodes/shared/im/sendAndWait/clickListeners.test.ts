import {
	ClickListeners,
	clickListeners,
	type ClickListener,
} from '../../../../../../nodes/shared/im/sendAndWait/clickListeners';

const [ours, other] = [{ appId: 'cli_ours' }, { appId: 'cli_other' }];
const [SECOND, MINUTE] = [1_000, 60_000];

let now: number;
let listeners: ClickListeners;
const join = (id: string, app: ClickListener['app'], activation: ClickListener['activation'] = 'activate') =>
	listeners.join(id, { app, activation });

beforeEach(() => {
	now = 1_000_000;
	listeners = new ClickListeners(() => now);
});

it('knows nothing where no trigger was ever started, as in a worker', () => {
	now += 10 * MINUTE;
	expect(listeners.hears(ours)).toBeUndefined();
});

it.each(['activate', 'update', 'create', 'init', 'leadershipChange', 'manual'] as const)(
	'hears the clicks of an app whose trigger was started by %s',
	(activation) => {
		join('a', ours, activation);
		expect(listeners.hears(ours)).toBe(true);
	},
);

it('is certain that an app has no trigger where those of others are started', () => {
	join('a', other);
	expect(listeners.hears(ours)).toBe(false);
});

it('is not certain before n8n has started all its workflows', () => {
	join('a', other, 'init');
	now += 59 * SECOND;
	expect(listeners.hears(ours)).toBeUndefined();
	join('b', other, 'init');
	now += 59 * SECOND;
	expect(listeners.hears(ours)).toBeUndefined();
	now += SECOND;
	expect(listeners.hears(ours)).toBe(false);
});

it('is not certain right after a trigger has left: its workflow may be published anew, or n8n end', () => {
	join('a', ours);
	join('b', other);
	listeners.leave('a');
	now += 29 * SECOND;
	expect(listeners.hears(ours)).toBeUndefined();
	now += SECOND;
	expect(listeners.hears(ours)).toBe(false);
	expect(listeners.hears(other)).toBe(true);
});

it('has lost an app whose last trigger in production has left, until one is back', () => {
	join('a', ours);
	join('b', ours);
	listeners.leave('a');
	expect(listeners.hasLost(ours)).toBe(false);
	listeners.leave('b');
	expect([listeners.hasLost(ours), listeners.hasLost(other)]).toEqual([true, false]);
	join('c', ours, 'manual');
	expect(listeners.hasLost(ours)).toBe(false);
	listeners.leave('c');
	expect(listeners.hasLost(ours)).toBe(true);
	join('a', ours, 'update');
	listeners.leave('x');
	expect(listeners.hasLost(ours)).toBe(false);
});

it('is never certain where several mains take over from one another', () => {
	join('a', ours, 'leadershipChange');
	listeners.leave('a');
	now += 60 * MINUTE;
	expect(listeners.hears(ours)).toBeUndefined();
});

it('learns nothing from a test in the editor, which may run on a worker', () => {
	join('a', ours, 'manual');
	listeners.leave('a');
	now += 10 * MINUTE;
	expect(listeners.hears(ours)).toBeUndefined();
});

it('is as certain after a test in the editor as before', () => {
	join('a', other);
	join('b', ours, 'manual');
	expect(listeners.hears(ours)).toBe(true);
	listeners.leave('b');
	expect(listeners.hears(ours)).toBe(false);
});

it('tells whether n8n starts triggers here', () => {
	join('a', ours, 'manual');
	expect(listeners.knows).toBe(false);
	join('b', ours, 'init');
	listeners.leave('b');
	expect(listeners.knows).toBe(true);
});

it('keeps each of several triggers of an app, and the new app of one', () => {
	join('a', ours);
	join('b', ours);
	listeners.leave('a');
	expect(listeners.hears(ours)).toBe(true);
	join('b', other);
	now += MINUTE;
	expect([listeners.hears(ours), listeners.hears(other)]).toEqual([false, true]);
});

it('is one for all copies of its module', () => {
	const first = clickListeners();
	let again: unknown;
	jest.isolateModules(() => {
		const copy = jest.requireActual<typeof import('../../../../../../nodes/shared/im/sendAndWait/clickListeners')>(
			'../../../../../../nodes/shared/im/sendAndWait/clickListeners',
		);
		again = copy.clickListeners();
	});
	expect(again).toBe(first);
});
