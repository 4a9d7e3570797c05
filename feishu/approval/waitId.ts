/**
 * The uuid of an approval that an execution waits for: with it the event of the decision says which execution that is, so
 * that nothing has to be stored anywhere else. It goes by 64 characters at most.
 * @see https://open.feishu.cn/document/server-docs/approval-v4/instance/create `uuid`
 */
import { createHmac, randomBytes } from 'node:crypto';

/** How one of n8n's executions is resumed. */
export interface Resumption {
	/** Digits. */
	executionId: string;
	/** n8n's, which its address is checked by: 64 hex digits; all of them 0 where n8n has none. */
	token: string;
}

const PREFIX = 'n8n-';
const SALT_BYTES = 4;
const TOKEN = /^[0-9a-f]{64}$/;
const WAIT_ID = /^n8n-([\w-]{6})([\w-]{43})([0-9a-z]{1,11})$/;

/**
 * A new one. Whoever may read the approval sees it, so the token is hidden with the app secret: n8n would let anybody with
 * it go on with other waits of the same execution. One execution may wait several times, each under another uuid.
 * @returns 54 to 64 characters; undefined where n8n's numbers or tokens are of another kind
 */
export function newWaitId(appSecret: string, { executionId, token }: Resumption): string | undefined {
	const number = Number(executionId);
	if (!/^\d+$/.test(executionId) || !Number.isSafeInteger(number) || !TOKEN.test(token)) return undefined;
	const salt = randomBytes(SALT_BYTES).toString('base64url');
	const hidden = masked(Buffer.from(token, 'hex'), appSecret, salt, executionId);
	return `${PREFIX}${salt}${hidden.toString('base64url')}${number.toString(36)}`;
}

/** Which execution it is of; undefined for any other uuid. With another app secret the token is a wrong one, which n8n refuses. */
export function readWaitId(appSecret: string, uuid: string): Resumption | undefined {
	const [, salt, hidden, number] = WAIT_ID.exec(uuid) ?? [];
	if (salt === undefined || hidden === undefined || number === undefined) return undefined;
	const executionId = String(parseInt(number, 36));
	const token = masked(Buffer.from(hidden, 'base64url'), appSecret, salt, executionId);
	return { executionId, token: token.toString('hex') };
}

/** Whether an execution waits for the approval with this uuid, as far as its form says. */
export const isWaitId = (uuid: string): boolean => WAIT_ID.test(uuid);

/** A token of 32 bytes and a key of as many, which is used once. Applied twice it is the token again. */
function masked(token: Buffer, appSecret: string, salt: string, executionId: string): Buffer {
	const key = createHmac('sha256', appSecret)
		.update(`n8n-nodes-feishu-openapi approval ${salt} ${executionId}`)
		.digest();
	return Buffer.from(token.map((byte, at) => byte ^ (key[at] ?? 0)));
}
