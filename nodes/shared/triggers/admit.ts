import type { INodeExecutionData } from 'n8n-workflow';

import type { EventEnvelope } from '../../../feishu/events/eventEnvelope';
import type { JsonObject } from '../../../feishu/json';
import { planCallback, type CallbackPlan } from './events/callbacks';
import { toItem } from './events/eventItem';
import type { EventSettings } from './events/eventSettings';
import { isWanted } from './events/filters';
import type { Bring } from './events/bring';
import { bringerOf } from './events/bringerOf';

/** An event that has come to a trigger, genuine and of the credential's app. */
export interface Arrival {
	envelope: EventEnvelope;
	/** The body as delivered, decrypted. */
	raw: JsonObject;
	/** When it came; milliseconds since 1970. */
	at: number;
}

/** On what conditions a trigger lets an event start the workflow. */
export interface Admission {
	settings: EventSettings;
	/** Of the credential. */
	appId: string;
	/** Remembers the event, and says whether it had not been there before. */
	isNew(envelope: EventEnvelope): boolean;
}

/** An event that starts the workflow. */
export interface Admitted {
	envelope: EventEnvelope;
	item: INodeExecutionData;
	/** How it is answered; undefined for an event, which nobody waits for. */
	plan?: CallbackPlan;
	/** Brings along what has to be fetched, for which nobody can wait: after the acknowledgment. */
	bring?: Bring;
}

/**
 * What both triggers do with an event: the filters, the memory of what has been there, the item, and the plan for the
 * answer. All that is left to a trigger is to acknowledge, in its own way, and to start the workflow.
 * @returns undefined for an event that starts nothing
 */
export function admit({ envelope, raw, at }: Arrival, { settings, appId, isNew }: Admission): Admitted | undefined {
	if (!isWanted(envelope, settings.filters, appId, at)) return undefined;
	if (settings.deduplicate && !isNew(envelope)) return undefined;
	return {
		envelope,
		item: toItem(envelope, raw, settings),
		plan: planCallback(envelope, settings.callbacks, at),
		bring: bringerOf(envelope, settings),
	};
}
