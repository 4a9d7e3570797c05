import { sleep, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import { parseObject, text, type JsonObject } from '../../../feishu/json';
import type { HttpPost } from '../../../feishu/longConnection';
import { openApiOrigin, type Region } from '../../../feishu/regions';

const TRIES = 3;
const BETWEEN_MS = 1_000;

/**
 * The platform by bare requests: cards change after a trigger or webhook has answered, when n8n does not resolve the
 * expressions of credentials any more.
 */
export interface BarePlatform {
	credentials: ICredentialDataDecryptedObject;
	post: HttpPost;
}

/**
 * Changes a card after the callback was answered, by the token of the click: within 30 minutes, twice at most. The
 * platform takes it only after it has the answer to the click. Never rejects: the answer counts without it.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-card/delay-update-message-card
 */
export async function changeClickedCard(platform: BarePlatform, token: string, card: JsonObject): Promise<boolean> {
	await sleep(BETWEEN_MS);
	return await persistently(async () => {
		const body = JSON.stringify({ token, card });
		return await platform.post(
			`${originOf(platform)}/open-apis/interactive/v1/card/update`,
			body,
			await headers(platform),
		);
	});
}

/**
 * Changes the card of a message. Never rejects.
 * @param patch as `post`, with the method PATCH
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-card/patch
 */
export async function changeCardOf(
	messageId: string,
	platform: BarePlatform & { patch: HttpPost },
	card: JsonObject,
): Promise<boolean> {
	return await persistently(async () => {
		const url = `${originOf(platform)}/open-apis/im/v1/messages/${encodeURIComponent(messageId)}`;
		return await platform.patch(url, JSON.stringify({ content: JSON.stringify(card) }), await headers(platform));
	});
}

/** @returns whether it came to an answer with code 0 */
async function persistently(send: () => ReturnType<HttpPost>): Promise<boolean> {
	for (let tries = 1; tries <= TRIES; tries++) {
		if (tries > 1) await sleep(BETWEEN_MS * tries);
		try {
			const { body } = await send();
			if (parseObject(body)?.code === 0) return true;
		} catch {
			// Tried again.
		}
	}
	return false;
}

async function headers(platform: BarePlatform): Promise<Record<string, string>> {
	const { appId, appSecret } = platform.credentials;
	const type = { 'Content-Type': 'application/json; charset=utf-8' };
	const { body } = await platform.post(
		`${originOf(platform)}/open-apis/auth/v3/tenant_access_token/internal`,
		JSON.stringify({ app_id: appId, app_secret: appSecret }),
		type,
	);
	return { ...type, Authorization: `Bearer ${text(parseObject(body)?.tenant_access_token)}` };
}

function originOf({ credentials }: BarePlatform): string {
	return openApiOrigin({ region: credentials.region as Region, baseUrl: String(credentials.baseUrl ?? '') });
}
