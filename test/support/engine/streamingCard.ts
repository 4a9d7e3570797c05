/** What the files about streaming cards share: the operations, and the changes as they went over the wire. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { list, only, type ItemSpec, type Platform } from '.';

type Json = Record<string, unknown>;

/** A change of a card: `content`, `batch_update` and so on, or `card` for the whole one. */
export interface Change {
	kind: string;
	code: number | undefined;
	body: Json & { sequence: number; uuid: string };
}

export function streamingOn(platform: Platform) {
	async function run(operation: string, parameters: INodeParameters, items?: readonly ItemSpec[]) {
		return await platform.run({ parameters: { resource: 'streamingCard', operation, ...parameters }, items });
	}

	/** Runs one item that is to succeed, and gives what came out. */
	async function output(operation: string, parameters: INodeParameters, items?: readonly ItemSpec[]) {
		const { items: out, error } = await run(operation, parameters, items);
		if (error) throw error;
		return only(out).json;
	}

	const here = () => ({ chat: list(platform.chat.chat_id) });

	async function start(parameters: INodeParameters = {}) {
		const out = await output('start', { ...here(), cardTitle: 'Answer', ...parameters });
		const ids = { card_id: String(out.card_id), message_id: String(out.message_id) };
		return { ...out, ...ids } as IDataObject & typeof ids;
	}

	/** The card that a message shows, as the platform holds it. */
	const cardOf = (messageId: unknown): Json => platform.message(messageId).card ?? {};
	const elementsOf = (messageId: unknown) => (cardOf(messageId).body as { elements: Json[] }).elements;

	/** The changes so far, in their order. */
	function changes(): Change[] {
		return platform.calls.flatMap(({ path, method, bodyText = '{}', code }) => {
			const [, kind] = /^\/open-apis\/cardkit\/v1\/cards\/\d+(?:.*\/)?(\w*)$/.exec(path) ?? [];
			if (kind === undefined) return [];
			const name = /\/cards\/\d+$/.test(path) ? 'card' : kind;
			return [{ kind: method === 'PATCH' ? 'element' : name, code, body: JSON.parse(bodyText) as Change['body'] }];
		});
	}

	/** The states of the text that were streamed. */
	const states = () => changes().flatMap(({ kind, body }) => (kind === 'content' ? [String(body.content)] : []));

	return { run, output, here, start, cardOf, elementsOf, changes, states };
}
