/** What the company, its service or whoever asks is in the way of, in words; and what passes by itself. */
import type { INodeParameters } from 'n8n-workflow';

import { CALENDAR_SETTINGS } from '../../../simulator/state/calendarSettings';
import { NO_TROUBLES } from '../../../simulator/state/troubles';
import type { Settings } from '../../../simulator/state/settings';
import { byId, type CredentialRef, usePlatform } from '../../support/engine';
import { EVERYONE } from '../../support/engine/everyone';
import { callerOf } from '../../support/engine/caller';
import { ownCalendar, ownEvent } from '../../support/engine/calendars';

const platform = usePlatform();
const endpoint = callerOf(platform);

const TIMES = { start: '2026-12-01T09:00:00+08:00', end: '2026-12-01T10:00:00+08:00' };
const create: INodeParameters = { resource: 'calendarEvent', operation: 'create', eventTitle: 'Review', ...TIMES };
const list: INodeParameters = { resource: 'calendar', operation: 'getAll' };
afterEach(() => {
	Object.assign(platform.store.settings, CALENDAR_SETTINGS, NO_TROUBLES, { company: [] });
	platform.user.is_resigned = false;
});
const set = (settings: Partial<Settings>) => Object.assign(platform.store.settings, settings);
const refusal = async (parameters: INodeParameters) => (await platform.run({ parameters })).error;

test.each<[Partial<Settings>, string, string]>([
	[{ company: ['keyDeleted'] }, "The organization's encryption key was deleted", 'An administrator has to restore it'],
	[
		{ company: ['oldKeyDeleted'] },
		'An older encryption key of the organization was deleted',
		'what was written with that key can not be read',
	],
	[{ company: ['otherUnit'] }, 'The app and the organization are served by different units', 'Check the App ID'],
])('%j', async (settings, message, hint) => {
	set(settings);
	const before = platform.store.calendars.events.size;
	const error = await refusal(create);
	expect(error?.message).toContain(message);
	expect(error?.description).toContain(hint);
	expect(platform.store.calendars.events.size).toBe(before);
});

test('a person who has left', async () => {
	const credential = await EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
	platform.user.is_resigned = true;
	const { error } = await platform.run({ parameters: list, credential });
	expect(error?.message).toContain('Somebody is not in this organization, or has left it');
	expect(error?.description).toContain('connect somebody else');
});

test.each(['internal', 'methodRate', 'appRate', 'contention'] as const)(
	'%s: is asked again, and then it works',
	async (calendarTrouble) => {
		set({ calendarTrouble, calendarTroubleRequests: 1 });
		const { error } = await platform.run({ parameters: list });
		expect(error).toBeUndefined();
		expect(platform.calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
	},
);

test.each([
	['methodRate', 'Calendars are asked too often'],
	['internal', 'Feishu had a problem with the calendar'],
] as const)('%s that lasts', async (calendarTrouble, message) => {
	set({ calendarTrouble });
	const error = await refusal({ ...list, requestOptions: { tries: 1 } });
	expect(error?.message).toContain(message);
});

test('what is refused with its details', async () => {
	set({ calendarMalformed: 'detailed', recurrenceCount: 'refused' });
	const { calendar_id } = ownCalendar(platform);
	const { error } = await endpoint.run('POST /open-apis/calendar/v4/calendars/:calendar_id/events', {
		'path.calendar_id': calendar_id,
		'body.recurrence': 'FREQ=DAILY;COUNT=3',
		'body.start_time': JSON.stringify({ timestamp: '1796090400' }),
		'body.end_time': JSON.stringify({ timestamp: '1796094000' }),
	});
	expect(JSON.stringify([error?.message, error?.description])).toContain('COUNT can not be used');
});

test('a meeting chat that somebody else owns', async () => {
	const event = ownEvent(platform);
	event.meeting_chat_id = platform.chat.chat_id;
	const chosen = { event: byId(event.event_id), meetingChat: byId(platform.chat.chat_id) };
	const error = await refusal({ resource: 'calendarEvent', operation: 'unbindMeetingChat', ...chosen });
	expect(error?.message).toBe('Only the owner of the meeting chat can unbind it');
	expect(event.meeting_chat_id).toBe(platform.chat.chat_id);
});

describe('Exchange', () => {
	const ACCOUNT = 'exchange-admin@example.com';
	const administrator = () =>
		EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url }) ??
		Promise.reject(new Error('nobody'));
	async function bind(credential: CredentialRef) {
		const values = { 'body.admin_account': ACCOUNT, 'body.exchange_account': 'a@example.com' };
		const run = await endpoint.run(
			'POST /open-apis/calendar/v4/exchange_bindings',
			{ ...values, 'body.user_id': platform.user.open_id },
			{ credential, parameters: { authentication: 'person' } },
		);
		return run.error?.message;
	}

	test.each<[Settings['exchangeAdmins'], string]>([
		[{ [ACCOUNT]: 'otherCompany' }, 'The administrator account of Exchange is bound in another organization'],
		[{ [ACCOUNT]: 'failed' }, 'The administrator account of Exchange could not be bound'],
		[{}, "The administrator account of Exchange does not exist, or the person can't see it"],
	])('%j', async (exchangeAdmins, message) => {
		set({ exchangeAdmins });
		expect(await bind(await administrator())).toBe(message);
	});

	test('is bound by nobody but an administrator, who is in the company first', async () => {
		const credential = await administrator();
		expect(await bind(credential)).toBeUndefined();
		const { users } = platform.store.contact;
		const { user } = platform;
		users.delete(user.open_id);
		users.set(user.open_id, user);
		const message = await bind(credential);
		expect(message).toBe('Only a super administrator may bind calendars of Exchange');
	});
});
