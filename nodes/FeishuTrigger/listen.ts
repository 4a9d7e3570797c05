import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { wait } from '../../feishu/wait';
import { forget, type MemoryScope } from '../shared/events/memory';
import { assertEventSettings } from '../shared/events/ready';
import { eventSecrets } from '../shared/events/secrets';
import { readEventSettings } from '../shared/events/settings';
import { makeSubscriptions, removeSubscriptions } from '../shared/events/subscriptions';
import { CREDENTIAL } from '../shared/credential';
import { toNodeError } from '../shared/errors';
import { arrivalOf, Listener } from '../shared/longConnection/listener';
import { Delivery } from './delivery';

/**
 * Milliseconds after which a trigger that was closed counts as deactivated. Until then n8n may be stopping (it gives
 * itself 30 s) or publishing the workflow anew, and neither must end a subscription or forget what was seen.
 */
const DEACTIVATED_MS = 60_000;

/** By node: the trigger that is listening in production. */
const listening = new Map<string, object>();

/** Listens for events until n8n closes the trigger. @throws NodeOperationError in words that say what to mend */
export async function listen(this: ITriggerFunctions): Promise<ITriggerResponse> {
	assertEventSettings(this);
	const { appId } = eventSecrets(await this.getCredentials(CREDENTIAL));
	const scope = memoryScope(this);
	const id = `${scope.workflowId} ${scope.nodeId}`;
	const listener: Listener = new Listener(this, id, (body) => delivery.receive(body));
	const delivery = new Delivery(this, {
		appId,
		settings: readEventSettings(this),
		scope,
		track: (task) => listener.track(task),
	});
	await subscribeToResources(this);
	await delivery.prepare();
	await listener.open();
	if (!scope.manual) listening.set(id, listener);

	return {
		closeFunction: async () => {
			await listener.close();
			if (scope.manual) return forget(scope);
			if (listening.get(id) === listener) listening.delete(id);
			void tidyUp(this, scope, () => listening.has(id));
		},
		manualTriggerFunction: async () => delivery.begin(),
	};
}

/** @throws NodeOperationError or NodeApiError when a person starts the trigger; when n8n does, they were made before */
async function subscribeToResources(context: ITriggerFunctions): Promise<void> {
	try {
		await makeSubscriptions(context);
	} catch (error) {
		const failure = toNodeError(context.getNode(), error);
		if (arrivalOf(context) === 'new') throw toNodeError(context.getNode(), error);
		context.logger.warn(failure.message, { node: context.getNode().name });
	}
}

async function tidyUp(context: ITriggerFunctions, scope: MemoryScope, isBack: () => boolean): Promise<void> {
	await wait(DEACTIVATED_MS);
	if (isBack()) return;
	forget(scope);
	await removeSubscriptions(context);
}

/** The memory of this node, for test runs or for production. */
function memoryScope(context: ITriggerFunctions): MemoryScope {
	return {
		workflowId: context.getWorkflow().id ?? '',
		nodeId: context.getNode().id,
		manual: context.getMode() === 'manual',
	};
}
