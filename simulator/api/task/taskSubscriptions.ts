import { oneOf } from '../../platform/validate';
import { USER_ID_TYPES } from '../../platform/ids';
import { defineRoute } from '../../gateway/route';
import { subscriberOf } from '../../events/taskEvents';

/**
 * For task.task.update_user_access_v2; again is fine, and there is no way back.
 * Source: https://open.feishu.cn/api-explorer?apiName=task_subscription&project=task&resource=task_v2&version=v2
 */
export const taskSubscriptionRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/task/v2/task_v2/task_subscription',
		tokens: ['tenant', 'user'],
		scopes: ['task:task:read'],
		tier: 7,
		query: { user_id_type: oneOf(USER_ID_TYPES) },
		handle({ platform: { store }, app, by }) {
			const resource = subscriberOf(by);
			store.subscriptions.add({ app_id: app.app_id, kind: 'task', resource, created_at: store.clock.now() });
			return { data: {} };
		},
	}),
];
