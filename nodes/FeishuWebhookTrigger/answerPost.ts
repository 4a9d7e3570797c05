import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { App } from '../../feishu/api/app';
import { CARD_ACTION, isCallback } from '../../feishu/events/callback';
import { readPost, type Posted, type RequestHeaders } from '../../feishu/events/readPost';
import type { JsonObject } from '../../feishu/json';
import { REFUSALS, type RefusalReason } from '../../feishu/events/eventRefusals';
import { appOf } from '../shared/client/appOf';
import { judgedByApp } from '../shared/client/keptApp';
import { answerDecision } from '../shared/im/sendAndWait/clickedDecision';
import { admit, type Admitted, type Arrival } from '../shared/triggers/admit';
import { tellWaiting } from '../shared/triggers/tellWaiting';
import { EMPTY_ANSWER } from '../shared/triggers/events/callbacks';
import { readEventSettings, readSignatureWindow, type EventSettings } from '../shared/triggers/events/eventSettings';
import { withBot } from '../shared/triggers/events/lookUp';
import { isFirstDeliveryEver, memoryScope, unsee } from '../shared/triggers/events/memory';
import { keptForStoreApp } from './storeAppEvents';
import { answerByWorkflow, answerNow, onFailure } from './postResponse';

/** An event that starts nothing is answered all the same, or the platform would deliver it four more times. */
const ACKNOWLEDGED: IWebhookResponseData = { webhookResponse: EMPTY_ANSWER };

/** Answers one post to the request URL: the URL check, an event that starts the workflow or does not, or a refusal. */
export async function answerPost(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const { rawBody, headers } = this.getRequestObject() as { rawBody?: unknown; headers: RequestHeaders };
	const window = { signatureWindowMs: readSignatureWindow(this) };
	const judge = (secrets: App): Posted =>
		Buffer.isBuffer(rawBody)
			? readPost(rawBody, headers, secrets, now, window)
			: { kind: 'refused', reason: 'malformed' };
	const { app, judgement: posted } = await judgedByApp(this, judge, isRefused, now);

	if (posted.kind === 'challenge') return { webhookResponse: { challenge: posted.challenge } };
	if (posted.kind === 'refused') return refuse(this, posted.reason);
	if (await keptForStoreApp(this, posted.envelope)) return ACKNOWLEDGED;
	const arrival: Arrival = { envelope: posted.envelope, raw: posted.raw, at: now };
	tellWaiting(this, posted.envelope, now);
	const decided = await decide(this, arrival);
	if (decided) return { webhookResponse: decided as IDataObject };
	const settings = await settingsFor(this, arrival, app);
	const isNew = () => isNewTo(this, arrival);
	const admitted = admit(arrival, { settings, appId: app.appId, isNew });
	return admitted ? await acknowledge(this, admitted, settings) : ACKNOWLEDGED;
}

/** Whether other secrets might have let it pass. */
function isRefused(posted: Posted): boolean {
	return posted.kind === 'refused' && posted.reason !== 'malformed' && posted.reason !== 'stale';
}

/** The button may have been sealed with an App Secret of this very moment. */
async function decide(context: IWebhookFunctions, { envelope, at }: Arrival): Promise<JsonObject | undefined> {
	if (envelope.event_type !== CARD_ACTION) return undefined;
	return await answerDecision({ app: await appOf(context), envelope, context, now: at });
}

/** The bot is looked up where a filter needs it; that may take a moment, which a callback does not have. */
async function settingsFor(context: IWebhookFunctions, { envelope }: Arrival, app: App): Promise<EventSettings> {
	const settings = readEventSettings(context);
	if (isCallback(envelope)) return settings;
	return { ...settings, filters: await withBot(context, settings.filters, { envelope, app }) };
}

/** Remembers the event, unless n8n can't start the workflow with it: then the platform sends it again. */
function isNewTo(context: IWebhookFunctions, { envelope, at }: Arrival): boolean {
	const scope = memoryScope(context);
	if (!isFirstDeliveryEver(scope, envelope, context.getWorkflowStaticData('node'), at)) return false;
	onFailure(context.getResponseObject(), () => unsee(scope, envelope));
	return true;
}

async function acknowledge(
	context: IWebhookFunctions,
	{ envelope, item, plan, bring }: Admitted,
	settings: EventSettings,
): Promise<IWebhookResponseData> {
	if (plan?.by === 'workflow') {
		answerByWorkflow(context.getResponseObject(), plan);
		return answered(item);
	}
	const answer = plan?.answer ?? EMPTY_ANSWER;
	// Where the workflow answers callbacks, n8n leaves the answer to all other events open as well.
	if (!bring && settings.callbacks.by !== 'workflow') return { webhookResponse: answer, workflowData: [[item]] };
	answerNow(context.getResponseObject(), answer);
	return answered(bring ? await bring(context, item, envelope) : item);
}

/** Starts the workflow with an event whose answer is given, or will be. */
function answered(item: INodeExecutionData): IWebhookResponseData {
	return { noWebhookResponse: true, workflowData: [[item]] };
}

function refuse(context: IWebhookFunctions, reason: RefusalReason): IWebhookResponseData {
	const { name } = context.getNode();
	context.logger.warn(`Feishu Webhook Trigger refused a post: ${REFUSALS[reason]}`, { node: name, reason });
	context.getResponseObject().status(401).json({ reason, message: REFUSALS[reason] });
	return { noWebhookResponse: true };
}
