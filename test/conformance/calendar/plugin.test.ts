/** The tools of the official plugin for calendars, which a model calls for a person. */
import {
	CALENDAR_TOOLS,
	hushPlugin,
	pluginConfig,
	type PluginTool,
	pluginTools,
} from '../../support/conformance/plugin';
import { type CalendarFixture, startCalendar } from '../../support/conformance/calendars';

type Json = Record<string, unknown>;

let fixture: CalendarFixture;
let tools: Map<string, PluginTool>;

async function call(tool: string, action: string, params: object = {}): Promise<Json> {
	const { details, content } =
		(await tools.get(`feishu_calendar_${tool}`)?.execute('call', { action, ...params })) ?? {};
	return (details ?? JSON.parse(content?.[0]?.text ?? '{}')) as Json;
}

beforeEach(hushPlugin);
beforeAll(async () => {
	hushPlugin();
	fixture = await startCalendar();
	const token = fixture.personHeaders.authorization.replace('Bearer ', '');
	tools = pluginTools(pluginConfig(fixture.simulator), { openId: fixture.person, token }, CALENDAR_TOOLS);
});
afterAll(() => fixture.simulator.close());

const TIMES = { start_time: '2026-03-02T09:00:00+08:00', end_time: '2026-03-02T10:00:00+08:00' };

it('calendars: list, get, primary', async () => {
	const { calendars } = await call('calendar', 'list');
	expect(calendars).toContainEqual(expect.objectContaining({ calendar_id: fixture.primary, role: 'owner' }));
	expect(await call('calendar', 'get', { calendar_id: fixture.primary })).toMatchObject({
		calendar: { type: 'primary' },
	});
	expect(JSON.stringify(await call('calendar', 'primary'))).toContain(fixture.primary);
});

it('events: create with people, list, get, patch, search, reply, instances, delete', async () => {
	const { person, members } = fixture;
	const made = await call('event', 'create', {
		...{ ...TIMES, summary: 'Plan', user_open_id: person, recurrence: 'FREQ=DAILY;COUNT=3' },
		attendees: [{ type: 'user', id: members[1] }],
	});
	expect(made).toMatchObject({ event: { summary: 'Plan' }, note: expect.any(String) });
	const { event_id } = made.event as Json;
	const range = { start_time: TIMES.start_time, end_time: '2026-03-09T00:00:00+08:00' };
	const { events } = await call('event', 'list', range);
	expect((events as Json[]).filter(({ summary }) => summary === 'Plan')).toHaveLength(3);
	expect(await call('event', 'get', { event_id })).toMatchObject({ event: { summary: 'Plan' } });
	expect(await call('event', 'patch', { event_id, summary: 'Planned' })).toMatchObject({
		event: { summary: 'Planned' },
	});
	expect(JSON.stringify(await call('event', 'search', { query: 'Planned' }))).not.toContain('error');
	expect(JSON.stringify(await call('event', 'reply', { event_id, rsvp_status: 'tentative' }))).not.toContain('error');
	const { instances } = await call('event', 'instances', { event_id, ...range });
	expect(instances).toHaveLength(3);
	const attendees = await call('event_attendee', 'list', { calendar_id: fixture.primary, event_id });
	expect(attendees.attendees).toMatchObject([{ user_id: members[1] }, { user_id: person, rsvp_status: 'tentative' }]);
	expect(await call('event', 'delete', { event_id })).toMatchObject({ success: true });
	expect(JSON.stringify(await call('event', 'get', { event_id }))).toMatch(/193003|event is deleted/);
});

it('attendees: create', async () => {
	const { event } = await call('event', 'create', { ...TIMES, summary: 'Call', user_open_id: fixture.person });
	const given = { attendees: [{ type: 'third_party', attendee_id: 'a@b.example' }] };
	const added = await call('event_attendee', 'create', {
		calendar_id: fixture.primary,
		event_id: (event as Json).event_id,
		...given,
	});
	expect(added.attendees).toMatchObject([{ third_party_email: 'a@b.example' }]);
});

it('free and busy', async () => {
	await call('event', 'create', { ...TIMES, summary: 'Busy', user_open_id: fixture.person });
	const range = { time_min: '2026-03-02T00:00:00+08:00', time_max: '2026-03-03T00:00:00+08:00' };
	const { freebusy_lists } = await call('freebusy', 'list', { ...range, user_ids: [fixture.person] });
	expect((freebusy_lists as Json[])[0]?.freebusy_items).toEqual(
		expect.arrayContaining([expect.objectContaining({ start_time: '2026-03-02T09:00:00+08:00' })]),
	);
});
