import type { IDataObject } from 'n8n-workflow';

import type { EventEnvelope } from '../../../feishu/events/envelope';
import { dedupKey, SeenEvents } from '../../../feishu/events/dedup';

/** Whose memory: each trigger node has its own, and its test runs in the editor another. */
export interface MemoryScope {
	workflowId: string;
	nodeId: string;
	/** A test run: production must not stop it, nor it production. */
	manual: boolean;
}

/** Long enough for a delivery that comes twice at once, short enough to send an event again while testing. */
const MANUAL_RETENTION_MINUTES = 1;

/**
 * One memory a node in this process. The static data of the workflow alone would not do: n8n loads it anew for each
 * delivery and the last one to finish overwrites the others.
 */
const memories = new Map<string, SeenEvents>();

/**
 * Remembers the event and tells whether it is new.
 * @param staticData of the trigger node; holds what outlives a restart, and is written only in production
 * @param now milliseconds since 1970
 */
export function isFirstDelivery(
	scope: MemoryScope,
	envelope: EventEnvelope,
	staticData: IDataObject,
	now: number,
): boolean {
	const memory = memoryOf(scope);
	if (!scope.manual) memory.merge(staticData.seenEvents, now);
	const isNew = memory.add(dedupKey(envelope), now);
	// The whole memory is written each time, which also restores what an overlapping delivery has overwritten.
	if (isNew && !scope.manual) staticData.seenEvents = memory.serialise();
	return isNew;
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
