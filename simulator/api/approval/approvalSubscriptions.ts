import { PlatformError } from '../../platform/envelope';
import { type Call, defineRoute } from '../../gateway/route';

const SCOPES = ['approval:approval', 'approval:definition'];
/** The simulator keeps no approvals: every code of their shape is one. */
const APPROVAL_CODE = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;

function keyOf({ app, params }: Call) {
	const code = params.approval_code ?? '';
	if (!APPROVAL_CODE.test(code)) throw new PlatformError(1390002, 'approval code not found');
	return { app_id: app.app_id, kind: 'approval', resource: code } as const;
}

/**
 * An app subscribes to an approval once, a second time is refused.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/approval-v4/approval/subscribe and unsubscribe
 */
export const approvalSubscriptionRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/approval/v4/approvals/:approval_code/subscribe',
		scopes: SCOPES,
		tier: 8,
		handle(call) {
			const { store } = call.platform;
			if (!store.subscriptions.add({ ...keyOf(call), created_at: store.clock.now() }))
				throw new PlatformError(1390007, 'subscription existed');
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/approval/v4/approvals/:approval_code/unsubscribe',
		scopes: SCOPES,
		tier: 3,
		handle(call) {
			call.platform.store.subscriptions.remove(keyOf(call));
			return { data: {} };
		},
	}),
];
