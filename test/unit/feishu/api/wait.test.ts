import { wait, CancelledError } from '../../../../feishu/api/wait';
import { rejectionOf } from '../../../support/feishuCalls';

it.each([0, -5])('returns in the next turn for %d ms', async (ms) => {
	await expect(wait(ms)).resolves.toBeUndefined();
});

it('waits as long as it is told to', async () => {
	const start = performance.now();
	await wait(30);
	expect(performance.now() - start).toBeGreaterThanOrEqual(28);
});

it('ends at once when cancelled, before or while it waits', async () => {
	expect(await rejectionOf(wait(60_000, AbortSignal.abort()))).toBeInstanceOf(CancelledError);
	const cancel = new AbortController();
	const waiting = rejectionOf(wait(60_000, cancel.signal));
	cancel.abort();
	expect(await waiting).toBeInstanceOf(CancelledError);
});

it('leaves no listener behind', async () => {
	const cancel = new AbortController();
	const remove = jest.spyOn(cancel.signal, 'removeEventListener');
	const add = jest.spyOn(cancel.signal, 'addEventListener');
	await wait(0, cancel.signal);
	expect(remove.mock.calls.map((call) => call.slice(0, 2))).toEqual(add.mock.calls.map((call) => call.slice(0, 2)));
	expect(add).toHaveBeenCalledTimes(1);
});
