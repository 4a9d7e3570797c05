/** When an execution that waits for an approval looks by itself, and when no more. */
import { forgetWaits, lookAgain } from '../../../../nodes/FeishuApproval/waiting/lookAgain';
import { tell } from '../../../../nodes/shared/im/sendAndWait/tellExecution';

jest.mock('../../../../nodes/shared/im/sendAndWait/tellExecution', () => ({ tell: jest.fn() }));

const context = { helpers: { httpRequest: jest.fn() }, logger: { warn: jest.fn() } };
const MINUTE_MS = 60_000;

const answer = (verdict: string) =>
	jest.mocked(tell).mockResolvedValue({ verdict, heard: '' } as Awaited<ReturnType<typeof tell>>);

let begun = 0;
const watch = (uuid: string, limitMs?: number) =>
	lookAgain(context, {
		uuid,
		begun,
		address: `https://n8n.example.com/${uuid}`,
		...(limitMs !== undefined && { until: begun + limitMs }),
	});

/** The minutes after the begin at which it has looked, to a tenth. */
async function looked(hours: number, uuid = 'one'): Promise<number[]> {
	const times: number[] = [];
	const told = jest.mocked(tell).getMockImplementation();
	jest.mocked(tell).mockImplementation(async (...call) => {
		if (call[2] === uuid) times.push(Math.round((Date.now() - begun) / (MINUTE_MS / 10)) / 10);
		return await (told as typeof tell)(...call);
	});
	await jest.advanceTimersByTimeAsync(hours * 60 * MINUTE_MS);
	return times;
}

beforeEach(() => {
	jest.useFakeTimers();
	begun = Date.now();
	answer('undecided');
});
afterEach(async () => {
	const forgotten = forgetWaits();
	await jest.advanceTimersByTimeAsync(MINUTE_MS);
	await forgotten;
	jest.useRealTimers();
	jest.resetAllMocks();
});

test('while nothing is decided it looks ever more seldom, and every hour in the end', async () => {
	watch('one');
	expect(await looked(6)).toEqual([1, 2, 4, 8, 16, 32, 64, 124, 184, 244, 304]);
});

test('it looks once more a minute before the limit, and never after it', async () => {
	watch('one', 30 * MINUTE_MS);
	expect(await looked(2)).toEqual([1, 2, 4, 8, 16, 29]);
});

test('a short wait has its last look after three quarters', async () => {
	watch('one', MINUTE_MS);
	expect(await looked(1)).toEqual([0.8]);
});

test('what could not be read before the limit is tried again until then', async () => {
	answer('unreadable');
	watch('one', 30 * MINUTE_MS);
	const last = (await looked(1)).filter((minute) => minute >= 29);
	expect(last.length).toBeGreaterThan(5);
	expect(Math.max(...last)).toBeLessThanOrEqual(30);
});

test.each(['recorded', 'over'])('an execution that says %s is not asked again', async (verdict) => {
	answer(verdict);
	watch('one');
	expect(await looked(6)).toEqual([1]);
});

test('where n8n can not be reached, or asking fails, it goes on', async () => {
	jest.mocked(tell).mockRejectedValue(new Error('broken'));
	watch('one');
	expect(await looked(0.5)).toEqual([1, 2, 4, 8, 16]);
});

test('an execution is asked once at a time, however long n8n takes', async () => {
	jest.mocked(tell).mockReturnValue(new Promise(() => undefined));
	watch('one');
	expect(await looked(6)).toEqual([1]);
});

test('a process that hears of a wait later keeps to its age, and of one that it has to the plan', async () => {
	begun -= 20 * MINUTE_MS;
	watch('one');
	await jest.advanceTimersByTimeAsync(10 * MINUTE_MS);
	watch('one');
	expect(await looked(0.5)).toEqual([40]);
});

test('of many that are due at once, five are asked each second', async () => {
	for (let number = 0; number < 12; number++) watch(`wait-${number}`);
	await jest.advanceTimersByTimeAsync(MINUTE_MS);
	expect(tell).toHaveBeenCalledTimes(5);
	await jest.advanceTimersByTimeAsync(1_000);
	expect(tell).toHaveBeenCalledTimes(10);
	await jest.advanceTimersByTimeAsync(1_000);
	expect(tell).toHaveBeenCalledTimes(12);
});
