import type { INodeExecutionData, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';

/**
 * Adds to the item of an event what has to be fetched for it; takes as long as that does, and never rejects.
 * @param hurry aborted when there is no more time: what is not there by then has an `error`
 */
export type Bring = (
	context: ITriggerFunctions | IWebhookFunctions,
	item: INodeExecutionData,
	envelope: EventEnvelope,
	hurry?: AbortSignal,
) => Promise<INodeExecutionData>;
