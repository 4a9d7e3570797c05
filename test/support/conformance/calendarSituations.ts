/** For each code of calendars what brings it about: the state, or the settings, and the request that is refused then. */
import * as lark from '@larksuiteoapi/node-sdk';
import type { Settings } from '../../../simulator/state/settings';
import type { Calendar, CalendarEvent } from '../../../simulator/state/calendars';
import { type CalendarFixture, headersOf, newEvent, times } from './calendars';

/** What is asked of the platform, as the app unless somebody is named. */
export interface Asked {
	method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	path: string;
	data?: object;
	as?: ReturnType<typeof lark.withUserAccessToken>;
}
type Situation = (fixture: CalendarFixture) => Asked | Promise<Asked>;

const ROOT = '/open-apis/calendar/v4';
const TIMES = times('2026-03-02T09:00:00+08:00');
const DAY = { start_time: '2026-03-02', end_time: '2026-03-02', timezone: 'Asia/Shanghai' };
const EXCHANGE = { admin_account: 'exchange-admin@example.com', exchange_account: 'a@example.com' };

const one = (calendar: string, more = '') => `${ROOT}/calendars/${calendar}${more}`;
const listing = (query = '') => ({ path: `${ROOT}/calendars${query}` });
const making = ({ shared }: CalendarFixture, data: object = {}): Asked => ({
	...{ method: 'POST', path: one(shared, '/events') },
	data: { ...TIMES, ...data },
});
const viewing = ({ shared }: CalendarFixture, to: number): Asked => ({
	path: one(shared, `/events/instance_view?start_time=1767225600&end_time=${String(1_767_225_600 + to)}`),
});
const asking = (fixture: CalendarFixture, more: object): Asked => ({
	...{ method: 'POST', path: `${ROOT}/freebusy/batch` },
	data: {
		user_ids: [fixture.person],
		...{ time_min: '2026-03-01T00:00:00Z', time_max: '2026-03-08T00:00:00Z' },
		...more,
	},
});

const set = ({ simulator }: CalendarFixture, settings: Partial<Settings>) => {
	Object.assign(simulator.store.settings, settings);
};
const calendarOf = ({ simulator }: CalendarFixture, id: string) => simulator.store.calendars.all.get(id) as Calendar;
const own = (fixture: CalendarFixture) => calendarOf(fixture, fixture.shared);
const asOther = async (fixture: CalendarFixture) =>
	lark.withUserAccessToken((await headersOf(fixture, String(fixture.members[1]))).authorization.replace('Bearer ', ''));

/** An event of the app to which somebody else is invited, who looks at it from their own calendar. */
async function asGuest(fixture: CalendarFixture, fields: Partial<CalendarEvent> = {}) {
	const id = await newEvent(fixture, TIMES);
	const user_id = String(fixture.members[1]);
	const path = one(fixture.shared, `/events/${id}/attendees`);
	await fixture.http.post(path, { attendees: [{ type: 'user', user_id }] });
	Object.assign(fixture.simulator.store.calendars.events.get(id) ?? {}, fields);
	const { data } = await fixture.http.call('POST', one('primary'), {}, await headersOf(fixture, user_id));
	const [{ calendar }] = data.calendars as [{ calendar: { calendar_id: string } }];
	return { path: one(calendar.calendar_id, `/events/${id}`), as: await asOther(fixture), id };
}

/** A file that was uploaded for a calendar. */
function upload({ simulator: { store } }: CalendarFixture, parent_node: string, bytes = 1): { file_token: string } {
	const file_token = `box_${String(store.bases.medias.size)}`;
	const file = { file_token, parent_type: 'calendar', parent_node, name: 'a.txt', content_type: 'text/plain' };
	store.bases.medias.set(file_token, { ...file, bytes: Buffer.alloc(bytes) });
	return { file_token };
}

const trouble =
	(calendarTrouble: Settings['calendarTrouble']): Situation =>
	(fixture) => {
		set(fixture, { calendarTrouble });
		return listing();
	};
const company =
	(...conditions: Settings['company']): Situation =>
	(fixture) => {
		set(fixture, { company: conditions });
		return making(fixture);
	};
const exchange =
	(admins: Settings['exchangeAdmins']): Situation =>
	(fixture) => {
		set(fixture, { exchangeAdmins: admins });
		return binding(fixture);
	};
