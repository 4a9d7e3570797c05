import { sleep, type ICredentialDataDecryptedObject, type ITriggerFunctions } from 'n8n-workflow';

import { fillPath, parseEndpoint, type HttpMethod } from '../../../../feishu/api/endpoint';
import { readAnswer, type Answer } from '../../../../feishu/api/envelope';
import type { JsonObject } from '../../../../feishu/json';
import { networkCode } from '../../../../feishu/api/network';
import { openApiOrigin, type Region } from '../../../../feishu/api/regions';
import { readTokens, SIGN_IN_PATH, TokenError } from '../../../../feishu/api/tokens';
import { httpPost } from '../../triggers/longConnection/connect';
import { sealKeyOf } from './state';

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
	credentials: ICredentialDataDecryptedObject;
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
	const request = { method, path: fillPath(path, { message_id: messageId }), body };
	let token: string | undefined;
	let why = '';
	for (let tries = 1; tries <= TRIES; tries++) {
		if (tries > 1) await sleep(BETWEEN_MS * tries);
		try {
			token ??= await signIn(platform);
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
async function signIn(platform: BarePlatform): Promise<string> {
	const { appId, appSecret } = sealKeyOf(platform.credentials);
	const body = { app_id: appId, app_secret: appSecret };
	const answer = await send(platform, { method: 'POST', path: SIGN_IN_PATH, body });
	return readTokens(answer, Date.now()).tenantAccessToken;
}

interface BareRequest {
	method: HttpMethod;
	path: string;
	body: JsonObject;
	headers?: Record<string, string>;
}

async function send({ credentials, context }: BarePlatform, request: BareRequest): Promise<Answer> {
	const { region, baseUrl } = credentials;
	const url = `${openApiOrigin({ region: region as Region, baseUrl: String(baseUrl ?? '') })}${request.path}`;
	const headers = { 'Content-Type': 'application/json; charset=utf-8', ...request.headers };
	const post = httpPost(context, { method: request.method === 'PATCH' ? 'PATCH' : 'POST' });
	return { ...(await post(url, JSON.stringify(request.body), headers)), headers: {} };
}
