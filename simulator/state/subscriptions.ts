/** What an app subscribes to one by one, in addition to the events that its console lists. */
export type SubscriptionKind =
	| 'drive.file'
	| 'drive.user'
	| 'approval'
	| 'calendar.list'
	| 'calendar.events'
	| 'calendar.acls'
	| 'task'
	| PersonalKind
	| 'helpdesk';

/** What only people subscribe to, each for what is theirs. */
export type PersonalKind =
	| 'approval.instances'
	| 'approval.tasks'
	| 'mail'
	| 'minutes'
	| 'vc.meetings'
	| 'vc.notes'
	| 'vc.recordings';

export interface Subscription {
	app_id: string;
	kind: SubscriptionKind;
	/** A file, folder, approval or calendar; empty where the kind says all. */
	resource: string;
	/** Only this event, in the short form of the request for folders. */
	event_type?: string;
	file_type?: string;
	/** Of those that people make for what is theirs: who did. */
	subscribers?: Subscriber[];
	/** Milliseconds. */
	created_at: number;
}

/** Somebody who hears of what they have to do with, or of what they manage. */
export interface Subscriber {
	open_id: string;
	type: 'INVOLVED_APPROVAL' | 'MANAGED_APPROVAL';
}

type Key = Pick<Subscription, 'app_id' | 'kind' | 'resource'>;

type Json = Record<string, unknown>;
/** Without a resource, any subscription of the kind brings the event. */
type Needed = Pick<Subscription, 'kind'> & { resource?: string };

/** The events of an approval that name its code; one that comes without it is taken for one of a subscribed approval. */
const APPROVAL_EVENTS = ['approval_instance', 'approval_task', 'approval_cc'];
/** Of attendance, which tell what was approved and not by which definition. */
const ATTENDANCE_EVENT =
	/^(leave_approval(V2)?|out_approval|work_approval|shift_approval|trip_approval|remedy_approval)(_revert)?$/;

/** By the beginning of the type. Sources: the pages of the events, and the calls that there are for people. */
const WHOLE: ReadonlyArray<readonly [beginning: string, kind: SubscriptionKind]> = [
	['approval.instance.status_changed_v4', 'approval.instances'],
	['approval.task.status_changed_v4', 'approval.tasks'],
	['calendar.calendar.changed_v4', 'calendar.list'],
	['task.task.update_user_access_v2', 'task'],
	['mail.user_mailbox.event.', 'mail'],
	['minutes.minute.', 'minutes'],
	['vc.meeting.participant_meeting_', 'vc.meetings'],
	['vc.note.', 'vc.notes'],
	['vc.recording.', 'vc.recordings'],
	['helpdesk.', 'helpdesk'],
];

/** The subscription that an event needs; nothing where the event needs none or names no resource. */
function needed(type: string, event: Json): Needed | undefined {
	const of = (kind: SubscriptionKind, resource: unknown): Needed | undefined =>
		typeof resource === 'string' && resource !== '' ? { kind, resource } : undefined;
	if (type === 'drive.file.created_in_folder_v1') return of('drive.file', event.folder_token);
	if (type.startsWith('drive.file.')) return of('drive.file', event.file_token);
	if (APPROVAL_EVENTS.includes(type)) return of('approval', event.approval_code);
	if (type === 'calendar.calendar.event.changed_v4') return of('calendar.events', event.calendar_id);
	if (type.startsWith('calendar.calendar.acl.')) return { kind: 'calendar.acls' };
	const whole = WHOLE.find(([beginning]) => type.startsWith(beginning))?.[1];
	if (whole) return { kind: whole };
	if (ATTENDANCE_EVENT.test(type)) return { kind: 'approval' };
	// In an object, which has the code of the definition only in the event of the definition itself.
	if (type.startsWith('approval.'))
		return of('approval', (event.object as Json | undefined)?.approval_code) ?? { kind: 'approval' };
	return undefined;
}

const keyOf = ({ app_id, kind, resource }: Pick<Subscription, 'app_id' | 'kind' | 'resource'>) =>
	JSON.stringify([app_id, kind, resource]);

const isSame = (one: Subscriber, { open_id, type }: Partial<Subscriber>) =>
	one.open_id === open_id && (type === undefined || one.type === type);

export class Subscriptions {
	private readonly all = new Map<string, Subscription>();

	list(): Subscription[] {
		return [...this.all.values()];
	}

	has(key: Pick<Subscription, 'app_id' | 'kind' | 'resource'>): boolean {
		return this.all.has(keyOf(key));
	}

	/** Whether it is new; one that is there stays as it was. */
	add(subscription: Subscription): boolean {
		if (this.has(subscription)) return false;
		this.all.set(keyOf(subscription), subscription);
		return true;
	}

	/** Whether there was one. */
	remove(key: Pick<Subscription, 'app_id' | 'kind' | 'resource'>): boolean {
		return this.all.delete(keyOf(key));
	}

	/** One more person with what is theirs. */
	enter(key: Key, subscriber: Subscriber): void {
		const found = this.all.get(keyOf(key));
		if (!found) return;
		const others = (found.subscribers ?? []).filter((one) => !isSame(one, subscriber));
		found.subscribers = [...others, subscriber];
	}

	/** A person no longer, of one type or of both; nobody's subscription ends. */
	leave(key: Key, subscriber: Partial<Subscriber>): void {
		const found = this.all.get(keyOf(key));
		if (!found) return;
		found.subscribers = (found.subscribers ?? []).filter((one) => !isSame(one, subscriber));
		if (found.subscribers.length === 0) this.remove(key);
	}

	/** Whether an event about a file, an approval, a calendar and the like stays away from the app for want of a subscription. */
	lacks(appId: string, type: string, event: object): boolean {
		const need = needed(type, event as Json);
		if (!need) return false;
		const { kind, resource } = need;
		return resource === undefined
			? !this.list().some((one) => one.app_id === appId && one.kind === kind)
			: !this.has({ app_id: appId, kind, resource });
	}
}
