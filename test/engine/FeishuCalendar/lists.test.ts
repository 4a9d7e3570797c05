/** The lists from which people choose calendars, events, rooms and time zones. */
import type { INodeParameters } from 'n8n-workflow';

import { FeishuCalendar } from '../../../nodes/FeishuCalendar/FeishuCalendar.node';
import { listWalks } from '../../../nodes/shared/fields/listWalks';
import { listContext, usePlatform, type CredentialRef } from '../../support/engine';
import { EVERYONE } from '../../support/engine/everyone';
import { addCalendar } from '../../../simulator/calendar/access';
import { ownCalendar, ownEvent, ownRoom } from '../../support/engine/calendars';

const platform = usePlatform();
const { listSearch, loadOptions } = new FeishuCalendar().methods;

beforeEach(() => listWalks.forgetAll());

interface Asked {
	filter?: string;
	panel?: INodeParameters;
	credential?: CredentialRef;
}
async function names(method: string, { filter, panel = {}, credential = platform.credential }: Asked = {}) {
	const context = listContext('feishuCalendar', credential, panel);
	const { results = [] } = (await listSearch[method]?.call(context, filter)) ?? {};
	return results.map(({ name }) => name);
}

const asPerson = async () => {
	const { url: baseUrl } = platform.simulator;
	return await (EVERYONE["a person's token"]?.make(platform, { region: 'custom', baseUrl }) ??
		Promise.reject(new Error('nobody')));
};

describe('calendars', () => {
	test('are the own ones, and people by their names', async () => {
		ownCalendar(platform, 'Team of the lagoon');
		const all = await names('searchCalendars');
		expect(all.filter((name) => name === 'Primary Calendar')).toHaveLength(1);
		expect(await names('searchCalendars', { filter: 'lagoon' })).toEqual(['Team of the lagoon']);
		const { name } = platform.user;
		expect(await names('searchCalendars', { filter: name })).toContain(`${name} (person)`);
	});

	test('are offered to an app without people where it can do nothing in theirs', async () => {
		ownCalendar(platform, 'Team of the lagoon');
		const all = await names('searchOwnCalendars');
		expect(all).toEqual(expect.arrayContaining(['Primary Calendar', 'Team of the lagoon']));
		expect(all.filter((name) => name.endsWith('(person)'))).toEqual([]);
		const { name } = platform.users[1] ?? platform.user;
		const credential = await asPerson();
		expect(await names('searchOwnCalendars', { credential, filter: name })).toContain(`${name} (person)`);
	});

	test('are offered without the primary one where that is not for it', async () => {
		ownCalendar(platform, 'Team of the lagoon');
		const all = await names('searchOtherCalendars');
		expect(all).toContain('Team of the lagoon');
		expect(all).not.toContain('Primary Calendar');
	});

	test('are those that the caller manages where only an owner can do it', async () => {
		ownCalendar(platform, 'Team of the reef');
		const app = platform.store.apps.get(platform.simulator.appId)?.bot_open_id ?? '';
		const shared = addCalendar(platform.store, { owner: platform.user.open_id, summary: 'Shared reef' });
		shared.acls.push({ acl_id: 'user_9', role: 'writer', user: app });
		platform.store.calendars.follows(app).add(shared.calendar_id);
		expect(await names('searchOwnCalendars')).toContain('Shared reef');
		const managed = await names('searchManagedCalendars');
		expect(managed).toEqual(expect.arrayContaining(['Primary Calendar', 'Team of the reef']));
		expect(managed).not.toContain('Shared reef');
		const deletable = await names('searchDeletableCalendars');
		expect(deletable).toContain('Team of the reef');
		expect(deletable).not.toContain('Primary Calendar');
		expect(deletable).not.toContain('Shared reef');
	});

	test('are those that are not in the list yet for Subscribe', async () => {
		ownCalendar(platform, 'Team of the atoll');
		const all = await names('searchNewCalendars');
		expect(all).toContain(`${platform.user.name} (person)`);
		expect(all.filter((name) => !name.endsWith('(person)'))).toEqual([]);
		const { open_id } = platform.users[1] ?? platform.user;
		addCalendar(platform.store, { owner: open_id, summary: 'Public atoll', permissions: 'public' });
		const found = await names('searchNewCalendars', { credential: await asPerson(), filter: 'atoll' });
		expect(found).toContain('Public atoll');
	});

	test('come without people where those may not be listed', async () => {
		ownCalendar(platform, 'Team of the bay');
		for (const app of platform.store.apps.values()) app.scopes = ['calendar:calendar:readonly'];
		expect(await names('searchCalendars', { filter: 'bay' })).toEqual(['Team of the bay']);
	});

	test('of a person as well, who finds others by their names', async () => {
		const found = await names('searchCalendars', { credential: await asPerson() });
		expect(found).toContain('Primary Calendar');
		const { name } = platform.users[1] ?? platform.user;
		const credential = await asPerson();
		expect(await names('searchCalendars', { credential, filter: name })).toContain(`${name} (person)`);
	});
});

