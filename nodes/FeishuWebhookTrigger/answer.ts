import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Received, RequestHeaders } from '../../feishu/events/receive';
import { receive } from '../../feishu/events/receive';
import { REFUSALS, type RefusalReason } from '../../feishu/events/refusals';
import { isWanted } from '../shared/events/filters';
import { toItem } from '../shared/events/items';
import { isFirstDelivery } from '../shared/events/memory';
import { eventSecrets } from '../shared/events/secrets';
import { readEventSettings } from '../shared/events/settings';
import { memoryScope } from './scope';

const MINUTE_MS = 60_000;

/** An event that starts nothing is answered all the same, or the platform would deliver it four more times. */
const ACKNOWLEDGED: IWebhookResponseData = { webhookResponse: {} };

/** Answers one post to the request URL: the URL check, an event that starts the workflow or does not, or a refusal. */
export async function answerPost(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const secrets = eventSecrets(await this.getCredentials('feishuApi'));
	const now = Date.now();
	const { rawBody, headers } = this.getRequestObject() as { rawBody?: unknown; headers: RequestHeaders };
	const windowMinutes = Number(this.getNodeParameter('options.signatureWindow', 0));
	const received: Received = Buffer.isBuffer(rawBody)
		? receive(rawBody, headers, secrets, now, windowMinutes > 0 ? { signatureWindowMs: windowMinutes * MINUTE_MS } : {})
		: { kind: 'refused', reason: 'malformed' };

	if (received.kind === 'challenge') return { webhookResponse: { challenge: received.challenge } };
	if (received.kind === 'refused') return refuse.call(this, received.reason);

	const { envelope, raw } = received;
	const settings = readEventSettings(this);
	if (!isWanted(envelope, settings.filters, secrets.appId, now)) return ACKNOWLEDGED;
	if (settings.deduplicate) {
		const staticData = this.getWorkflowStaticData('node');
		if (!isFirstDelivery(memoryScope(this), envelope, staticData, now)) return ACKNOWLEDGED;
	}
	return { webhookResponse: {}, workflowData: [[toItem(envelope, raw, settings)]] };
}

function refuse(this: IWebhookFunctions, reason: RefusalReason): IWebhookResponseData {
	this.logger.warn(`Feishu Webhook Trigger refused a post: ${REFUSALS[reason]}`, { node: this.getNode().name, reason });
	this.getResponseObject().status(401).json({ reason, message: REFUSALS[reason] });
	return { noWebhookResponse: true };
}
