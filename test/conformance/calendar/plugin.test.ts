/** The tools of the official plugin for calendars, which a model calls for a person. */
import {
	CALENDAR_TOOLS,
	hushPlugin,
	pluginConfig,
	type PluginTool,
	pluginTools,
} from '../../support/conformance/plugin';
import { type CalendarFixture, headersOf, newRoom, startCalendar } from '../../support/conformance/calendars';

type Json = Record<string, unknown>;

let fixture: CalendarFixture;
let tools: Map<string, PluginTool>;

async function call(tool: string, action: string, params: object = {}): Promise<Json> {
	const { details, content } =
		(await tools.get(`feishu_calendar_${tool}`)?.execute('call', { action, ...params })) ?? {};
	return (details ?? JSON.parse(content?.[0]?.text ?? '{}')) as Json;
}

/** What the tool tells, which leaves out codes, with the code of its last request where it made one. */
async function refusal(tool: string, action: string, params: object): Promise<string> {
	const { requests } = fixture.simulator;
	requests.length = 0;
	const { error } = await call(tool, action, params);
	expect(error).toEqual(expect.any(String));
	return `${String(error)} (${requests.at(-1)?.code ?? 'no request'})`;
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

it('events: the occurrences of a range', async () => {
	await call('event', 'create', { ...TIMES, summary: 'Seen', user_open_id: fixture.person });
	const range = { start_time: '2026-03-02T00:00:00+08:00', end_time: '2026-03-03T00:00:00+08:00' };
	const { events } = await call('event', 'instance_view', range);
	expect(events).toContainEqual(expect.objectContaining({ summary: 'Seen' }));
	const wide = { ...range, end_time: '2026-05-03T00:00:00+08:00' };
	expect(await refusal('event', 'instance_view', wide)).toContain('193103');
});

it('attendees: people, groups and rooms', async () => {
	const { person, members, primary } = fixture;
	const { event } = await call('event', 'create', { ...TIMES, summary: 'All', user_open_id: person });
	const room = newRoom(fixture);
	const attendees = [
		{ type: 'user', attendee_id: members[1] },
		{ type: 'resource', attendee_id: room },
	];
	const place = { calendar_id: primary, event_id: (event as Json).event_id };
	const added = await call('event_attendee', 'create', { ...place, attendees });
	expect(added.attendees).toMatchObject([
		{ type: 'user', user_id: members[1] },
		{ type: 'resource', room_id: room },
	]);
	const listed = (await call('event_attendee', 'list', place)).attendees as Json[];
	expect(listed.map(({ type }) => type)).toEqual(expect.arrayContaining(['user', 'resource']));
});

const GONE = 'fake00000000000000000000000000000000_0';
const bad = { start_time: 'tomorrow', end_time: TIMES.end_time };

it.each<[string, string, string, object, string]>([
	['no calendar', 'calendar', 'get', {}, 'calendar_id is required'],
	['a calendar that is none', 'calendar', 'get', { calendar_id: 'nothing' }, '191001'],
	['an event without a title', 'event', 'create', TIMES, 'summary is required'],
	['a time that is none', 'event', 'create', { ...bad, summary: 'x' }, 'Invalid time format'],
	['an event that is not there', 'event', 'get', { event_id: GONE }, '193001'],
	['a change of one', 'event', 'patch', { event_id: GONE, summary: 'x' }, '193001'],
	['its end', 'event', 'delete', { event_id: GONE }, '193001'],
	['an answer to it', 'event', 'reply', { event_id: GONE, rsvp_status: 'accept' }, '193001'],
	['its occurrences', 'event', 'instances', { ...TIMES, event_id: GONE }, '193001'],
	['a search for nothing', 'event', 'search', {}, 'query is required'],
	['nobody to invite', 'event_attendee', 'create', { attendees: [] }, 'attendees is required'],
	['a list of nobody', 'event_attendee', 'list', { calendar_id: 'nothing', event_id: GONE }, '191001'],
	['free and busy of nobody', 'freebusy', 'list', { ...TIMES, user_ids: [] }, 'user_ids is required'],
])('refuses %s', async (_what, tool, action, params, words) => {
	expect(await refusal(tool, action, params)).toContain(words);
});

it('what only organizers may do is refused to others', async () => {
	const { person, members, simulator } = fixture;
	const attendees = [{ type: 'user', id: members[1] }];
	const more = { user_open_id: person, attendees, attendee_ability: 'none' };
	const made = await call('event', 'create', { ...TIMES, summary: 'Mine', ...more });
	const { event_id } = made.event as Json;
	const { authorization } = await headersOf(fixture, String(members[1]));
	const other = { openId: String(members[1]), token: authorization.replace('Bearer ', '') };
	tools = pluginTools(pluginConfig(simulator), other, CALENDAR_TOOLS);
	expect(await refusal('event', 'patch', { event_id, summary: 'Ours' })).toContain('193002');
	expect(await call('event', 'reply', { event_id, rsvp_status: 'accept' })).toMatchObject({ success: true });
});

it('every tool of calendars is tried here', () => {
	const names = ['calendar', 'event', 'event_attendee', 'freebusy'];
	expect([...tools.keys()].sort()).toEqual(names.map((name) => `feishu_calendar_${name}`));
});
