import type { IDataObject, IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { dedupKey, SeenEvents } from '../../../../feishu/events/dedup';

/** Whose memory: each trigger node has its own, and its test runs in the editor another. */
export interface MemoryScope {
	workflowId: string;
	nodeId: string;
	/** A test run: production must not stop it, nor it production. */
	manual: boolean;
}

/** What tells a trigger node from all others of this n8n. */
export function nodeKey(context: IHookFunctions | ITriggerFunctions): string {
	return `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
}

/** The memory of this node, for test runs or for production. */
export function memoryScope(context: IHookFunctions | ITriggerFunctions | IWebhookFunctions): MemoryScope {
	return {
		workflowId: context.getWorkflow().id ?? '',
		nodeId: context.getNode().id,
		manual: context.getMode() === 'manual',
	};
}

/** Long enough for a delivery that comes twice at once, short enough to send an event again while testing. */
const MANUAL_RETENTION_MINUTES = 1;

/** One memory a node in this process. */
const memories = new Map<string, SeenEvents>();

/** Remembers the event in this process, and tells whether it is new. @param now milliseconds since 1970 */
export function isFirstDelivery(scope: MemoryScope, envelope: EventEnvelope, now: number): boolean {
	return memoryOf(scope).add(dedupKey(envelope), now);
}

/**
 * As `isFirstDelivery`, and beyond a restart. Only for a webhook, whose workflow n8n loads for each request: a trigger
 * that stays would write the static data of all nodes back to what it was at its activation.
 * @param staticData of the trigger node, written only in production
 */
export function isFirstDeliveryEver(
	scope: MemoryScope,
	envelope: EventEnvelope,
	staticData: IDataObject,
	now: number,
): boolean {
	const memory = memoryOf(scope);
	if (!scope.manual) memory.merge(staticData.seenEvents, now);
	const isNew = isFirstDelivery(scope, envelope, now);
	// The whole memory is written each time, which also restores what an overlapping delivery has overwritten.
	if (isNew && !scope.manual) staticData.seenEvents = memory.serialise();
	return isNew;
}

/** The event started nothing after all: when it is delivered again, it is new. */
export function unsee(scope: MemoryScope, envelope: EventEnvelope): void {
	memoryOf(scope).remove(dedupKey(envelope));
}

/** Frees the memory of a node that is no longer active. What is in its static data stays. */
export function forget(scope: MemoryScope): void {
	memories.delete(keyOf(scope));
}

function memoryOf(scope: MemoryScope): SeenEvents {
	const key = keyOf(scope);
	const known = memories.get(key);
	if (known) return known;
	const memory = new SeenEvents(scope.manual ? { retentionMinutes: MANUAL_RETENTION_MINUTES } : {});
	memories.set(key, memory);
	return memory;
}

function keyOf({ workflowId, nodeId, manual }: MemoryScope): string {
	return `${manual ? 'test' : 'production'}:${workflowId}:${nodeId}`;
}
