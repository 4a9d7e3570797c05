import { definitionOf } from '../../approval/definitions';
import { refused } from '../../approval/problem';
import type { Call } from '../../gateway/route';
import { approvalRoute } from './approvalRoute';

const SCOPES = ['approval:approval', 'approval:definition'];

function keyOf({ app, params, platform: { store } }: Call) {
	const resource = definitionOf(store, params.approval_code ?? '').approval_code;
	return { app_id: app.app_id, kind: 'approval', resource } as const;
}

/**
 * An app subscribes to an approval once; a second time is refused, as is a second end.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/approval-v4/approval/subscribe and unsubscribe
 */
export const approvalSubscriptionRoutes = [
	approvalRoute({
		method: 'POST',
		path: '/open-apis/approval/v4/approvals/:approval_code/subscribe',
		scopes: SCOPES,
		tier: 8,
		handle(call) {
			const { store } = call.platform;
			if (!store.subscriptions.add({ ...keyOf(call), created_at: store.clock.now() })) throw refused.subscribed();
			return { data: {} };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: '/open-apis/approval/v4/approvals/:approval_code/unsubscribe',
		scopes: SCOPES,
		tier: 3,
		handle(call) {
			if (!call.platform.store.subscriptions.remove(keyOf(call))) throw refused.notSubscribed();
			return { data: {} };
		},
	}),
];
