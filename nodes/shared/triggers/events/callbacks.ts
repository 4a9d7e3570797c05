import { sleep, type IDataObject, type IExecuteResponsePromiseData } from 'n8n-workflow';

import { fitAnswer, isCallback, toastAnswer, type ToastType } from '../../../../feishu/events/callback';
import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { isObject, parseObject, type JsonObject } from '../../../../feishu/json';
import type { CallbackAnswer } from '../../../../feishu/longConnection';

/** The platform gives up after 3 seconds; the rest is for the way. */
export const ANSWER_WITHIN_MS = 2_500;

/** Nothing to show: the card stays as it is. */
export const EMPTY_ANSWER: JsonObject = {};

/** Who answers callbacks: the trigger with nothing or with a toast, or the workflow. */
export type AnswerBy = 'nothing' | 'toast' | 'workflow';

export interface CallbackSettings {
	by: AnswerBy;
	toastType: ToastType;
	/** Empty for none. With `workflow` the toast is what is said when the workflow is late. */
	toastText: string;
}

/** How one callback is answered. */
export type CallbackPlan =
	| { by: 'trigger'; answer: JsonObject }
	| {
			by: 'workflow';
			/** What is answered when the workflow does not answer in time, or not at all. */
			fallback: JsonObject;
			withinMs: number;
			/** What the workflow handed over, as the platform takes it; undefined when it is no answer. */
			read(response: unknown): JsonObject | undefined;
	  };

/**
 * How this callback is answered; undefined for an event, which nobody waits for. The time counts from its arrival.
 * With `by: 'trigger'` answer at once. With `by: 'workflow'` start the workflow and answer what `answerOfWorkflow`
 * gives, or write what arrives through `plan.read`.
 */
export function planCallback(
	envelope: EventEnvelope,
	settings: CallbackSettings,
	arrivedAt: number,
): CallbackPlan | undefined {
	if (!isCallback(envelope)) return undefined;
	const toast = settings.by === 'nothing' ? EMPTY_ANSWER : toastAnswer(settings.toastType, settings.toastText);
	const fixed = fitAnswer(envelope, toast);
	if (settings.by !== 'workflow') return { by: 'trigger', answer: fixed };
	return {
		by: 'workflow',
		fallback: fixed,
		withinMs: Math.max(0, arrivedAt + ANSWER_WITHIN_MS - Date.now()),
		read: (response) => {
			const answer = handedOver(response);
			return answer && fitAnswer(envelope, answer);
		},
	};
}

/**
 * Waits for the workflow, and no longer than the platform does. Never rejects.
 * @param response the promise behind the one that went with the event into `emit`
 */
export async function answerOfWorkflow(
	plan: Extract<CallbackPlan, { by: 'workflow' }>,
	response: Promise<IExecuteResponsePromiseData | undefined>,
): Promise<CallbackAnswer | undefined> {
	const answered = response.then(plan.read, () => undefined);
	const late = sleep(plan.withinMs).then(() => undefined);
	const body = await Promise.race([answered, late]);
	return body ? { body } : byDefault(plan.fallback);
}

/** An answer that gives way to the one of a workflow; undefined when it says nothing. */
export function byDefault(body: JsonObject): CallbackAnswer | undefined {
	return Object.keys(body).length === 0 ? undefined : { body, isDefault: true };
}

/**
 * An answer as an execution hands it to its trigger with `sendResponse`. It travels as bytes, because n8n writes
 * nothing else to a webhook that has been told not to expect an answer.
 */
export function toResponse(answer: JsonObject): IExecuteResponsePromiseData {
	return {
		statusCode: 200,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: Buffer.from(JSON.stringify(answer)),
	} as unknown as IDataObject;
}

/**
 * The answer in what came from `toResponse`, through a queue or not. n8n itself sends an empty response when the
 * workflow ends without one, and one of status 500 when it fails: neither is an answer.
 */
function handedOver(response: unknown): JsonObject | undefined {
	if (Buffer.isBuffer(response)) return parseObject(response.toString('utf8'));
	if (!isObject(response) || response.body === undefined) return undefined;
	if (response.statusCode !== undefined && response.statusCode !== 200) return undefined;
	const { body } = response;
	if (Buffer.isBuffer(body)) return parseObject(body.toString('utf8'));
	return isObject(body) ? body : undefined;
}
