import type { IHookFunctions } from 'n8n-workflow';

import { nodeKey } from '../shared/triggers/events/memory';

/** By node: the Test URL at which the editor listens. */
const listening = new Map<string, string>();

/** To be called when a webhook is made: n8n makes those of tests in the mode `manual`. */
export function noteTest(context: IHookFunctions): void {
	const url = context.getNodeWebhookUrl('default');
	if (context.getMode() === 'manual' && url !== undefined) listening.set(nodeKey(context), url);
}

/** Whether the webhook that is removed is that of a test: n8n removes both kinds in the same mode, but not at the same URL. */
export function endsTest(context: IHookFunctions): boolean {
	const key = nodeKey(context);
	if (listening.get(key) !== context.getNodeWebhookUrl('default')) return false;
	return listening.delete(key);
}