describe('events', () => {
	const soon = () => Math.floor(Date.now() / 1000) + 86_400;

	test('are those of the coming weeks, each with its day', async () => {
		ownEvent(platform, { start: soon(), summary: 'Coming' });
		ownEvent(platform, { start: soon() + 90 * 86_400, summary: 'Far away' });
		const found = await names('searchEvents');
		expect(found).toContainEqual(expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d–.*\d\d:\d\d Coming$/));
		expect(found.join()).not.toContain('Far away');
	});

	test('a series is told from its single events', async () => {
		ownEvent(platform, { start: soon(), summary: 'Standup', recurrence: 'FREQ=DAILY' });
		expect(await names('searchEvents')).toContainEqual(expect.stringMatching(/Standup \(one of a series\)$/));
		expect(await names('searchEvents', { filter: 'Standup' })).toEqual([expect.stringMatching(/Standup \(series\)$/)]);
	});

	test('or what the platform finds, in the calendar that was chosen', async () => {
		const { calendar_id } = ownCalendar(platform, 'Other');
		ownEvent(platform, { start: soon(), summary: 'Figures of the quarter', calendar_id });
		const panel = { calendar: { __rl: true, mode: 'list', value: calendar_id } };
		expect(await names('searchEvents', { filter: 'Figures', panel })).toEqual([expect.stringContaining('Figures')]);
		expect((await names('searchEvents', { filter: 'Figures' })).join()).not.toContain('quarter');
	});

	test('wait for a calendar that only an expression knows', async () => {
		const panel = { calendar: { __rl: true, mode: 'id', value: '={{ $json.calendar }}' } };
		await expect(names('searchEvents', { panel })).rejects.toThrow(/has a value only when the workflow runs/);
	});
});

test('meeting rooms are all of the organization for an app, and those that may be booked for a person', async () => {
	ownRoom(platform, { name: 'Reef', capacity: 12 });
	ownRoom(platform, { name: 'Reef closed', capacity: 4, schedule_status: false });
	expect(await names('searchRooms', { filter: 'reef' })).toEqual(['Reef (12 seats)', 'Reef closed (4 seats)']);
	expect(await names('searchRooms', { filter: 'reef', credential: await asPerson() })).toEqual(['Reef (12 seats)']);
});

test('time zones are those that this machine knows', async () => {
	const found = await loadOptions.getTimeZones?.call(listContext('feishuCalendar', platform.credential, {}));
	expect(found).toContainEqual({ name: 'Asia/Shanghai', value: 'Asia/Shanghai' });
	expect(found).toContainEqual({ name: 'UTC', value: 'UTC' });
	// The panel shows a value that is not in the list as wrong.
	expect(found?.[0]).toEqual({ name: "The Workflow's", value: '' });
	const ofEvent = await loadOptions.getTimeZonesOfEvent?.call(listContext('feishuCalendar', platform.credential, {}));
	expect(ofEvent?.[0]).toEqual({ name: "The Event's", value: '' });
});
