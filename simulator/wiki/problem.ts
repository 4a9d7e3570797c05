import { PlatformError } from '../platform/envelope';

const refusal =
	(code: number, msg: string) =>
	(more = '') =>
		new PlatformError(code, more === '' ? msg : `${msg}: ${more}`);

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-overview and the pages of the endpoints */
export const refused = {
	params: refusal(131002, 'param err'),
	limit: refusal(131003, 'exceed limit'),
	user: refusal(131004, 'invalid user'),
	notFound: refusal(131005, 'not found'),
	denied: refusal(131006, 'permission denied'),
	exists: refusal(131008, 'already exist'),
	contention: refusal(131009, 'lock contention'),
	olderDocument: refusal(131010, 'create old doc is not supported'),
	approval: refusal(131011, 'the operation needs an approval'),
	publicSpace: refusal(131101, 'public wiki space does not support this operation'),
};

/** In words which right on what is missing, as only the message says. */
export const lacking = (what: 'space' | 'node' | 'parent node' | 'document', right: 'read' | 'edit' | 'manage') =>
	refused.denied(`wiki ${what} permission denied, tenant needs ${right} permission`);
