import { strayId } from './idKinds';
import { InputError } from './input';

/** The kinds of id under which a receiver is known. @see https://open.feishu.cn/document/home/user-identity-introduction/introduction */
export type ReceiveIdType = 'open_id' | 'union_id' | 'user_id' | 'email' | 'chat_id';
export type UserIdType = 'open_id' | 'union_id' | 'user_id';

const PREFIXES: ReadonlyArray<readonly [string, ReceiveIdType]> = [
	['ou_', 'open_id'],
	['on_', 'union_id'],
	['oc_', 'chat_id'],
];

/** The kind of a person's id by its form: open_id (ou_…), union_id (on_…), else a user_id, whose form the administrator chooses. */
export function userIdType(id: string): UserIdType {
	const type = receiverType(id);
	return type === 'open_id' || type === 'union_id' ? type : 'user_id';
}

/** The kind of a receiver by its form; an address with @ is an e-mail. */
export function receiverType(id: string): ReceiveIdType {
	const known = PREFIXES.find(([prefix]) => id.startsWith(prefix));
	if (known) return known[1];
	return id.includes('@') ? 'email' : 'user_id';
}

/** Forms of ids that are checked before a call, so that a mix-up is told in words. */
const FORMS = {
	message: { pattern: /(?:^|[^\w-])(om_[\w-]+)/, example: 'om_dc13264520392913993dd051dba21dcf', name: 'message ID' },
	chat: { pattern: /(?:^|[^\w-])(oc_[\w-]+)/, example: 'oc_a0553eda9014c201e6969b478895c230', name: 'chat ID' },
	thread: { pattern: /(?:^|[^\w-])(omt_[\w-]+)/, example: 'omt_1a3b99f9d2cfd982', name: 'thread ID' },
	openId: { pattern: /(?:^|[^\w-])(ou_[\w-]+)/, example: 'ou_7d8a6e6df7621556ce0d21922b676706', name: 'open_id' },
	batchMessage: {
		pattern: /(?:^|[^\w-])(bm[-_][\w-]+)/,
		example: 'bm-dc13264520392913993dd051dba21dcf',
		name: 'batch message ID',
	},
} as const;

export type IdForm = keyof typeof FORMS;

/**
 * The id in what a person entered: the bare id, or a link that holds it.
 * @param field the name shown on the panel
 * @throws InputError when it is empty or has another form
 */
export function checkId(form: IdForm, value: string, field: string): string {
	const { pattern, example, name } = FORMS[form];
	const id = pattern.exec(value)?.[1];
	if (id !== undefined) return id;
	const looks = `A ${name} looks like ${example}`;
	if (value === '') throw new InputError(field, `The field '${field}' is empty`, looks);
	const stray = strayId(value);
	throw new InputError(
		field,
		`The field '${field}' holds no ${name}: ${value.slice(0, 60)}`,
		stray ? `${stray}. ${looks}` : looks,
	);
}

/** Patterns that find an id in a link, for fields that accept one. */
export const LINK_PATTERNS = {
	/** A chat's share link or applink that carries the id. */
	chat: '(oc_[0-9a-zA-Z_-]+)',
	message: '(om_[0-9a-zA-Z_-]+)',
} as const;
