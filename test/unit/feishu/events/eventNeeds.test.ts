import index from '../../../../catalog/index.json';
import { type EventNeed, needOf } from '../../../../feishu/events/eventNeeds';
import { EVENTS } from '../../../../feishu/events/eventTypes';
import { eventChoiceFields, triggerFields } from '../../../../nodes/shared/triggers/events/triggerFields';

const typesWith = (of: (need: EventNeed) => boolean) =>
	EVENTS.map(({ type }) => type).filter((type) => of(needOf(type) ?? {}));

describe('what an event needs beside the console', () => {
	it.each<[string, EventNeed | undefined]>([
		['im.message.receive_v1', undefined],
		['approval_instance', { app: 'approval' }],
		['leave_approvalV2', { app: 'approval' }],
		['approval.approval.updated_v4', { app: 'approval' }],
		['approval.instance.trip_group_update_v4', { app: 'approval' }],
		['approval.instance.status_changed_v4', { person: 'POST /open-apis/approval/v4/instances/subscription' }],
		['approval.task.status_changed_v4', { person: 'POST /open-apis/approval/v4/tasks/subscription' }],
		['drive.file.bitable_record_changed_v1', { app: 'file' }],
		['drive.notice.comment_add_v1', undefined],
		['calendar.calendar.event.changed_v4', { app: 'calendar' }],
		['calendar.calendar.changed_v4', { person: 'POST /open-apis/calendar/v4/calendars/subscription' }],
		['task.task.update_user_access_v2', { app: 'tasks' }],
		['task.task.updated_v1', undefined],
		['vc.meeting.meeting_started_v1', undefined],
		['vc.meeting.participant_meeting_started_v1', { person: 'POST /open-apis/vc/v1/meetings/subscription' }],
		['vc.recording.recording_ended_v1', { person: 'POST /open-apis/vc/v1/recordings/subscription' }],
		['minutes.minute.generated_v1', { person: 'POST /open-apis/minutes/v1/minutes/subscription' }],
		['helpdesk.ticket.created_v1', { call: 'POST /open-apis/helpdesk/v1/events/subscribe' }],
	])('%s', (type, need) => expect(needOf(type)).toEqual(need));

	it('names endpoints that there are', () => {
		const known = new Set(index.endpoints.map(([endpoint]) => endpoint));
		const named = EVENTS.map(({ type }) => needOf(type)).flatMap((need) => need?.person ?? need?.call ?? []);
		expect(named.filter((endpoint) => !known.has(endpoint))).toEqual([]);
		expect(named.length).toBeGreaterThan(10);
	});
});

describe('what the panel says of it', () => {
	const notices = triggerFields([]).filter(({ type }) => type === 'notice');
	const shownFor = (type: string) =>
		notices.filter(({ displayOptions }) => displayOptions?.show?.events?.includes(type)).map(({ name }) => name);

	it.each<[string, string[]]>([
		['im.message.receive_v1', []],
		['approval_task', ['approvalNotice']],
		['approval.task.status_changed_v4', ['personNotice']],
		['drive.file.edit_v1', ['fileNotice']],
		['calendar.calendar.event.changed_v4', ['calendarNotice']],
		['mail.user_mailbox.event.message_received_v1', ['personNotice']],
		['helpdesk.ticket.created_v1', ['callNotice']],
	])('%s', (type, names) => expect(shownFor(type)).toEqual(names));

	it('is a notice for each event that needs something, and a word in the list', () => {
		const needing = typesWith((need) => Object.keys(need).length > 0);
		expect(needing.filter((type) => shownFor(type).length !== 1)).toEqual([]);
		const [events] = eventChoiceFields();
		const descriptions = new Map(
			(events?.options ?? []).map((option) => ['value' in option ? option.value : '', option] as const),
		);
		const silent = needing.filter((type) => {
			const option = descriptions.get(type);
			return !/Needs|Only for people/.test(option && 'description' in option ? (option.description ?? '') : '');
		});
		expect(silent).toEqual([]);
	});
});
