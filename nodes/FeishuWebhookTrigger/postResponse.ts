import type { IWebhookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { JsonObject } from '../../feishu/json';
import type { CallbackPlan } from '../shared/triggers/events/callbacks';

type HttpResponse = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * Answers the platform now, so that what follows may take its time. n8n still writes what a workflow hands over later
 * to the response, which would fail and be logged as an error: from here on, it goes nowhere.
 */
export function answerNow(response: HttpResponse, answer: JsonObject): void {
	response.status(200).json(answer);
	const deaf = () => response;
	Object.assign(response, { end: deaf, setHeader: deaf, setHeaders: deaf });
}

/** Calls back when n8n answers that it failed, also where nobody listens to that any more. */
export function onFailure(response: HttpResponse, failed: () => void): void {
	const end = response.end.bind(response) as (...answer: unknown[]) => HttpResponse;
	const watched = (...answer: unknown[]) => {
		if (response.statusCode >= 500) failed();
		return end(...answer);
	};
	Object.assign(response, { end: watched });
}

/**
 * Leaves the answer to the workflow, and gives the fallback when it is late.
 *
 * For `responseNode` n8n ends the response with the bytes that the workflow handed over. When the workflow ends without
 * an answer, n8n ends the response with nothing (in queue mode) or leaves it open: the platform would call either an
 * error. So there is one way out, which always has an answer, and is open once.
 */
export function answerByWorkflow(response: HttpResponse, plan: Extract<CallbackPlan, { by: 'workflow' }>): void {
	const end = response.end.bind(response);
	let answered = false;
	const answer = (body: JsonObject) => {
		if (answered) return;
		answered = true;
		response.end = end;
		answerNow(response, body);
	};
	response.end = ((handedOver?: unknown) => {
		answer(plan.read(handedOver) ?? plan.fallback);
		return response;
	}) as typeof response.end;
	void sleep(plan.withinMs).then(() => answer(plan.fallback));
}
