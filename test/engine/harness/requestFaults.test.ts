/** Every run of an operation is judged by the catalog: what no page knows must not be sent. */
import type { RecordedRequest } from '../../../simulator';
import { requestFaults } from '../../support/wire/requestFaults';

const EVENT = '/open-apis/calendar/v4/calendars/feishu.cn_1@group.calendar.feishu.cn/events';
const CREATE = 'POST /open-apis/calendar/v4/calendars/:calendar_id/events';
const TIMES = { start_time: { timestamp: '1796068627' }, end_time: { timestamp: '1796072227' } };

const sent = (request: Partial<RecordedRequest>, body?: unknown): RecordedRequest => ({
	method: 'POST',
	path: EVENT,
	query: '',
	headers: { authorization: 'Bearer t-1' },
	...(body !== undefined && { bodyText: JSON.stringify(body) }),
	status: 200,
	at: 0,
	...request,
});

test('finds nothing where all is known', () => {
	const body = { summary: 'Review', ...TIMES, reminders: [{ minutes: 5 }], visibility: 'private' };
	expect(requestFaults(sent({ query: 'user_id_type=open_id' }, body))).toEqual([]);
});

test.each<[string, Partial<RecordedRequest>, unknown, string]>([
	['a name of the body', {}, { ...TIMES, tilte: 'Review' }, 'body.tilte: is unknown'],
	['a name deep in it', {}, { ...TIMES, location: { nam: 'Room' } }, 'body.location.nam: is unknown'],
	['a type', {}, { ...TIMES, summary: 7 }, 'body.summary: 7 is no text'],
	['what is no whole number', {}, { ...TIMES, color: 1.5 }, 'body.color: 1.5 is no integer'],
	['a choice', {}, { ...TIMES, visibility: 'secret' }, '"secret" is none of default, public, private'],
	['what is missing', {}, { start_time: TIMES.start_time }, 'body.end_time: is missing'],
	['a body that is missing', {}, undefined, 'body: is missing'],
	['a list', {}, { ...TIMES, reminders: { minutes: 5 } }, 'body.reminders: {"minutes":5} is no list'],
	['a name of the address', { query: 'user_id_typ=open_id' }, TIMES, 'query.user_id_typ: is unknown'],
	['a choice in the address', { query: 'user_id_type=email' }, TIMES, '"email" is none of open_id, union_id, user_id'],
	['a token', { headers: { authorization: 'Bearer a-1' } }, TIMES, 'token: app of tenant, user'],
])('finds %s', (_what, request, body, fault) => {
	expect(requestFaults(sent(request, body))).toEqual([expect.stringContaining(fault)]);
	expect(requestFaults(sent(request, body))[0]).toContain(CREATE);
});

test('finds bounds, units of time and ids of another kind', () => {
	const task = (body: unknown) => requestFaults(sent({ path: '/open-apis/task/v2/tasks' }, body));
	expect(task({ summary: 'Review', due: { timestamp: '1796068627' } })).toEqual([
		expect.stringContaining('body.due.timestamp: "1796068627" is no timestamp-ms'),
	]);
	const calendar = { method: 'PATCH', path: '/open-apis/calendar/v4/calendars/c1' };
	expect(requestFaults(sent(calendar, { summary: 'x'.repeat(256) }))).toEqual([
		expect.stringContaining('body.summary: 256 characters of 1 to 255'),
	]);
	const busy = { time_min: '2026-12-01T00:00:00Z', time_max: '2026-12-02T00:00:00Z', user_id: 'on_1' };
	const path = '/open-apis/calendar/v4/freebusy/list';
	expect(requestFaults(sent({ path, query: 'user_id_type=open_id' }, busy))).toEqual([
		expect.stringContaining('not a valid {open_id}'),
	]);
});

test('finds parts of a form, and files that are none', () => {
	const upload = (form: RecordedRequest['form']) =>
		requestFaults(sent({ path: '/open-apis/task/v2/attachments/upload', form }));
	const good = [{ name: 'resource_type', value: 'task' }, { name: 'resource_id', value: 't' }, { name: 'file' }];
	expect(upload(good)).toEqual([]);
	expect(upload([...good, { name: 'size', value: '7' }])).toEqual([expect.stringContaining('form.size: is unknown')]);
	expect(upload(good.slice(0, 2))).toEqual([expect.stringContaining('form.file: is missing')]);
	expect(upload([...good.slice(0, 2), { name: 'file', value: 'text' }])).toEqual([
		expect.stringContaining('form.file: is no file'),
	]);
});

test('finds an endpoint that there is not', () => {
	expect(requestFaults(sent({ path: '/open-apis/calendar/v9/nothing' }))).toEqual([
		'POST /open-apis/calendar/v9/nothing: no such endpoint',
	]);
});
