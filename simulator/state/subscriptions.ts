/** What an app subscribes to one by one, in addition to the events that its console lists. */
export type SubscriptionKind =
	| 'drive.file'
	| 'drive.user'
	| 'approval'
	| 'calendar.list'
	| 'calendar.events'
	| 'calendar.acls'
	| 'task';

export interface Subscription {
	app_id: string;
	kind: SubscriptionKind;
	/** A file, folder, approval or calendar; empty where the kind says all. */
	resource: string;
	/** Only this event, in the short form of the request for folders. */
	event_type?: string;
	file_type?: string;
	/** Milliseconds. */
	created_at: number;
}

type Json = Record<string, unknown>;
type Needed = Pick<Subscription, 'kind' | 'resource'>;

const APPROVAL_EVENTS = ['approval_instance', 'approval_task', 'approval_cc'];

/** The subscription that an event needs; nothing where the event needs none or names no resource. */
function needed(type: string, event: Json): Needed | undefined {
	const of = (kind: SubscriptionKind, resource: unknown): Needed | undefined =>
		typeof resource === 'string' && resource !== '' ? { kind, resource } : undefined;
	if (type === 'drive.file.created_in_folder_v1') return of('drive.file', event.folder_token);
	if (type.startsWith('drive.file.')) return of('drive.file', event.file_token);
	if (APPROVAL_EVENTS.includes(type)) return of('approval', event.approval_code);
	return undefined;
}

const keyOf = ({ app_id, kind, resource }: Pick<Subscription, 'app_id' | 'kind' | 'resource'>) =>
	JSON.stringify([app_id, kind, resource]);

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

	/** Whether an event about a file or an approval stays away from the app for want of a subscription. */
	lacks(appId: string, type: string, event: object): boolean {
		const need = needed(type, event as Json);
		return need !== undefined && !this.has({ app_id: appId, ...need });
	}
}
