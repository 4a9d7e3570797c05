import { defineRoute, type Route } from '../gateway/route';
import type { Tier } from '../platform/rate';
import type { SubscriptionKind } from '../state/subscriptions';

interface Subscribable {
	kind: SubscriptionKind;
	path: string;
	/** The ends of the two paths, where it is not POST and DELETE of one. */
	verbs?: readonly [subscribe: string, unsubscribe: string];
	tokens?: Route['tokens'];
	tier?: Tier;
	scopes: readonly string[];
}

const VERBS = ['subscription', 'unsubscription'] as const;

/** Sources: the API Explorer of each, which gives a person's token for all but the help desk. */
const SUBSCRIBABLE: readonly Subscribable[] = [
	{ kind: 'minutes', path: 'minutes/v1/minutes', verbs: VERBS, scopes: ['minutes:minutes.basic:read'] },
	{ kind: 'vc.meetings', path: 'vc/v1/meetings', verbs: VERBS, scopes: ['vc:meeting.meetingevent:read'] },
	{ kind: 'vc.notes', path: 'vc/v1/notes', verbs: VERBS, scopes: ['vc:note:read'] },
	{ kind: 'vc.recordings', path: 'vc/v1/recordings', verbs: VERBS, scopes: [] },
	{
		kind: 'mail',
		path: 'mail/v1/user_mailboxes/:user_mailbox_id/event',
		verbs: ['subscribe', 'unsubscribe'],
		tier: 6,
		scopes: ['mail:event'],
	},
	{
		kind: 'helpdesk',
		path: 'helpdesk/v1/events',
		verbs: ['subscribe', 'unsubscribe'],
		tokens: ['tenant'],
		scopes: ['helpdesk:all:readonly'],
	},
];

export const personalSubscriptionRoutes: readonly Route[] = SUBSCRIBABLE.flatMap(
	({ kind, path, verbs, tokens = ['user'], tier, scopes }) => {
		const [subscribe, unsubscribe] = verbs ? verbs.map((verb) => `/open-apis/${path}/${verb}`) : [];
		return [
			defineRoute({
				method: 'POST',
				path: subscribe ?? `/open-apis/${path}`,
				tokens,
				tier,
				scopes,
				handle({ platform: { store }, app }) {
					store.subscriptions.add({ app_id: app.app_id, kind, resource: '', created_at: store.clock.now() });
					return { data: {} };
				},
			}),
			defineRoute({
				method: unsubscribe ? 'POST' : 'DELETE',
				path: unsubscribe ?? `/open-apis/${path}`,
				tokens,
				tier,
				scopes,
				handle({ platform: { store }, app }) {
					store.subscriptions.remove({ app_id: app.app_id, kind, resource: '' });
					return { data: {} };
				},
			}),
		];
	},
);
