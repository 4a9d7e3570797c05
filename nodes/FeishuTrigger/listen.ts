import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { wait } from '../../feishu/api/wait';
import { forget, memoryScope, nodeKey, type MemoryScope } from '../shared/triggers/events/memory';
import { assertEventSettings } from '../shared/triggers/events/assertEventSettings';
import {
	readEventSettings,
	readSubscriptionSettings,
	type SubscriptionSettings,
} from '../shared/triggers/events/eventSettings';
import { makeSubscriptions, removeSubscriptions } from '../shared/triggers/events/subscriptions';
import { toNodeError, type NodeError } from '../shared/client/errors';
import { activationOf, Listener } from '../shared/triggers/longConnection/listener';
import { Acknowledger } from './acknowledge';
import { Executions } from './executions';
import { knowBot } from './knowBot';

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
	const scope = memoryScope(this);
	const settings = readEventSettings(this);
	const subscriptions = readSubscriptionSettings(this);
	const { removes } = subscriptions;
	const id = nodeKey(this);
	const listener: Listener = new Listener(this, id, (event, appId) => acknowledger.acknowledge(event, appId));
	const executions = new Executions(this, { scope, deduplicate: settings.deduplicate, listener });
	const acknowledger = new Acknowledger(this, { settings, scope, listener, executions });
	await knowBot(this, settings, listener.closed);
	await listener.open();
	// Only now, because it may take its time, and other workflows of the app take events meanwhile.
	const failure = await subscribeToResources(this, subscriptions);
	if (failure) {
		await listener.close();
		throw failure;
	}
	if (!scope.manual) listening.set(id, listener);

	return {
		closeFunction: async () => {
			await listener.close();
			if (scope.manual) return forget(scope);
			if (listening.get(id) === listener) listening.delete(id);
			void tidyUp(this, scope, { removes, isBack: () => listening.has(id) });
		},
		manualTriggerFunction: async () => executions.begin(),
	};
}

/** @returns what failed when a person starts the trigger; when n8n does, the subscriptions were made before */
async function subscribeToResources(
	context: ITriggerFunctions,
	subscriptions: SubscriptionSettings,
): Promise<NodeError | undefined> {
	try {
		await makeSubscriptions(context, subscriptions);
	} catch (error) {
		const failure = toNodeError(context.getNode(), error);
		if (activationOf(context) === 'new') return failure;
		context.logger.warn(failure.message, { node: context.getNode().name });
	}
	return undefined;
}

interface Tidying {
	removes: boolean;
	isBack(): boolean;
}

async function tidyUp(context: ITriggerFunctions, scope: MemoryScope, { removes, isBack }: Tidying): Promise<void> {
	await wait(DEACTIVATED_MS);
	if (isBack()) return;
	forget(scope);
	await removeSubscriptions(context, removes);
}
