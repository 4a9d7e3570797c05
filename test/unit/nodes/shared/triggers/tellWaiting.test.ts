/** Which events are told to an execution that waits, how often, and where to. */
import type { EventEnvelope } from '../../../../../feishu/events/eventEnvelope';
import { newWaitId } from '../../../../../feishu/approval/waitId';
import { appOf } from '../../../../../nodes/shared/client/appOf';
import { tell } from '../../../../../nodes/shared/im/sendAndWait/tellExecution';
import { tellWaiting, type Teller } from '../../../../../nodes/shared/triggers/tellWaiting';

jest.mock('../../../../../nodes/shared/client/appOf', () => ({ appOf: jest.fn() }));
jest.mock('../../../../../nodes/shared/im/sendAndWait/tellExecution', () => ({ tell: jest.fn() }));

const TOKEN = 'ab'.repeat(32);
const warn = jest.fn();
const context = {
	logger: { warn },
	getInstanceBaseUrl: () => 'https://n8n.example.com/',
} as unknown as Teller;

const uuidOf = (executionId: string) => newWaitId('secret', { executionId, token: TOKEN }) ?? '';

let events = 0;
const event = (parts: object = {}, type = 'approval_instance'): EventEnvelope => ({
	schema: '1.0',
	event_type: type,
	event_id: `event-${(events += 1)}`,
	create_time: null,
	app_id: 'cli_1',
	tenant_key: '',
	event: { status: 'APPROVED', instance_code: 'CODE', uuid: uuidOf('17'), ...parts },
});

const answer = (verdict: string) =>
	jest.mocked(tell).mockResolvedValue({ verdict, heard: 'HTTP 200' } as Awaited<ReturnType<typeof tell>>);

/** All that is told within five minutes, by address. */
async function told(): Promise<string[]> {
	await jest.advanceTimersByTimeAsync(300_000);
	return jest.mocked(tell).mock.calls.map(([, address]) => address);
}

beforeEach(() => {
	jest.useFakeTimers();
	jest.mocked(appOf).mockResolvedValue({ appSecret: 'secret' } as Awaited<ReturnType<typeof appOf>>);
	answer('recorded');
});
afterEach(() => {
	jest.useRealTimers();
	jest.clearAllMocks();
});

test('at the address where n8n resumes executions, with the token that the uuid hides', async () => {
	tellWaiting(context, event());
	expect(await told()).toEqual([`https://n8n.example.com/webhook-waiting/17/approval?signature=${TOKEN}`]);
	expect(warn).not.toHaveBeenCalled();
});

test.each(['APPROVED', 'REJECTED', 'CANCELED', 'DELETED', 'REVERTED', 'OVERTIME_CLOSE'])(
	'%s is told',
	async (status) => {
		tellWaiting(context, event({ status }));
		expect(await told()).toHaveLength(1);
	},
);

test.each<[string, EventEnvelope]>([
	['a state that decides nothing', event({ status: 'PENDING' })],
	['the time that somebody gets after all', event({ status: 'OVERTIME_RECOVER' })],
	['an approval with an ID of somebody’s own', event({ uuid: 'order-2026-1107' })],
	['an approval without one', event({ uuid: undefined })],
	['an event of a task', event({}, 'approval_task')],
])('%s is not', async (_what, envelope) => {
	tellWaiting(context, envelope);
	expect(await told()).toEqual([]);
});

test('what several triggers hear is told once', async () => {
	const envelope = event();
	tellWaiting(context, envelope);
	tellWaiting(context, envelope);
	expect(await told()).toHaveLength(1);
	tellWaiting(context, envelope);
	expect(await told()).toHaveLength(2);
});

test.each([
	['undecided', 5, true],
	['unreadable', 5, true],
	['unreachable', 5, true],
	['over', 2, false],
	['recorded', 1, false],
])('where it is %s, it is told %i times', async (verdict, times, isLogged) => {
	answer(verdict);
	tellWaiting(context, event());
	expect(await told()).toHaveLength(times);
	expect(warn.mock.calls).toEqual(
		isLogged ? [[expect.stringContaining('could not be told'), expect.objectContaining({ verdict })]] : [],
	);
});

test('a credential that can not be read is a warning', async () => {
	jest.mocked(appOf).mockRejectedValue(new Error('No credential'));
	tellWaiting(context, event());
	expect(await told()).toEqual([]);
	expect(warn).toHaveBeenCalledTimes(1);
});
