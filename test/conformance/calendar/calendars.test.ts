/** Calendars and who may do what with them, through the official SDK. */
import { type CalendarFixture, headersOf, startCalendar } from '../../support/conformance/calendars';
import { refusalOf } from '../../support/conformance/bases';

let fixture: CalendarFixture;
beforeAll(async () => {
	fixture = await startCalendar();
});
afterAll(() => fixture.simulator.close());

const calendars = () => fixture.sdk.calendar.v4.calendar;
const acls = () => fixture.sdk.calendar.v4.calendarAcl;
const roleOf = async (calendar_id: string, as?: typeof fixture.asPerson) =>
	(await calendars().get({ path: { calendar_id } }, as)).data?.role;
const listed = async (as?: typeof fixture.asPerson) =>
	(await calendars().list({ params: { page_size: 50 } }, as)).data?.calendar_list?.map(({ calendar_id: id }) => id);

it('everybody has one without having made it, and an app has its own', async () => {
	const { sdk, primary, person, asPerson } = fixture;
	const own = await sdk.calendar.v4.calendar.primary({});
	expect(own.data?.calendars).toMatchObject([{ calendar: { type: 'primary', role: 'owner' } }]);
	expect(own.data?.calendars?.[0]?.calendar?.calendar_id).not.toBe(primary);
	const again = await sdk.calendar.v4.calendar.primary({}, asPerson);
	expect(again.data?.calendars).toMatchObject([{ user_id: person, calendar: { calendar_id: primary } }]);
	expect(await roleOf('primary', asPerson)).toBe('owner');
	await fixture.http.admin('PUT', '/settings', { primaryAlias: 'unknown' });
	expect(await refusalOf(calendars().get({ path: { calendar_id: 'primary' } }))).toEqual([190002, 400]);
	await fixture.http.admin('PUT', '/settings', { primaryAlias: 'known' });
});

it('an app sees when people are busy and no more, also where they have let it write', async () => {
	const { primary, asPerson, simulator } = fixture;
	expect(await roleOf(primary)).toBe('free_busy_reader');
	const scope = { type: 'user' as const, user_id: simulator.store.apps.get(simulator.appId)?.bot_open_id };
	await acls().create({ path: { calendar_id: primary }, data: { role: 'writer', scope } }, asPerson);
	expect(await roleOf(primary)).toBe('free_busy_reader');
	const events = fixture.sdk.calendar.v4.calendarEvent;
	expect(await refusalOf(events.list({ path: { calendar_id: primary } }))).toEqual([191002, 403]);
});

it('a shared one is for those whom its owner lets in', async () => {
	const { shared, asPerson, person } = fixture;
	expect(await roleOf(shared, asPerson)).toBe('free_busy_reader');
	const path = { calendar_id: shared };
	const rename = (as?: typeof asPerson) => calendars().patch({ path, data: { summary: 'Ours' } }, as);
	expect(await refusalOf(rename(asPerson))).toEqual([191002, 403]);
	const data = { role: 'writer' as const, scope: { type: 'user' as const, user_id: person } };
	const { acl_id = '' } = (await acls().create({ path, data })).data ?? {};
	expect(await roleOf(shared, asPerson)).toBe('writer');
	expect(await listed(asPerson)).toContain(shared);
	// Only the owner changes what holds for all; each one sets their own colour.
	expect(await refusalOf(rename(asPerson))).toEqual([191002, 403]);
	await calendars().patch({ path, data: { color: 5 } }, asPerson);
	expect((await calendars().get({ path }, asPerson)).data?.color).toBe(5);
	expect((await calendars().get({ path })).data?.color).not.toBe(5);
	expect((await rename()).data?.calendar?.summary).toBe('Ours');
	expect((await acls().list({ path })).data?.acls).toHaveLength(2);
	expect(await refusalOf(acls().list({ path }, asPerson))).toEqual([191002, 403]);
	await acls().delete({ path: { ...path, acl_id } });
	expect(await listed(asPerson)).not.toContain(shared);
	expect(await refusalOf(acls().delete({ path: { ...path, acl_id } }))).toEqual([192000, 404]);
});

