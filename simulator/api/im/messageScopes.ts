import { PlatformError } from '../../platform/envelope';
import { hasScope } from '../../platform/scopes';
import type { Chat } from '../../state/chats';
import type { Operator } from '../../state/operator';

/** What reading takes beside the endpoint's own scope; the second of each list is in public consoles and in no page. */
const READ = {
	app: { group: ['im:message.group_msg', 'im:message.group_msg:readonly'], p2p: undefined },
	person: { group: ['im:message.group_msg:get_as_user'], p2p: ['im:message.p2p_msg:get_as_user'] },
} as const;

const SEND_SYSTEM = ['im:message:send_sys_msg'];
const SEND_AS_PERSON = ['im:message.send_as_user'];

function require(by: Operator, scopes: readonly string[] | undefined): void {
	if (scopes === undefined || hasScope(by, scopes)) return;
	throw new PlatformError(230027, `Lack of necessary permissions, ext=need scope: ${scopes[0] ?? ''}.`);
}

/**
 * 230027, which names the scope, for messages of groups without the scope for them.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/list
 */
export const requireReadScope = (by: Operator, { chat_type: type }: Chat) =>
	require(by, READ[by.user ? 'person' : 'app'][type]);

/** The same for a person who writes, and for system messages. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create */
export function requireSendScope(by: Operator, msgType?: string): void {
	if (by.user) require(by, SEND_AS_PERSON);
	if (msgType === 'system') require(by, SEND_SYSTEM);
}
