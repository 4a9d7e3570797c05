import { sleep } from 'n8n-workflow';

import type { App } from '../../../../feishu/api/app';
import type { CallFailure } from '../../../../feishu/api/envelope';
import { TokenError } from '../../../../feishu/api/tokens';
import { isInputError } from '../../../../feishu/input';
import type { JsonObject } from '../../../../feishu/json';
import { BareClient, type BareContext } from '../../client/bareRequest';

export const UPDATE_CARD = 'PATCH /open-apis/im/v1/messages/:message_id';
const UPDATE_CLICKED_CARD = 'POST /open-apis/interactive/v1/card/update';

const TRIES = 3;
const BETWEEN_MS = 1_000;

/** Whose card it is, and what is left to change it with. */
export interface LateCall {
	app: App;
	context: BareContext;
	/** Of a store app: the organization of the chat. */
	tenant?: string;
}

/**
 * Changes a card after the callback was answered, by the token of the click: within 30 minutes, twice at most. The
 * platform takes it only after it has the answer to the click. Never rejects: the answer counts without it.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-card/delay-update-message-card
 */
export async function changeClickedCard(
	call: LateCall,
	{ token, messageId }: { token: string; messageId: string },
	card: JsonObject,
): Promise<void> {
	await sleep(BETWEEN_MS);
	await change(call, UPDATE_CLICKED_CARD, messageId, { token, card });
}

/**
 * Changes the card of a message. Never rejects.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-card/patch
 */
export async function changeCardOf(messageId: string, call: LateCall, card: JsonObject): Promise<void> {
	await change(call, UPDATE_CARD, messageId, { content: JSON.stringify(card) });
}

async function change({ app, context, tenant }: LateCall, endpoint: string, messageId: string, body: JsonObject) {
	const platform = new BareClient(context, app, tenant);
	let why = '';
	for (let tries = 1; tries <= TRIES; tries++) {
		if (tries > 1) await sleep(BETWEEN_MS * tries);
		try {
			const outcome = await platform.call(endpoint, { path: { message_id: messageId }, body });
			if (outcome.ok) return;
			why = reasonOf(outcome.failure);
		} catch (error) {
			const isWrong = isInputError(error) || (error instanceof TokenError && !error.temporary);
			why = isWrong || error instanceof TokenError ? error.message : 'No answer (not sent)';
			if (isWrong) break;
		}
	}
	context.logger.warn(`The card of an answered question could not be changed and keeps its buttons: ${why}`, {
		message_id: messageId,
	});
}

function reasonOf({ kind, code, msg, status }: CallFailure): string {
	if (kind === 'network') return `No answer (${msg})`;
	return `Feishu says: ${msg} (${code === undefined ? `HTTP ${status}` : `code ${code}`})`;
}
