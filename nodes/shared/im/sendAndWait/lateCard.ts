import { sleep, type ITriggerFunctions } from 'n8n-workflow';

import type { App } from '../../../../feishu/api/app';
import { fillPath, parseEndpoint, type HttpMethod } from '../../../../feishu/api/endpoint';
import { readAnswer, type Answer } from '../../../../feishu/api/envelope';
import type { JsonObject } from '../../../../feishu/json';
import { networkCode } from '../../../../feishu/api/network';
import { openApiOrigin } from '../../../../feishu/api/regions';
import { readTokens, signIn, TokenError } from '../../../../feishu/api/tokens';
import { httpPost } from '../../triggers/longConnection/connect';

export const UPDATE_CARD = 'PATCH /open-apis/im/v1/messages/:message_id';
const UPDATE_CLICKED_CARD = 'POST /open-apis/interactive/v1/card/update';

const TRIES = 3;
const BETWEEN_MS = 1_000;

/** What a trigger or a webhook still has after it has answered. */
export interface Surroundings {
	helpers: Pick<ITriggerFunctions['helpers'], 'httpRequest'>;
	logger: Pick<ITriggerFunctions['logger'], 'warn'>;
}

/**
 * The platform by bare requests: cards change after a trigger or webhook has answered, when nothing is certain but the
 * helper for requests.
 */
export interface BarePlatform {
	app: App;
	context: Surroundings;
}

/**
 * Changes a card after the callback was answered, by the token of the click: within 30 minutes, twice at most. The
 * platform takes it only after it has the answer to the click. Never rejects: the answer counts without it.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-card/delay-update-message-card
 */
export async function changeClickedCard(
	platform: BarePlatform,
	{ token, messageId }: { token: string; messageId: string },
	card: JsonObject,
): Promise<void> {
	await sleep(BETWEEN_MS);
	await change(platform, UPDATE_CLICKED_CARD, messageId, { token, card });
}

/**
 * Changes the card of a message. Never rejects.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-card/patch
 */
export async function changeCardOf(messageId: string, platform: BarePlatform, card: JsonObject): Promise<void> {
	await change(platform, UPDATE_CARD, messageId, { content: JSON.stringify(card) });
}

async function change(platform: BarePlatform, endpoint: string, messageId: string, body: JsonObject): Promise<void> {
	const { logger } = platform.context;
	const { method, path } = parseEndpoint(endpoint);
	const url = `${openApiOrigin(platform.app)}${fillPath(path, { message_id: messageId })}`;
	const request = { method, url, body };
	let token: string | undefined;
	let why = '';
	for (let tries = 1; tries <= TRIES; tries++) {
		if (tries > 1) await sleep(BETWEEN_MS * tries);
		try {
			token ??= await newToken(platform);
			const outcome = readAnswer(await send(platform, { ...request, headers: { Authorization: `Bearer ${token}` } }));
			if (outcome.ok) return;
			const { code, msg, status } = outcome.failure;
			why = `Feishu says: ${msg} (${code === undefined ? `HTTP ${status}` : `code ${code}`})`;
		} catch (error) {
			why = error instanceof TokenError ? error.message : `No answer (${networkCode(error) ?? 'not sent'})`;
			if (error instanceof TokenError && !error.temporary) break;
		}
	}
	logger.warn(`The card of an answered question could not be changed and keeps its buttons: ${why}`, {
		message_id: messageId,
	});
}

/** @throws TokenError with the platform's own words */
async function newToken(platform: BarePlatform): Promise<string> {
	const answer = await send(platform, signIn(platform.app));
	return readTokens(answer, Date.now()).tenantAccessToken;
}

interface BareRequest {
	method: HttpMethod;
	url: string;
	body: JsonObject;
	headers?: Record<string, string>;
}

async function send({ context }: BarePlatform, request: BareRequest): Promise<Answer> {
	const headers = { 'Content-Type': 'application/json; charset=utf-8', ...request.headers };
	const post = httpPost(context, { method: request.method === 'PATCH' ? 'PATCH' : 'POST' });
	return { ...(await post(request.url, JSON.stringify(request.body), headers)), headers: {} };
}
