import type { IWebhookDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { App } from '../../../../feishu/api/app';
import { openDecision, unseal, type Choice, type Decision } from '../../../../feishu/im/sendAndWait/sealedDecision';
import { DECISION_FIELD, type Recorded, type Refusal } from '../../../../feishu/im/sendAndWait/verdict';
import { userIdType } from '../../../../feishu/ids';
import { object, text, type JsonObject } from '../../../../feishu/json';
import { appOf } from '../../client/appOf';
import { answerCard, answerOutput, type Answer } from './givenAnswer';
import { entered, formProblem } from './inputs';
import { changeCardOf } from './lateCard';
import { badForm, formAnswers, formPage, IN_THE_CHAT, isLooker, OVER, page, RECORDED, SANDBOX } from './answerPages';
import { waitOf, type Wait } from './state';

/** A decision that is older was kept back by somebody. */
const LONGEST_WAY_MS = 15 * 60_000;

const ADDRESS = {
	name: 'default',
	responseMode: 'onReceived',
	// Without it n8n answers with the name of its default instead of our response.
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const;

/** The address at which an execution that waits is resumed: n8n's own, signed by it. */
export const resumeWebhooks: IWebhookDescription[] = [
	{ ...ADDRESS, httpMethod: 'GET' },
	{ ...ADDRESS, httpMethod: 'POST' },
];

/**
 * Answers a request to that address: what it decides goes on with the workflow, everything else leaves it waiting.
 * Never rejects: n8n would end the execution.
 */
export async function answerResume(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await answerRequest(this);
	} catch (error) {
		this.logger.error(`An answer could not be read: ${(error as Error).message}`, { node: this.getNode().name });
		return show(this, 500, page('Something went wrong', 'The question is still open. Try again later.'));
	}
}

async function answerRequest(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const wait = waitOf(context);
	const sealed = text(sentForm(context)[DECISION_FIELD]);
	if (sealed !== '') {
		return verdictOn(wait, openDecision(await appOf(context), sealed));
	}
	if (!wait) return show(context, 200, OVER);
	if (wait.answerIn === 'card') return show(context, 403, IN_THE_CHAT);
	return await answerLink(context, wait);
}

/** The fields of the form that was sent; n8n gives no body at all where there is none. */
function sentForm(context: IWebhookFunctions): JsonObject {
	return object(object(context.getBodyData()).data);
}

function verdictOn(wait: Wait | undefined, decision: Decision | undefined): IWebhookResponseData {
	const say = (verdict: Refusal): IWebhookResponseData => ({ webhookResponse: { verdict } });
	if (!decision) return say('refused');
	if (decision.wait !== wait?.id) return say('over');
	const now = Date.now();
	if (wait.until !== undefined && now > wait.until) return say('over');
	const label = wait.labels[decision.choice];
	// A copy of the button in another card asks for something else than this one.
	if (wait.answerIn !== 'card' || decision.message_id !== wait.messageId) return say('refused');
	if (Math.abs(now - decision.at) > LONGEST_WAY_MS || label === undefined) return say('refused');
	const refusal = refusalOf(wait.approvers, decision);
	if (refusal) return say(refusal);
	const answer: Answer = { ...decision, form: entered(wait.inputs, decision.form) };
	const verdict: Recorded = { verdict: 'recorded', card: answerCard(wait, answer), label };
	return { webhookResponse: { ...verdict }, workflowData: [[{ json: answerOutput(wait, answer) }]] };
}

/** Why somebody may not answer. A user_id is that of one person in its own organization only. */
function refusalOf(
	approvers: readonly string[],
	{ operator: { open_id, union_id, user_id }, foreign = false }: Decision,
): Refusal | undefined {
	const ids = [open_id, union_id, ...(foreign ? [] : [user_id])].filter((id) => id !== '');
	if (approvers.length === 0 || ids.some((id) => approvers.includes(id))) return undefined;
	const mayBeMeant = !foreign && user_id === '' && approvers.some((id) => userIdType(id) === 'user_id');
	return mayBeMeant ? 'userIdUnknown' : 'notApprover';
}

/** n8n has checked the signature of the address; the seal says for which wait it was made, and what it means. */
async function answerLink(context: IWebhookFunctions, wait: Wait): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const app = await appOf(context);
	const link = unseal(app, 'link', text(object(request.query)[DECISION_FIELD]));
	if (!link) return show(context, 403, page('This link is not valid', 'Open it from the message in the chat again.'));
	if (link.wait !== wait.id) return show(context, 200, OVER);
	const asking = request.method === 'GET';
	if (isLooker(request.headers['user-agent'])) return show(context, 200, '');
	if (wait.responseType !== 'approval' && asking) {
		const response = context.getResponseObject();
		response.setHeader('Content-Security-Policy', SANDBOX);
		response.render('form-trigger', formPage(wait));
		return { noWebhookResponse: true };
	}
	const form = entered(wait.inputs, formAnswers(wait.inputs, sentForm(context)));
	const problem = formProblem(wait.inputs, form);
	if (problem) return show(context, 400, badForm(problem));
	const answer: Answer = { choice: link.choice as Choice, form, at: Date.now() };
	showInCard(context, app, wait, answer);
	return { webhookResponse: RECORDED, workflowData: [[{ json: answerOutput(wait, answer) }]] };
}

/** Changes the card as soon as n8n has gone on with this answer, and not with another that came at the same moment. */
function showInCard(context: IWebhookFunctions, app: App, wait: Wait, answer: Answer): void {
	const response = context.getResponseObject();
	response.once('finish', () => {
		if (response.statusCode !== 200) return;
		void changeCardOf(wait.messageId, { app, context, tenant: wait.tenant }, answerCard(wait, answer));
	});
}

function show(context: IWebhookFunctions, status: number, html: string): IWebhookResponseData {
	context.getResponseObject().status(status).send(html);
	return { noWebhookResponse: true };
}
