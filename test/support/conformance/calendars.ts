import type * as lark from '@larksuiteoapi/node-sdk';
import type { SimulatorOptions } from '../../../simulator';
import { addLevel, addRoom } from '../../../simulator/calendar/rooms';
import type { Room } from '../../../simulator/state/rooms';
import { startWiki, type WikiFixture } from './wikis';

/** The app with a calendar of its own, and a person with theirs. */
export interface CalendarFixture extends WikiFixture {
	/** Made by the app. */
	shared: string;
	/** The person's own. */
	primary: string;
}

export async function startCalendar(options: SimulatorOptions = {}): Promise<CalendarFixture> {
	const fixture = await startWiki({ rateLimits: false, ...options });
	const made = await fixture.sdk.calendar.v4.calendar.create({ data: { summary: 'Team' } });
	const own = await fixture.sdk.calendar.v4.calendar.primary({}, fixture.asPerson);
	return {
		...fixture,
		shared: made.data?.calendar?.calendar_id ?? '',
		primary: own.data?.calendars?.[0]?.calendar?.calendar_id ?? '',
	};
}

/** What makes a call one of another person. */
export async function headersOf({ http }: CalendarFixture, open_id: string): Promise<{ authorization: string }> {
	const { token } = await http.admin<{ token: string }>('POST', '/tokens', { open_id });
	return { authorization: `Bearer ${token}` };
}

type Options = Parameters<lark.Client['request']>[1];

export type Payload = Record<string, unknown>;

/** The seconds of a moment. */
export const at = (moment: string): number => Math.floor(Date.parse(moment) / 1000);

/** From a moment on, for minutes, in a zone. */
export function times(moment: string, minutes = 60, timezone = 'Asia/Shanghai') {
	const time = (seconds: number) => ({ timestamp: String(seconds), timezone });
	return { start_time: time(at(moment)), end_time: time(at(moment) + minutes * 60) };
}

/** A new event's id. */
export async function newEvent(
	{ sdk, shared }: CalendarFixture,
	data: Payload,
	{ calendar_id = shared, as }: { calendar_id?: string; as?: Options } = {},
): Promise<string> {
	const path = { calendar_id };
	const made = await sdk.calendar.v4.calendarEvent.create({ path, data: data as never }, as);
	return made.data?.event?.event_id ?? '';
}

/** A room on a floor of its own. */
export function newRoom({ simulator: { store } }: CalendarFixture, fields: Partial<Room> = {}): string {
	const { room_level_id } = addLevel(store, { name: 'F1', parent_id: '' });
	return addRoom(store, { name: 'Room', capacity: 8, room_level_id, ...fields }).room_id;
}
