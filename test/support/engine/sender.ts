import type { INodeParameters } from 'n8n-workflow';

import { list, only, type ItemSpec, type Platform } from '.';

/** Message → Send on a platform, to its first group unless told otherwise. */
export function senderOf(platform: Platform) {
	async function send(parameters: INodeParameters, items?: readonly ItemSpec[]) {
		const message = { resource: 'message', operation: 'send', chat: list(platform.chat.chat_id) };
		return await platform.run({ parameters: { ...message, ...parameters }, items });
	}

	/** Sends, and gives the message as the platform holds it. */
	async function sent(parameters: INodeParameters, items?: readonly ItemSpec[]) {
		const run = await send(parameters, items);
		if (run.error) throw run.error;
		const { json } = only(run.items);
		const message = platform.message(json.message_id);
		return { message, content: JSON.parse(message.content) as Record<string, unknown>, json };
	}

	/** The content as it went over the wire. */
	function wireContent(): unknown {
		const call = platform.calls.find(({ method, path }) => method === 'POST' && path === '/open-apis/im/v1/messages');
		const body = JSON.parse(call?.bodyText ?? '{}') as { content: string };
		return JSON.parse(body.content);
	}

	return { send, sent, wireContent };
}

/** The rows of Mentions. */
export const mention = (...rows: INodeParameters[]) => ({ mentions: { mention: rows } });
