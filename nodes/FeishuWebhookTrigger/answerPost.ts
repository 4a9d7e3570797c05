import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { isCallback } from '../../feishu/events/callback';
import type { Received, RequestHeaders } from '../../feishu/events/receiveRequest';
import { receive } from '../../feishu/events/receiveRequest';
import { REFUSALS, type RefusalReason } from '../../feishu/events/refusals';
import { appOf } from '../shared/client/appOf';
import { hasAttachments, withAttachments } from '../shared/triggers/events/withAttachments';
import { EMPTY_ANSWER, planCallback } from '../shared/triggers/events/callbacks';
import { answerDecision } from '../shared/im/sendAndWait/clickedDecision';
import { isWanted } from '../shared/triggers/events/filters';
import { toItem } from '../shared/triggers/events/eventItem';
import { withBot } from '../shared/triggers/events/lookUp';
import { isFirstDeliveryEver, memoryScope, unsee } from '../shared/triggers/events/memory';
import { readEventSettings } from '../shared/triggers/events/eventSettings';
import { answerByWorkflow, answerNow, onFailure } from './httpAnswer';

const MINUTE_MS = 60_000;

/** An event that starts nothing is answered all the same, or the platform would deliver it four more times. */
const ACKNOWLEDGED: IWebhookResponseData = { webhookResponse: EMPTY_ANSWER };

/** Answers one post to the request URL: the URL check, an event that starts the workflow or does not, or a refusal. */
export async function answerPost(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const app = await appOf(this);
	const { rawBody, headers } = this.getRequestObject() as { rawBody?: unknown; headers: RequestHeaders };
	const windowMinutes = Number(this.getNodeParameter('options.signatureWindow', 0));
	const received: Received = Buffer.isBuffer(rawBody)
		? receive(rawBody, headers, app, now, windowMinutes > 0 ? { signatureWindowMs: windowMinutes * MINUTE_MS } : {})
		: { kind: 'refused', reason: 'malformed' };

	if (received.kind === 'challenge') return { webhookResponse: { challenge: received.challenge } };
	if (received.kind === 'refused') return refuse.call(this, received.reason);
	const { envelope } = received;
	const decided = await answerDecision({ app, envelope, context: this, now });
	if (decided) return { webhookResponse: decided as IDataObject };
	return await answerEvent.call(this, received, app.appId, now);
}

async function answerEvent(
	this: IWebhookFunctions,
	{ envelope, raw }: Extract<Received, { kind: 'event' }>,
	appId: string,
	now: number,
): Promise<IWebhookResponseData> {
	const settings = readEventSettings(this);
	// The look-up may take a moment, which a callback does not have.
	const filters = isCallback(envelope) ? settings.filters : await withBot(this, settings.filters);
	if (!isWanted(envelope, filters, appId, now)) return ACKNOWLEDGED;
	if (settings.deduplicate) {
		const scope = memoryScope(this);
		if (!isFirstDeliveryEver(scope, envelope, this.getWorkflowStaticData('node'), now)) return ACKNOWLEDGED;
		// n8n could not start the workflow: the platform sends the event again.
		onFailure(this.getResponseObject(), () => unsee(scope, envelope));
	}
	const item = toItem(envelope, raw, settings);
	const plan = planCallback(envelope, settings.callbacks, now);
	if (plan?.by === 'workflow') {
		answerByWorkflow(this.getResponseObject(), plan);
		return answered(item);
	}
	const answer = plan?.answer ?? EMPTY_ANSWER;
	const downloads = settings.downloadAttachments && hasAttachments(envelope);
	// Where the workflow answers callbacks, n8n leaves the answer to all other events open as well.
	if (!downloads && settings.callbacks.by !== 'workflow') return { webhookResponse: answer, workflowData: [[item]] };
	answerNow(this.getResponseObject(), answer);
	return answered(downloads ? await withAttachments(this, item, envelope) : item);
}

/** Starts the workflow with an event whose answer is given, or will be. */
function answered(item: INodeExecutionData): IWebhookResponseData {
	return { noWebhookResponse: true, workflowData: [[item]] };
}

function refuse(this: IWebhookFunctions, reason: RefusalReason): IWebhookResponseData {
	this.logger.warn(`Feishu Webhook Trigger refused a post: ${REFUSALS[reason]}`, { node: this.getNode().name, reason });
	this.getResponseObject().status(401).json({ reason, message: REFUSALS[reason] });
	return { noWebhookResponse: true };
}
