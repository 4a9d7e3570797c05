import type { IWebhookDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { DECISION_FIELD } from '../../../feishu/im/sendAndWait/verdict';
import { object, text } from '../../../feishu/json';
import { readInstance } from '../../shared/approval/readInstance';
import { RESUME_PATH, type ApprovalVerdict } from '../../shared/approval/waiting';
import { DEFAULT_CLIENT_OPTIONS, FeishuClient } from '../../shared/client/client';
import { toNodeError } from '../../shared/client/errors';
import { sessionOf } from '../../shared/client/sessions';
import { decisionOf, withDecision } from './decided';
import { keptApproval } from './keptWait';
import { lookAgain } from './lookAgain';

/** Somebody waits for the answer. */
const LIMITS = { ...DEFAULT_CLIENT_OPTIONS, maxAttempts: 3, longestWaitMs: 10_000, timeoutMs: 20_000 };

/** The address at which an execution that waits for an approval is told to look: n8n's own, checked by it. */
export const decisionWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		// Without it n8n answers with the name of its default instead of our response.
		responseData: '',
		path: RESUME_PATH,
		restartWebhook: true,
		isFullPath: true,
	},
];

/**
 * Answers a request to that address. Whoever posts is never believed: the approval is read, and only one that is decided
 * goes on with the workflow. Never rejects: n8n would end the execution.
 */
export async function answerDecision(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await look(this);
	} catch (error) {
		const { message } = toNodeError(this.getNode(), error);
		this.logger.warn(`An approval that is waited for could not be read: ${message}`, { node: this.getNode().name });
		return say('unreadable');
	}
}

async function look(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const wait = keptApproval(context);
	const told = text(object(object(context.getBodyData()).data)[DECISION_FIELD]);
	// An earlier wait of an execution that loops.
	if (!wait || (told !== '' && told !== wait.uuid)) return say('over');
	if (wait.until !== undefined && Date.now() > wait.until) return say('over');
	const feishu = new FeishuClient(context, LIMITS, sessionOf(context, wait.tenant));
	const instance = await readInstance(feishu, wait.instance_code);
	if (decisionOf(instance) === undefined) {
		// In queue mode this is another process than that of the node, and may outlive it.
		lookAgain(context, wait);
		return say('undecided');
	}
	return { ...say('recorded'), workflowData: [[{ json: await withDecision(feishu, instance) }]] };
}

const say = (verdict: ApprovalVerdict): IWebhookResponseData => ({ webhookResponse: { verdict } });
