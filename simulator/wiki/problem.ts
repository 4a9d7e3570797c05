import { PlatformError } from '../platform/envelope';

const refusal =
	(code: number, msg: string) =>
	(more = '') =>
		new PlatformError(code, more === '' ? msg : `${msg}: ${more}`);

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-overview and the pages of the endpoints */
export const refused = {
	params: refusal(131002, 'param err'),
	limit: refusal(131003, 'out of limit'),
	user: refusal(131004, 'invalid user'),
	notFound: refusal(131005, 'not found'),
	denied: refusal(131006, 'permission denied'),
	exists: refusal(131008, 'already exist'),
	contention: refusal(131009, 'lock contention, please retry later.'),
	olderDocument: refusal(131010, 'doc type is deprecated, please use docx.'),
	approval: refusal(131011, 'the operation needs an approval'),
	/** What spaces of a kind don't take, such as members of a public one. */
	kind: refusal(131101, 'invalid operation'),
};

const WORDS = {
	space: 'wiki space permission denied',
	node: 'node permission denied',
	source: 'no source parent node permission',
	target: 'no destination parent node permission',
} as const;

/** On what a right is missing, which the message alone says. */
export const lacking = (what: keyof typeof WORDS, right: 'read' | 'edit' | 'manage') =>
	refused.denied(`${WORDS[what]}, tenant needs ${right} permission`);
