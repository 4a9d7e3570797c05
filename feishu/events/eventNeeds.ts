/** What must be subscribed to, beside the event in the console, before an event comes. */

/** What an app can subscribe to for itself, under Subscribe to Resources of the triggers. */
export type AppNeed = 'approval' | 'calendar' | 'file' | 'tasks';

export interface EventNeed {
	/** What the app subscribes to by itself. */
	app?: AppNeed;
	/** The call that only a person's token may make, for that person's own things. */
	person?: string;
	/** The call of the app where the triggers do not make it. */
	call?: string;
}

/**
 * By event type or, ending in a dot, by its beginning; the first that fits counts. What has no entry comes by itself.
 * Sources: the pages of the events and of these calls; whether an app may make them, by the API Explorer.
 */
const NEEDS: ReadonlyArray<readonly [of: readonly string[], EventNeed]> = [
	[['approval.instance.status_changed_v4'], { person: 'POST /open-apis/approval/v4/instances/subscription' }],
	[['approval.task.status_changed_v4'], { person: 'POST /open-apis/approval/v4/tasks/subscription' }],
	[
		[
			'approval.',
			'approval_cc',
			'approval_instance',
			'approval_task',
			'leave_approval',
			'leave_approvalV2',
			'leave_approval_revert',
			'out_approval',
			'out_approval_revert',
			'remedy_approval',
			'shift_approval',
			'trip_approval',
			'work_approval',
			'work_approval_revert',
		],
		{ app: 'approval' },
	],
	[['drive.file.'], { app: 'file' }],
	[['calendar.calendar.event.changed_v4'], { app: 'calendar' }],
	[['calendar.calendar.changed_v4'], { person: 'POST /open-apis/calendar/v4/calendars/subscription' }],
	[['calendar.calendar.acl.'], { person: 'POST /open-apis/calendar/v4/calendars/:calendar_id/acls/subscription' }],
	[['task.task.update_user_access_v2'], { app: 'tasks' }],
	[['mail.user_mailbox.event.'], { person: 'POST /open-apis/mail/v1/user_mailboxes/:user_mailbox_id/event/subscribe' }],
	[['minutes.minute.'], { person: 'POST /open-apis/minutes/v1/minutes/subscription' }],
	[['vc.meeting.participant_meeting_'], { person: 'POST /open-apis/vc/v1/meetings/subscription' }],
	[['vc.note.'], { person: 'POST /open-apis/vc/v1/notes/subscription' }],
	[['vc.recording.'], { person: 'POST /open-apis/vc/v1/recordings/subscription' }],
	[['helpdesk.'], { call: 'POST /open-apis/helpdesk/v1/events/subscribe' }],
];

const fits = (type: string, of: string) => (/[._]$/.test(of) ? type.startsWith(of) : type === of);

export function needOf(type: string): EventNeed | undefined {
	return NEEDS.find(([of]) => of.some((one) => fits(type, one)))?.[1];
}
