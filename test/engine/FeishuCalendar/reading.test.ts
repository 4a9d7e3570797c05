/** What is on in a calendar, what has changed in it, and by which names it is found. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CALENDAR_SETTINGS } from '../../../simulator/state/calendarSettings';
import { byId, only, usePlatform } from '../../support/engine';
import { invited, ownEvent, seconds } from '../../support/engine/calendars';
import { primaryOf } from '../../../simulator/calendar/access';

const platform = usePlatform();

async function out(operation: string, more: INodeParameters): Promise<IDataObject[]> {
	platform.simulator.requests.length = 0;
	const run = await platform.run({ parameters: { resource: 'calendarEvent', operation, ...more } });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}
const list = async (from: string, until: string, more: INodeParameters = {}) =>
	await out('getAll', { rangeFrom: from, rangeUntil: until, returnAll: true, ...more });
const starts = (items: readonly IDataObject[]) => items.map(({ start }) => start);

beforeEach(() => platform.store.calendars.events.clear());

describe('Get Many', () => {
	test('gives each event of a series with its own time and ID, in the order of the days', async () => {
		ownEvent(platform, { recurrence: 'FREQ=WEEKLY;COUNT=3' });
		ownEvent(platform, { start: seconds('2026-12-05T09:00:00+08:00'), summary: 'Other' });
		const items = await list('2026-12-01T00:00:00+08:00', '2026-12-20T00:00:00+08:00');
		expect(starts(items)).toEqual([
			'2026-12-01T09:00:00+08:00',
			'2026-12-05T09:00:00+08:00',
			'2026-12-08T09:00:00+08:00',
			'2026-12-15T09:00:00+08:00',
		]);
		expect(new Set(items.map(({ event_id }) => event_id)).size).toBe(4);
	});

	test('or each series once, with its rule in words', async () => {
		ownEvent(platform, { recurrence: 'FREQ=DAILY;COUNT=5' });
		const range = ['2026-12-02T00:00:00+08:00', '2026-12-20T00:00:00+08:00'] as const;
		const items = await list(...range, { options: { recurringEvents: 'series' } });
		expect(items).toMatchObject([{ start: '2026-12-01T09:00:00+08:00', recurrence_words: 'Every day, 5 times' }]);
	});

	test('a long range takes a request for each 39 days, and gives nothing twice', async () => {
		const start = seconds('2027-02-07T12:00:00Z');
		ownEvent(platform, { start, end: start + 10 * 86_400 });
		const items = await list('2027-01-01T00:00:00Z', '2027-05-01T00:00:00Z');
		expect(items).toHaveLength(1);
		expect(platform.calls.filter(({ path }) => path.endsWith('/instance_view'))).toHaveLength(4);
	});

	test('where there are more than 1,000 events, the range is asked for in halves', async () => {
		const start = seconds('2027-01-01T00:00:00Z');
		for (let at = 0; at < 1100; at++) ownEvent(platform, { start: start + at * 1800, end: start + at * 1800 + 600 });
		const items = await list('2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z');
		expect(items).toHaveLength(1100);
		expect(platform.calls.filter(({ path }) => path.endsWith('/instance_view'))).toHaveLength(3);
	});

	test('only titles with the words that were asked for', async () => {
		ownEvent(platform, { summary: 'Board REVIEW of the year' });
		ownEvent(platform, { summary: 'Lunch' });
		const items = await list('2026-12-01T00:00:00+08:00', '2026-12-02T00:00:00+08:00', {
			options: { titleContains: 'review board' },
		});
		expect(items).toMatchObject([{ summary: 'Board REVIEW of the year' }]);
	});
});

test('an end that has passed is told by its own field, as the beginning is empty', async () => {
	const parameters = { resource: 'calendarEvent', operation: 'getAll', rangeUntil: '2020-01-01T00:00:00Z' };
	expect((await platform.run({ parameters })).error?.message).toBe(
		"The field 'Until' is in the past, and the range begins now because 'From' is empty",
	);
});

test('Search takes groups from the list', async () => {
	const { chat_id } = platform.chat;
	const start = Math.floor(platform.store.clock.now() / 1000);
	const one = invited(platform, ownEvent(platform, { start }), 'chat', chat_id);
	ownEvent(platform, { start });
	const searchFilters = { withChats: { chat: [{ chat: byId(chat_id) }] } };
	expect(await out('search', { searchFor: 'Review', searchFilters })).toMatchObject([{ event_id: one.event_id }]);
});

test('Search that finds nothing names the groups it looked for', async () => {
	const searchFilters = { withChats: { chat: [{ chat: byId('oc_zzz') }] } };
	const { items, hints } = await platform.run({
		parameters: { resource: 'calendarEvent', operation: 'search', searchFor: 'Review', searchFilters },
	});
	expect(items).toEqual([]);
	expect(JSON.stringify(hints)).toContain('where a group or a room is not there: oc_zzz');
});

test('an address of something else is told how that of an event looks', async () => {
	const event = { __rl: true, mode: 'url', value: 'https://example.feishu.cn/docx/doxcn1' };
	const { error } = await platform.run({ parameters: { resource: 'calendarEvent', operation: 'get', event } });
	expect(error?.description).toContain('The address of an event looks like https://applink.feishu.cn/');
});

test('color and creation come as people write them', async () => {
	const { event_id } = Object.assign(ownEvent(platform), { created: 1_796_086_800 });
	const [found] = await out('get', { event: byId(event_id) });
	expect(found?.create_time).toBe('2026-12-01T01:00:00.000Z');
	expect(found?.color).toBe('');
	const changed = { event: byId(event_id), eventChanges: { eventColour: '#3370ff' } };
	expect(only(await out('update', changed)).color).toBe('#3370ff');
});

describe('Get Changes', () => {
	const changes = async (more: INodeParameters) => await out('getChanges', more);

	test('gives what was made, changed or deleted since a mark, and a mark for the next time', async () => {
		const kept = ownEvent(platform);
		const all = await changes({ changesSince: 'beginning' });
		const mark = String(all[0]?.sync_token);
		expect(all).toMatchObject([{ event_id: kept.event_id }]);
		expect(await changes({ changesSince: 'mark', changeMark: mark })).toEqual([]);
		const fresh = ownEvent(platform, { summary: 'New' });
		Object.assign(kept, { status: 'cancelled', changed: platform.store.calendars.nextChange() });
		const news = await changes({ changesSince: 'mark', changeMark: mark });
		expect(new Set(news.map(({ event_id, status }) => `${String(event_id)} ${String(status)}`))).toEqual(
			new Set([`${fresh.event_id} confirmed`, `${kept.event_id} cancelled`]),
		);
	});

	test.each(['pageToken', 'syncToken'] as const)(
		'of more than a page, which goes on with a %s',
		async (changesGoOn) => {
			const [{ sync_token: mark } = {}] = (ownEvent(platform), await changes({ changesSince: 'beginning' }));
			const fresh = Array.from({ length: 1100 }, () => ownEvent(platform).event_id);
			platform.store.settings.changesGoOn = changesGoOn;
			const found = await changes({ changesSince: 'mark', changeMark: String(mark) });
			expect(found.map(({ event_id }) => event_id)).toEqual(fresh);
			expect(await changes({ changesSince: 'mark', changeMark: String(found[0]?.sync_token) })).toEqual([]);
			platform.store.settings.changesGoOn = CALENDAR_SETTINGS.changesGoOn;
		},
	);

	test('a mark that is none, or too old, is refused in the words of its field', async () => {
		const parameters = { resource: 'calendarEvent', operation: 'getChanges', changesSince: 'mark', changeMark: 'old' };
		const { error } = await platform.run({ parameters });
		expect(error?.message).toBe("The field 'Mark' is no mark of this calendar, or is too old");
		expect(error?.description).toContain('Since → The Beginning gives a new one');
	});

	test('a kept mark that is out of date leads to all events, and is told', async () => {
		ownEvent(platform);
		const given = { resource: 'calendarEvent', operation: 'getChanges', changesSince: 'last' };
		platform.store.settings.syncTokenDays = 0;
		const { items, hints, error } = await platform.run({ parameters: given, items: [{}, {}] });
		platform.store.settings.syncTokenDays = CALENDAR_SETTINGS.syncTokenDays;
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(JSON.stringify(hints)).toContain('The mark was too old');
	});

	test('executed by hand, it says that no mark is kept', async () => {
		const given = { resource: 'calendarEvent', operation: 'getChanges', changesSince: 'last' };
		expect(JSON.stringify((await platform.run({ parameters: given })).hints)).toContain(
			'Executed by hand, the node does not keep the mark',
		);
		const whole = await platform.run({ parameters: { ...given, changesSince: 'beginning' } });
		expect(whole.hints ?? []).toEqual([]);
	});

	test('the mark is kept: the next item finds nothing new', async () => {
		ownEvent(platform);
		const given = { resource: 'calendarEvent', operation: 'getChanges', changesSince: 'last', allAtFirst: true };
		const { items } = await platform.run({ parameters: given, items: [{}, {}] });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		const asked = platform.calls.filter(({ path }) => path.endsWith('/events')).map(({ query }) => query);
		expect(asked.at(-1)).toContain('sync_token=');
	});

	test('the first run sets the mark and gives nothing, unless all are wanted', async () => {
		ownEvent(platform);
		expect(await changes({ changesSince: 'last' })).toEqual([]);
		expect(await changes({ changesSince: 'last', allAtFirst: true })).toHaveLength(1);
	});
});

describe('a calendar', () => {
	const get = async (calendar: INodeParameters) => {
		platform.simulator.requests.length = 0;
		const run = await platform.run({ parameters: { resource: 'calendar', operation: 'get', calendar } });
		if (run.error) throw run.error;
		return only(run.items).json;
	};

	test('goes by the e-mail address or the open_id of a person', async () => {
		const { open_id, email } = platform.user;
		const { calendar_id } = primaryOf(platform.store, open_id);
		for (const value of [open_id, email]) expect(await get(byId(value ?? ''))).toMatchObject({ calendar_id });
	});

	test('the primary one is looked up, for deployments that do not know the word', async () => {
		Object.assign(platform.store.settings, { primaryAlias: 'unknown' });
		expect(await get(byId('primary'))).toMatchObject({ type: 'primary', role: 'owner' });
		Object.assign(platform.store.settings, { primaryAlias: 'known' });
	});

	test('is looked up once for all items', async () => {
		platform.simulator.requests.length = 0;
		await platform.run({
			parameters: { resource: 'calendarEvent', operation: 'create', start: '2026-12-01T09:00:00' },
			items: [{}, {}, {}],
		});
		expect(platform.calls.filter(({ path }) => path.endsWith('/calendars/primary'))).toHaveLength(1);
	});
});

test('an event goes by the address that opens it', async () => {
	const { event_id } = ownEvent(platform, { recurrence: 'FREQ=DAILY;COUNT=3' });
	const [, second] = await list('2026-12-01T00:00:00+08:00', '2026-12-09T00:00:00+08:00');
	const item = only(await out('get', { event: { __rl: true, mode: 'url', value: String(second?.url) } }));
	expect(item).toMatchObject({ event_id: second?.event_id, start: '2026-12-02T09:00:00+08:00' });
	expect(item.event_id).not.toBe(event_id);
});