const binding = ({ asPerson: as, person }: CalendarFixture): Asked => ({
	...{ method: 'POST', path: `${ROOT}/exchange_bindings`, as },
	data: { ...EXCHANGE, user_id: person },
});
const attendees = async (fixture: CalendarFixture, data: object, more = ''): Promise<Asked> => ({
	...{ method: 'POST', data },
	path: one(fixture.shared, `/events/${await newEvent(fixture, TIMES)}/attendees${more}`),
});
const meeting = (settings: object) => ({ vchat: { vc_type: 'vc', meeting_settings: settings } });

export const SITUATIONS: Readonly<Record<number, Situation>> = {
	190002: (fixture) => making(fixture, { recurrence: 'RRULE:FREQ=DAILY' }),
	190003: trouble('internal'),
	190004: trouble('methodRate'),
	190005: trouble('appRate'),
	190006: company('otherUnit'),
	190007(fixture) {
		const app = fixture.simulator.store.apps.get(fixture.simulator.appId);
		if (app) app.bot = false;
		return listing();
	},
	190008: () => listing('?sync_token=old'),
	190009: () => listing('?sync_token=one&page_token=other'),
	190010: trouble('contention'),
	190011: company('keyDeleted'),
	190012: company('oldKeyDeleted'),
	190013(fixture) {
		set(fixture, { blockedWords: ['secret'] });
		return making(fixture, { summary: 'a secret' });
	},
	190014(fixture) {
		set(fixture, { calendarMalformed: 'detailed' });
		return making(fixture, { recurrence: 'RRULE:FREQ=DAILY' });
	},
	191000: () => ({ path: one('feishu.cn_none@group.calendar.feishu.cn') }),
	191001: () => ({ path: one('none') }),
	191002(fixture) {
		own(fixture).permissions = 'private';
		return { path: one(fixture.shared), as: fixture.asPerson };
	},
	191003(fixture) {
		own(fixture).is_deleted = true;
		return { path: one(fixture.shared) };
	},
	191004(fixture) {
		own(fixture).type = 'google';
		return making(fixture);
	},
	191005(fixture) {
		own(fixture).permissions = 'public';
		const follows = fixture.simulator.store.calendars.follows(fixture.person);
		for (let at = 0; at < 1000; at += 1) follows.add(`feishu.cn_${String(at)}@group.calendar.feishu.cn`);
		return { method: 'POST', path: one(fixture.shared, '/subscribe'), as: fixture.asPerson };
	},
	191006(fixture) {
		own(fixture).permissions = 'private';
		return { method: 'POST', path: one(fixture.shared, '/subscribe'), as: fixture.asPerson };
	},
	191007: (fixture) => ({ method: 'POST', path: one(fixture.shared, '/unsubscribe'), as: fixture.asPerson }),
	191008: (fixture) => ({ method: 'POST', path: one(fixture.primary, '/unsubscribe'), as: fixture.asPerson }),
	191009: (fixture) => ({
		...{ method: 'PATCH', path: one(fixture.shared), as: fixture.asPerson },
		data: { summary_alias: 'Ours' },
	}),
	192000: (fixture) => ({ method: 'DELETE', path: one(fixture.shared, '/acls/user_1') }),
	193000: (fixture) => ({ path: one(fixture.shared, '/events/none') }),
	193001: (fixture) => ({ path: one(fixture.shared, '/events/00592a0e-7edf-4678-bc9d-1b77383ef08e_0') }),
	async 193002(fixture) {
		const { path, as } = await asGuest(fixture);
		return { method: 'PATCH', path, as, data: { summary: 'Mine' } };
	},
	async 193003(fixture) {
		const path = one(fixture.shared, `/events/${await newEvent(fixture, TIMES)}`);
		await fixture.http.call('DELETE', path);
		return { path };
	},
	193101: (fixture) => making(fixture, meeting({ assign_hosts: [fixture.person] })),
	async 193102(fixture) {
		const { path, as } = await asGuest(fixture, { attendee_ability: 'can_modify_event' });
		return { method: 'PATCH', path, as, data: meeting({ assign_hosts: [fixture.person] }) };
	},
	193103: (fixture) => viewing(fixture, 40 * 86_400),
	async 193104(fixture) {
		for (let at = 0; at < 30; at += 1)
			await newEvent(fixture, { ...times('2026-01-01T09:00:00Z'), recurrence: 'FREQ=DAILY' });
		return viewing(fixture, 39 * 86_400);
	},
	193105: (fixture) => making(fixture, { attachments: [{ file_token: 'none' }] }),
	193106: (fixture) =>
		making(fixture, { attachments: [1, 2].map(() => upload(fixture, fixture.shared, 13 * 1024 * 1024)) }),
	193107: (fixture) => making(fixture, { attachments: [upload(fixture, fixture.primary)] }),
	194000: (fixture) => attendees(fixture, { attendee_ids: ['user_1'] }, '/batch_delete'),
	async 194001(fixture) {
		const { path, as } = await asGuest(fixture);
		return { path: `${path}/attendees`, as };
	},
	async 194002(fixture) {
		const { path, as } = await asGuest(fixture);
		return { method: 'POST', path: `${path}/attendees`, as, data: { attendees: [] } };
	},
	async 194003(fixture) {
		const { path, as } = await asGuest(fixture);
		return { method: 'POST', path: `${path}/attendees/batch_delete`, as, data: { attendee_ids: ['user_1'] } };
	},
	194004: (fixture) => attendees(fixture, { attendees: [{ user_id: fixture.person }] }),
	195000(fixture) {
		const { timeoffs } = fixture.simulator.store.calendars;
		const told = { ...DAY, title: '', description: '', user: fixture.person, app_id: 'cli_other' };
		timeoffs.set('timeoff:1', { timeoff_event_id: 'timeoff:1', ...told });
		return { method: 'DELETE', path: `${ROOT}/timeoff_events/timeoff:1` };
	},
	195100(fixture) {
		const user_id = String(fixture.members[1]);
		Object.assign(fixture.simulator.store.contact.users.get(user_id) ?? {}, { is_resigned: true });
		return { method: 'POST', path: `${ROOT}/timeoff_events`, data: { ...DAY, user_id } };
	},
	195101: async (fixture) => ({ ...binding(fixture), as: await asOther(fixture) }),
	195102: ({ asPerson: as }) => ({ path: `${ROOT}/exchange_bindings/none`, as }),
	195103: ({ asPerson: as }) => ({ path: `${ROOT}/exchange_bindings/${btoa('a@b.example c@b.example ou_1')}`, as }),
	195104: exchange({ [EXCHANGE.admin_account]: 'otherCompany' }),
	195105: exchange({ [EXCHANGE.admin_account]: 'failed' }),
	195106: exchange({}),
	async 195107(fixture) {
		const { simulator, members, asPerson: as, primary: calendar_id } = fixture;
		const id = await newEvent(fixture, TIMES, { calendar_id, as });
		const chat = [...simulator.store.im.chats.values()][0];
		Object.assign(chat ?? {}, { owner_id: members[1] });
		Object.assign(simulator.store.calendars.events.get(id) ?? {}, { meeting_chat_id: chat?.chat_id });
		const path = one(calendar_id, `/events/${id}/meeting_chat?meeting_chat_id=${String(chat?.chat_id)}`);
		return { method: 'DELETE', path, as };
	},
	195108: async (fixture) => ({
		method: 'DELETE',
		path: one(fixture.shared, `/events/${await newEvent(fixture, TIMES)}/meeting_chat?meeting_chat_id=oc_1`),
	}),
	async 195109(fixture) {
		const { asPerson: as, primary: calendar_id } = fixture;
		const id = await newEvent(fixture, TIMES, { calendar_id, as });
		return { method: 'POST', path: one(calendar_id, `/events/${id}/meeting_chat`), as };
	},
	195110: async (fixture) => ({
		method: 'POST',
		path: one(fixture.shared, `/events/${await newEvent(fixture, TIMES)}/meeting_minute`),
	}),
	195112: (fixture) => making(fixture, meeting({ password: 'abc' })),
	async 195113(fixture) {
		const { path, as } = await asGuest(fixture, { attendee_ability: 'can_modify_event' });
		return { method: 'PATCH', path, as, data: meeting({ password: '12345' }) };
	},
	198001: (fixture) => asking(fixture, { user_ids: Array<string>(11).fill(fixture.person) }),
	198002: (fixture) => asking(fixture, { time_min: '2026-03-01' }),
	198003: (fixture) => asking(fixture, { time_max: '2026-02-01T00:00:00Z' }),
	198004: (fixture) => asking(fixture, { time_min: '2026-03-01T00:00:00+0800' }),
	198007: () => ({
		...{ method: 'POST', path: `${ROOT}/calendars/mget` },
		data: { calendar_ids: Array<string>(11).fill('x@group.calendar.feishu.cn') },
	}),
};
