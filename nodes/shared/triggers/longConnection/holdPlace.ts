import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { wait } from '../../../../feishu/api/wait';
import { toNodeError, type NodeError } from '../../client/errors';
import type { SubscriptionSettings } from '../events/eventSettings';
import { forget, nodeKey, type MemoryScope } from '../events/memory';
import { beginUse, endUse, makeSubscriptions, removeSubscriptions } from '../events/subscriptions';
import type { Executions } from './executions';
import { activationOf, type Listener } from './listener';

/**
 * Milliseconds after which a trigger that was closed counts as deactivated. Until then n8n may be stopping (it gives
 * itself 30 s) or publishing the workflow anew, and neither must end a subscription or forget what was seen.
 */
const DEACTIVATED_MS = 60_000;

/** By node: the trigger that is listening in production. */
const listening = new Map<string, object>();

export interface Place {
	scope: MemoryScope;
	listener: Listener;
	executions: Executions;
	subscriptions: SubscriptionSettings;
}

/**
 * Holds a trigger's place on the connection of its app, with the subscriptions that its events need, until n8n closes it.
 * @throws NodeOperationError in words that say what to mend
 */
export async function holdPlace(
	context: ITriggerFunctions,
	{ scope, listener, executions, subscriptions }: Place,
): Promise<ITriggerResponse> {
	const id = nodeKey(context);
	await listener.open();
	// Only now, because it may take its time, and other workflows of the app take events meanwhile.
	const failure = await subscribeToResources(context, subscriptions);
	if (failure) {
		await listener.close();
		throw failure;
	}
	if (!scope.manual) listening.set(id, listener);

	return {
		closeFunction: async () => {
			await listener.close();
			if (scope.manual) return forget(scope);
			if (listening.get(id) === listener) {
				listening.delete(id);
				endUse(context);
			}
			void tidyUp(context, scope, { removes: subscriptions.removes, isBack: () => listening.has(id) });
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
		const resources = await makeSubscriptions(context, subscriptions);
		if (context.getMode() !== 'manual') await beginUse(context, resources);
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
