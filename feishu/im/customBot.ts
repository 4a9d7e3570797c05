import { createHash, createHmac } from 'node:crypto';

import { readAnswer, type Answer, type Outcome } from '../api/envelope';
import type { RateLimit } from '../api/governor';
import { InputError, pasted } from '../input';
import { parseObject, type JsonObject } from '../json';
import { isLoopback } from '../api/regions';

/**
 * A group's custom bot: an incoming webhook without app and token. Its address is all that it takes to write to the
 * group, so it is a secret as a whole.
 * @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export const CUSTOM_BOT_ENDPOINT = 'POST /open-apis/bot/v2/hook/:hook_id';

/** Of one bot, whoever writes with it. @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
export const CUSTOM_BOT_TIER: readonly RateLimit[] = [
	{ count: 100, windowMs: 60_000 },
	{ count: 5, windowMs: 1000 },
];

/** What the credential holds. */
export interface CustomBot {
	/** As `hookUrl` gives it. */
	address: string;
	/** Empty where the bot checks no signature. */
	secret: string;
}

const FIELD = 'Webhook URL';
const HOOK_PATH = /\/open-apis\/bot\/v2\/hook\/([^/]+)\/?$/;
const WHERE = 'Copy it in Feishu: the group → Settings → Bots → the custom bot';

/** Addresses that people take for it. */
const OTHER_PATHS: ReadonlyArray<readonly [RegExp, string, string]> = [
	[
		/\/open-apis\/bot\/hook\//,
		'is one of the first version, which takes plain text only',
		'Add a custom bot to the group anew: its address holds /bot/v2/hook/',
	],
	[
		/\/flow\/api\/trigger-webhook\//,
		'starts a Feishu automation and writes nothing to a group by itself',
		'Call it with the HTTP Request node, or add a custom bot to the group: Settings → Bots → Add Bot → Custom Bot',
	],
];

/**
 * The address of a custom bot, of Feishu, Lark or any other host.
 * @throws InputError when it can't be one; never holds the address
 */
export function hookUrl(text: string): string {
	const trimmed = text.trim();
	if (trimmed === '') throw new InputError(FIELD, `The '${FIELD}' of the credential is empty`, WHERE);
	const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
	if (!url || !['http:', 'https:'].includes(url.protocol))
		throw new InputError(FIELD, `The '${FIELD}' of the credential is not a web address`, WHERE);
	if (url.username || url.password || url.search || url.hash)
		throw new InputError(
			FIELD,
			`The '${FIELD}' of the credential holds more than an address`,
			'Leave out user names, passwords, ? and # parts',
		);
	if (url.protocol === 'http:' && !isLoopback(url.hostname))
		throw new InputError(
			FIELD,
			`The '${FIELD}' of the credential must start with https://`,
			'Plain http would show it to the network; it is accepted for this machine only (127.0.0.1, localhost)',
		);
	if (HOOK_PATH.test(url.pathname)) return `${url.origin}${url.pathname.replace(/\/$/, '')}`;
	const [, what, advice] = OTHER_PATHS.find(([path]) => path.test(url.pathname)) ?? [];
	throw new InputError(
		FIELD,
		`The '${FIELD}' of the credential ${what ?? 'is not that of a custom bot'}`,
		advice ?? `${WHERE}. It ends in /open-apis/bot/v2/hook/ and an ID`,
	);
}

/** The bot of a credential. @throws InputError as `hookUrl` */
export function readBot({ secretWebhookUrl, secret }: JsonObject): CustomBot {
	return { address: hookUrl(pasted(secretWebhookUrl)), secret: pasted(secret) };
}

/** The bot's limits are kept under this key, from which nobody gets back to the address. */
export function hookKey(url: string): string {
	return `custom bot ${createHash('sha256').update(url, 'utf8').digest('hex')}`;
}

/** Replaces the bot's address, its ID and its secret wherever a text shows them. */
export function withoutBot(text: string, { address, secret }: CustomBot): string {
	const id = HOOK_PATH.exec(address)?.[1] ?? '';
	return [address, id, secret].filter((one) => one !== '').reduce((rest, one) => rest.replaceAll(one, '…'), text);
}

/**
 * The signature of a message: HMAC-SHA256 over nothing, whose key is the timestamp, a line feed and the secret.
 * @param timestamp seconds since 1970; the platform takes those of the last hour
 * @returns base64
 */
export function hookSignature(timestamp: string, secret: string): string {
	return createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
}

/** The body with its signature; as it is where the bot checks none. @param nowMs milliseconds since 1970 */
export function signedMessage(body: JsonObject, secret: string, nowMs: number): JsonObject {
	if (secret === '') return body;
	const timestamp = String(Math.floor(nowMs / 1000));
	return { timestamp, sign: hookSignature(timestamp, secret), ...body };
}

/**
 * Whether a message was sent. The answer comes with HTTP 200 whatever happened; bots of long ago give StatusCode and
 * StatusMessage in place of code and msg. An answer with neither comes from somebody else.
 */
export function readHookAnswer(answer: Answer): Outcome<true> {
	const whole = parseObject(answer.body);
	const code = whole?.code ?? whole?.StatusCode;
	if (whole && typeof code !== 'number') return somebodyElse(answer);
	const named = whole && { ...whole, code, msg: whole.msg ?? whole.StatusMessage };
	const outcome = readAnswer(named ? { ...answer, body: JSON.stringify(named) } : answer);
	return outcome.ok ? { ok: true, value: true } : outcome;
}

function somebodyElse({ status, body }: Answer): Outcome<never> {
	const failure = { kind: 'http', delivered: true, status, msg: body.slice(0, 120) } as const;
	return { ok: false, failure: { ...failure, scopes: [], fieldViolations: [], helps: [] } };
}
