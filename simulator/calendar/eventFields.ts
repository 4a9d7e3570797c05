import type { CalendarEvent, OwnFields, Span } from '../state/calendars';
import type { Operator } from '../state/operator';
import { openIdOf } from '../state/operator';
import type { Store } from '../state/store';
import { flag, integer, nested, object, objects, oneOf, text, texts, type Values } from '../platform/validate';
import { roleOn } from './access';
import { spanOf } from './eventTimes';
import { refused } from './problem';
import { hasCount, isRule } from './recurrence';

const TIME = nested({ date: text(), timestamp: text(), timezone: text() });

/** What an event is made and changed with. */
export const EVENT_FIELDS = {
	summary: text({ max: 1000 }),
	description: text({ max: 40_960 }),
	description_rich: text(),
	need_notification: flag(),
	start_time: TIME,
	end_time: TIME,
	vchat: nested({
		vc_type: oneOf(['vc', 'third_party', 'no_meeting', 'lark_live', 'unknown', 'third_party_meeting']),
		icon_type: oneOf(['vc', 'live', 'default']),
		description: text({ max: 500 }),
		meeting_url: text({ max: 2000 }),
		meeting_settings: nested({
			owner_id: text(),
			join_meeting_permission: oneOf(['anyone_can_join', 'only_organization_employees', 'only_event_attendees']),
			password: text(),
			assign_hosts: texts({ max: 10 }),
			auto_record: flag(),
			open_lobby: flag(),
			allow_attendees_start: flag(),
		}),
	}),
	visibility: oneOf(['default', 'public', 'private']),
	attendee_ability: oneOf(['none', 'can_see_others', 'can_invite_others', 'can_modify_event']),
	free_busy_status: oneOf(['busy', 'free']),
	location: object(),
	color: integer(),
	reminders: objects({ minutes: integer({ min: -20_160, max: 20_160 }) }),
	recurrence: text({ max: 2000 }),
	schemas: objects({
		ui_name: text(),
		ui_status: oneOf(['hide', 'readonly', 'editable', 'unknown']),
		app_link: text(),
	}),
	attachments: objects({ file_token: text(), is_deleted: flag() }),
	event_check_in: object(),
};
export type GivenEvent = Values<typeof EVENT_FIELDS>;

const PASSWORD = /^\d{4,9}$/;

/** Whether somebody of the company has this id, of any kind. */
const isHere = (store: Store, id: string): boolean =>
	[...store.contact.users.values()].some(({ open_id, user_id, union_id }) => [open_id, user_id, union_id].includes(id));

/** Of an app hosts can't be named, and everybody may begin its meetings. */
function checkMeeting(store: Store, { vchat }: GivenEvent, ofPerson: boolean): void {
	const {
		assign_hosts: hosts,
		password,
		owner_id: owner,
		allow_attendees_start: start,
	} = vchat?.meeting_settings ?? {};
	if (hosts?.length && !ofPerson) throw refused.hosts();
	if (hosts?.some((id) => !isHere(store, id))) throw refused.params('assign_hosts');
	if (password && !PASSWORD.test(password)) throw refused.password();
	if (owner && ofPerson) throw refused.params('owner_id is for apps alone');
	if (start === false && !ofPerson) throw refused.hosts();
	if (vchat?.vc_type === 'third_party' && !vchat.meeting_url) throw refused.params('vchat.meeting_url');
}

function checkLocation({ location }: GivenEvent): void {
	const { name, address } = (location ?? {}) as { name?: unknown; address?: unknown };
	const fits = (value: unknown, most: number) =>
		value === undefined || (typeof value === 'string' && value !== '' && value.length <= most);
	if (!fits(name, 512) || !fits(address, 255)) throw refused.params('location');
}

/** Refuses what no event may have. */
export function checkEvent(store: Store, given: GivenEvent, ofPerson: boolean): void {
	const { recurrence = '', summary = '', description = '' } = given;
	if (recurrence !== '' && !isRule(recurrence)) throw refused.params('recurrence');
	if (hasCount(recurrence) && store.settings.recurrenceCount === 'refused') throw refused.params('recurrence: COUNT');
	const said = `${summary} ${description}`;
	if (store.settings.blockedWords.some((word) => said.includes(word))) throw refused.text();
	checkMeeting(store, given, ofPerson);
	checkLocation(given);
}

/** Times count only together. */
export const spanGiven = ({ start_time: start, end_time: end }: GivenEvent): Span | undefined =>
	start && end ? spanOf(start, end) : undefined;

const OWN = ['visibility', 'free_busy_status', 'color', 'reminders'] as const;
const PLAIN = ['summary', 'description', 'recurrence', 'attendee_ability'] as const;
const PARTS = ['vchat', 'location', 'schemas', 'event_check_in', 'description_rich'] as const;

const pick = <K extends keyof GivenEvent>(given: GivenEvent, names: readonly K[]): Partial<GivenEvent> =>
	Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));

/** Files of an event: those given come to what is there, and those that are to be deleted go. */
function attachmentsOf(
	store: Store,
	event: CalendarEvent,
	{ attachments }: GivenEvent,
	by: Operator,
): object[] | undefined {
	if (!attachments) return undefined;
	const kept = (event.parts.attachments ?? []) as Array<{ file_token: string }>;
	const gone = attachments.filter(({ is_deleted: deleted }) => deleted).map(({ file_token: token }) => token);
	const added = attachments
		.filter(({ is_deleted: deleted }) => !deleted)
		.map(({ file_token: token = '' }) => {
			const file = store.bases.medias.get(token);
			if (file?.parent_type !== 'calendar') throw refused.attachment();
			if (file.parent_node !== event.calendar_id) throw elsewhere(store, file.parent_node, by);
			return { file_token: token, file_size: String(file.bytes.length), name: file.name };
		});
	const all = [...kept.filter(({ file_token: token }) => !gone.includes(token)), ...added];
	if (all.reduce((sum, file) => sum + Number((file as { file_size?: string }).file_size ?? 0), 0) > MOST_BYTES)
		throw refused.attachmentSize();
	return all;
}

/** Of a file that was uploaded for another calendar: whoever may not write there may not use it either. */
function elsewhere(store: Store, calendarId: string, by: Operator): Error {
	const calendar = store.calendars.all.get(calendarId);
	const role = calendar && roleOn(store, calendar, by);
	return role === 'writer' || role === 'owner' ? refused.attachment() : refused.attachmentAccess();
}

const MOST_BYTES = 25 * 1024 * 1024;

/** Writes what was given. What each one sets for themselves holds for the event only when it is made. */
export function writeEvent(store: Store, event: CalendarEvent, given: GivenEvent, by: Operator, isNew: boolean): void {
	const attachments = attachmentsOf(store, event, given, by);
	Object.assign(event, pick(given, PLAIN), spanGiven(given));
	Object.assign(event.parts, pick(given, PARTS), attachments && { attachments });
	const own = pick(given, OWN) as OwnFields;
	if (isNew) Object.assign(event, own);
	else if (Object.keys(own).length > 0) event.own.set(openIdOf(by), { ...event.own.get(openIdOf(by)), ...own });
}
