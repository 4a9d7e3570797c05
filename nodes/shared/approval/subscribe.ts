import { codeOf } from '../../../feishu/api/call';
import type { FeishuClient } from '../client/client';

export const SUBSCRIBE_APPROVAL = 'POST /open-apis/approval/v4/approvals/:approval_code/subscribe';

/** "subscription existed". @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/approval-v4/approval/subscribe */
const IS_SUBSCRIBED = 1390007;

/** Lets the app hear what becomes of the instances of a definition. @returns false where it was subscribed before @throws CallError */
export async function subscribeToDefinition(feishu: FeishuClient, approval_code: string): Promise<boolean> {
	return await feishu.call(SUBSCRIBE_APPROVAL, { path: { approval_code }, idempotent: true }).then(
		() => true,
		(error: unknown) => {
			if (codeOf(error) === IS_SUBSCRIBED) return false;
			throw error;
		},
	);
}
