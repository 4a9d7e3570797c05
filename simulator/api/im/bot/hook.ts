import { createHmac } from 'node:crypto';
import { BlockList, isIPv4 } from 'node:net';
import type { CustomBot } from '../../../state/im';
import type { Platform } from '../../../gateway/platform';
import { minute, second } from '../../../platform/rate';
import { type Call, defineRoute } from '../../../gateway/route';
import { contentOf, hookError, wordsOf } from './hookContent';

const KB = 1024;
const MAX_BODY = 20 * KB;
const LARGE_BODY = 30 * KB;
const HOUR_SECONDS = 3600;
const LIMITS = [minute(100), second(5)];

function botOf({ store }: Platform, id: string | undefined) {
	const bot = store.im.customBots.get(id ?? '');
	const chat = bot && store.im.chats.get(bot.chat_id);
	if (!chat) throw hookError(19001, 'param invalid: incoming webhook access token invalid');
	return { bot, chat };
}

function bodyOf(raw: Buffer): Record<string, unknown> {
	try {
		const body: unknown = JSON.parse(raw.toString('utf8'));
		if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
	} catch {
		// Refused below like JSON that is not an object.
	}
	throw hookError(9499, 'Bad Request');
}

/** Base64 of an HMAC-SHA256 over nothing, whose key is the seconds, a line feed and the secret. */
export const hookSignature = (timestamp: string, secret: string): string =>
	createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');

function checkSignature({ clock }: Platform, bot: CustomBot, body: Record<string, unknown>): void {
	if (bot.secret === undefined) return;
	const timestamp = String(body.timestamp ?? '');
	const age = Math.abs(clock.now() / 1000 - Number(timestamp));
	if (!/^\d+$/.test(timestamp) || age > HOUR_SECONDS || body.sign !== hookSignature(timestamp, bot.secret))
		throw hookError(19021, 'sign match fail or timestamp is not within one hour from current time');
}

/** `1.2.3.4`, `1.2.3.*` or `1.2.3.0/24`. */
function isListed(list: readonly string[], ip: string): boolean {
	const address = ip.replace(/^::ffff:/, '');
	if (!isIPv4(address)) return false;
	const allowed = new BlockList();
	for (const entry of list) {
		const stars = entry.split('.').filter((part) => part === '*').length;
		const [net = '', bits] = entry.replaceAll('*', '0').split('/');
		if (isIPv4(net)) allowed.addSubnet(net, bits === undefined ? 32 - 8 * stars : Number(bits));
	}
	return allowed.check(address);
}

/** The bot's own settings: signature, addresses, keywords. */
function checkSettings(platform: Platform, bot: CustomBot, body: Record<string, unknown>, ip: string): void {
	checkSignature(platform, bot, body);
	if (bot.ip_list.length > 0 && !isListed(bot.ip_list, ip)) throw hookError(19022, 'Ip Not Allowed');
	const words = wordsOf([body.content, body.card]);
	if (bot.keywords.length > 0 && !bot.keywords.some((keyword) => words.some((word) => word.includes(keyword))))
		throw hookError(19024, 'Key Words Not Found');
}

/** The bot of an address that has not been posted to too often. */
function paced(platform: Platform, hookId: string | undefined) {
	const found = botOf(platform, hookId);
	if (!platform.rate.allows(`hook ${found.bot.hook_id}`, LIMITS))
		throw hookError(11232, 'frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]');
	return found;
}

function send({ platform, params, raw, ip }: Call) {
	const { store } = platform;
	const { bot, chat } = paced(platform, params.hook_id);
	// The guide has 9499 for what is too large; people have met 19036 with bodies of 30 KB.
	if (raw.length > MAX_BODY && raw.length <= LARGE_BODY) throw hookError(9499, 'Bad Request');
	if (raw.length > MAX_BODY) throw hookError(19036, 'the request body is too large');
	const body = bodyOf(raw);
	checkSettings(platform, bot, body, ip);
	const accepted = contentOf(store, bot, chat, body);
	store.im.addMessage(chat, { ...accepted, sender: { id: bot.app_id, id_type: 'app_id', sender_type: 'app' } });
	return { top: { StatusCode: 0, StatusMessage: 'success', data: {}, msg: 'success' } };
}

/** Addresses of the first version take a title and a text, check nothing else, and answer without a code. */
function sendOld({ platform, params, raw }: Call) {
	const { bot, chat } = paced(platform, params.hook_id);
	const { title = '', text } = bodyOf(raw);
	if (typeof text !== 'string' || text === '' || typeof title !== 'string') throw hookError(9499, 'Bad Request');
	const content = JSON.stringify({ text: title === '' ? text : `${title}\n${text}` });
	const sender = { id: bot.app_id, id_type: 'app_id', sender_type: 'app' } as const;
	platform.store.im.addMessage(chat, { msg_type: 'text', content, sender });
	const answer = JSON.stringify({ Extra: null, StatusCode: 0, StatusMessage: 'success' });
	return { bytes: Buffer.from(answer), contentType: 'application/json; charset=utf-8' };
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ucTM5YjL3ETO24yNxkjN */
export const hookRoutes = [
	defineRoute({ method: 'POST', path: '/open-apis/bot/hook/:hook_id', auth: 'none', handle: sendOld }),
	defineRoute({ method: 'POST', path: '/open-apis/bot/v2/hook/:hook_id', auth: 'none', handle: send }),
];
