import { calendarOf } from '../../calendar/access';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import type { SubscriptionKind } from '../../state/subscriptions';
import { calendarRoute } from './calendarRoute';

interface Subscribable {
	kind: SubscriptionKind;
	/** Of the two endpoints, without `subscription` and `unsubscription`. */
	path: string;
	scopes: readonly string[];
	/** An app's too, by the API Explorer. */
	tokens?: readonly ['tenant', 'user'];
}

const SCOPES = ['calendar:calendar', 'calendar:calendar:readonly'];
const ALL = '/open-apis/calendar/v4/calendars';
const ONE = `${ALL}/:calendar_id`;

const SUBSCRIBABLE: readonly Subscribable[] = [
	{ kind: 'calendar.list', path: ALL, scopes: [...SCOPES, 'calendar:calendar:read'] },
	{
		kind: 'calendar.events',
		path: `${ONE}/events`,
		scopes: [...SCOPES, 'calendar:calendar.event:read'],
		tokens: ['tenant', 'user'],
	},
	{ kind: 'calendar.acls', path: `${ONE}/acls`, scopes: [...SCOPES, 'calendar:calendar.acl:read'] },
];

/** Of a calendar its own id, also where it is named `primary`. */
const resourceOf = (store: Store, by: Operator, id = ''): string =>
	id === 'primary' ? calendarOf(store, by, id).calendar_id : id;

/**
 * For user tokens, those of events for an app's as well. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/subscription,
 * …/calendar-event/subscription and …/calendar-acl/subscription
 */
export const calendarSubscriptionRoutes = SUBSCRIBABLE.flatMap(({ kind, path, scopes, tokens = ['user'] }) => [
	calendarRoute({
		method: 'POST',
		path: `${path}/subscription`,
		tokens,
		scopes,
		handle({ platform: { store }, app, by, params }) {
			const resource = resourceOf(store, by, params.calendar_id);
			store.subscriptions.add({ app_id: app.app_id, kind, resource, created_at: store.clock.now() });
			return { data: {} };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: `${path}/unsubscription`,
		tokens,
		scopes,
		handle({ platform: { store }, app, by, params }) {
			store.subscriptions.remove({ app_id: app.app_id, kind, resource: resourceOf(store, by, params.calendar_id) });
			return { data: {} };
		},
	}),
]);