it('is followed and left', async () => {
	const { sdk, shared, asPerson, simulator } = fixture;
	const path = { calendar_id: shared };
	const { subscribe, unsubscribe } = calendars();
	expect(await refusalOf(unsubscribe({ path }, asPerson))).toEqual([191007, 400]);
	expect((await subscribe({ path }, asPerson)).data?.calendar?.calendar_id).toBe(shared);
	expect(await listed(asPerson)).toContain(shared);
	await unsubscribe({ path }, asPerson);
	const ofBot = (await sdk.calendar.v4.calendar.primary({})).data?.calendars?.[0]?.calendar?.calendar_id ?? '';
	expect(await refusalOf(subscribe({ path: { calendar_id: ofBot } }, asPerson))).toEqual([191006, 400]);
	expect(await refusalOf(unsubscribe({ path: { calendar_id: fixture.primary } }, asPerson))).toEqual([191008, 400]);
	const hidden = await calendars().create({ data: { summary: 'Hidden', permissions: 'private' } });
	const calendar_id = hidden.data?.calendar?.calendar_id ?? '';
	expect(await refusalOf(subscribe({ path: { calendar_id } }, asPerson))).toEqual([191006, 400]);
	expect(await refusalOf(calendars().get({ path: { calendar_id } }, asPerson))).toEqual([191002, 403]);
	const app = simulator.store.apps.get(simulator.appId);
	if (app) app.bot = false;
	expect(await refusalOf(calendars().get({ path }))).toEqual([190007, 404]);
	if (app) app.bot = true;
});

it('people’s are found by people alone; by their owners an app gets ten at a time', async () => {
	const { http, person, primary, personHeaders } = fixture;
	const search = async (query: string, headers?: Record<string, string>) =>
		(await http.post('/open-apis/calendar/v4/calendars/search', { query }, headers)).data.items;
	const name = fixture.simulator.store.users.get(person)?.name ?? '';
	expect(await search(name)).toEqual([]);
	expect(await search(name, personHeaders)).toMatchObject([{ calendar_id: primary }]);
	const primarys = (ids: string[]) => http.post('/open-apis/calendar/v4/calendars/primarys', { user_ids: ids });
	expect((await primarys([person])).data.calendars).toMatchObject([
		{ user_id: person, calendar: { calendar_id: primary } },
	]);
	expect((await primarys(Array<string>(11).fill(person))).code).toBe(198001);
	const mget = await http.post('/open-apis/calendar/v4/calendars/mget', {
		calendar_ids: Array<string>(11).fill(primary),
	});
	expect(mget.code).toBe(198007);
});

it('ids are looked at, and what is gone stays gone', async () => {
	const get = (calendar_id: string) => refusalOf(calendars().get({ path: { calendar_id } }));
	expect(await get('nothing')).toEqual([191001, 400]);
	expect(await get('feishu.cn_x@group.calendar.feishu.cn')).toEqual([191000, 404]);
	const made = await calendars().create({ data: { summary: 'Short' } });
	const path = { calendar_id: made.data?.calendar?.calendar_id ?? '' };
	await calendars().delete({ path });
	expect(await get(path.calendar_id)).toEqual([191003, 403]);
	expect(await refusalOf(calendars().delete({ path: { calendar_id: fixture.primary } }, fixture.asPerson))).toEqual([
		191004, 403,
	]);
});

it('what has changed since is told, until the token is too old', async () => {
	const list = async (params: object) => await calendars().list({ params });
	const { sync_token = '' } = (await list({})).data ?? {};
	expect((await list({ sync_token })).data?.calendar_list).toEqual([]);
	const made = await calendars().create({ data: { summary: 'New' } });
	const path = { calendar_id: made.data?.calendar?.calendar_id ?? '' };
	expect((await list({ sync_token })).data?.calendar_list).toMatchObject([{ summary: 'New' }]);
	await calendars().delete({ path });
	expect((await list({ sync_token })).data?.calendar_list).toMatchObject([{ ...path, is_deleted: true }]);
	expect(await refusalOf(list({ sync_token, page_token: 'x' }))).toEqual([190009, 400]);
	expect(await refusalOf(list({ sync_token: 'x' }))).toEqual([190008, 400]);
	await fixture.http.admin('PUT', '/settings', { syncTokenDays: 0 });
	expect(await refusalOf(list({ sync_token }))).toEqual([190008, 400]);
});

it('are seen by others as their owner lets them', async () => {
	const { members, sdk, primary, asPerson } = fixture;
	const other = await headersOf(fixture, members[1] ?? '');
	const role = async () => (await fixture.http.get(`/open-apis/calendar/v4/calendars/${primary}`, other)).data.role;
	expect(await role()).toBe('free_busy_reader');
	await sdk.calendar.v4.calendar.patch({ path: { calendar_id: primary }, data: { permissions: 'public' } }, asPerson);
	expect(await role()).toBe('reader');
});
