import type { INodeProperties } from 'n8n-workflow';

import { type EventNeed, needOf } from '../../../../feishu/events/eventNeeds';
import { EVENTS } from '../../../../feishu/events/eventTypes';

/** What else has to be done before chosen events come, said when they are chosen. */
const NOTICES: ReadonlyArray<readonly [name: string, of: (need: EventNeed) => boolean, text: string]> = [
	[
		'approvalNotice',
		({ app }) => app === 'approval',
		'These approval events come only for approvals that the app is subscribed to: add each approval under Subscribe to Resources.',
	],
	[
		'calendarNotice',
		({ app }) => app === 'calendar',
		'Calendar Event Changed comes only for calendars that the app or a person is subscribed to: add each calendar of the app under Subscribe to Resources.',
	],
	[
		'fileNotice',
		({ app }) => app === 'file',
		'File events come only for files that the app is subscribed to: add each one under Subscribe to Resources. In the console, the scopes of the event must be granted twice, for the app (tenant) and for users, or nothing arrives.',
	],
	[
		'taskNotice',
		({ app }) => app === 'tasks',
		'Task Updated (v2) comes after the app has subscribed to its tasks: add Tasks under Subscribe to Resources.',
	],
	[
		'personNotice',
		({ person }) => person !== undefined,
		'An app can not subscribe to some of these events: each person must, with a token of their own (user_access_token). The list under Events says with which call. Without it nothing arrives. For the approvals of the app, choose Approval Instance and Task Status Changed (v1) instead.',
	],
	[
		'callNotice',
		({ call }) => call !== undefined,
		'Help desk events come after the app has called POST /open-apis/helpdesk/v1/events/subscribe once, with Feishu Open API.',
	],
];

const typesOf = (of: (need: EventNeed) => boolean): string[] =>
	EVENTS.map(({ type }) => type).filter((type) => {
		const need = needOf(type);
		return need !== undefined && of(need);
	});

export function needNotices(): INodeProperties[] {
	return NOTICES.map(([name, of, displayName]) => ({
		displayName,
		name,
		type: 'notice',
		displayOptions: { show: { events: typesOf(of) } },
		default: '',
	}));
}

/** For the list of events; empty for those that come by themselves. */
export function needIn(type: string): string {
	const { app, person, call } = needOf(type) ?? {};
	if (app) return '. Needs Subscribe to Resources';
	if (person) return `. Only for people who subscribe themselves: ${person}`;
	return call ? `. Needs ${call}` : '';
}
