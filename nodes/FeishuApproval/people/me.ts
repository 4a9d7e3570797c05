import { text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';

export const ME = 'GET /open-apis/authen/v1/user_info';

const known = new WeakMap<FeishuClient, Promise<string>>();

/** The open_id of the person who acts. @see https://open.feishu.cn/document/server-docs/authentication-management/login-state-management/get */
export async function openIdOfMe(feishu: FeishuClient): Promise<string> {
	const asked = known.get(feishu) ?? feishu.call(ME).then(({ open_id }) => text(open_id));
	known.set(feishu, asked);
	return await asked;
}
