import { oneOf, required } from '../../platform/validate';
import type { PersonalKind } from '../../state/subscriptions';
import { openIdOf } from '../../state/operator';
import { approvalRoute, V4 } from './approvalRoute';

const TYPE = oneOf(['INVOLVED_APPROVAL', 'MANAGED_APPROVAL']);

/** Subscriptions of people to what they have to do with, or manage, whatever its definition. Source: the API Explorer */
const of = (kind: PersonalKind, things: string, scope: string) => [
	approvalRoute({
		method: 'POST',
		path: `${V4}/${things}/subscription`,
		...{ tokens: ['user'], scopes: [scope], tier: 7, body: { subscription_type: required(TYPE) } },
		handle({ platform: { store }, app, by, body }) {
			const key = { app_id: app.app_id, kind, resource: '' };
			store.subscriptions.add({ ...key, created_at: store.clock.now() });
			store.subscriptions.enter(key, { open_id: openIdOf(by), type: body.subscription_type });
			return { data: {} };
		},
	}),
	approvalRoute({
		method: 'DELETE',
		path: `${V4}/${things}/subscription`,
		...{ tokens: ['user'], scopes: [scope], tier: 7, query: { subscription_type: TYPE } },
		handle({ platform: { store }, app, by, query }) {
			const key = { app_id: app.app_id, kind, resource: '' };
			store.subscriptions.leave(key, { open_id: openIdOf(by), type: query.subscription_type });
			return { data: {} };
		},
	}),
];

export const approvalPersonalRoutes = [
	...of('approval.instances', 'instances', 'approval:instance:read'),
	...of('approval.tasks', 'tasks', 'approval:task:read'),
];
