import { NodeApiError, NodeOperationError, type IDataObject, type INode, type JsonObject } from 'n8n-workflow';

import { explain, tokenAdvice, type Cause, type ExplainContext, type Explanation } from '../../../feishu/advice';
import type { CallError } from '../../../feishu/api/call';
import { isInputError } from '../../../feishu/input';
import { object } from '../../../feishu/json';
import { findCause } from '../../../feishu/api/network';
import type { JobError } from '../../../feishu/api/poll';
import type { TokenError } from '../../../feishu/api/tokens';
import { panelHtml } from './panelHtml';

/** The errors that n8n shows as they are. */
export type NodeError = NodeApiError | NodeOperationError;

export interface ErrorContext extends ExplainContext {
	itemIndex?: number;
}

/**
 * Turns whatever was thrown into the one error that n8n shows: what happened, how to mend it, which item.
 * n8n rewrites messages that happen to hold words such as EPERM ("updatePermission"), so each is set again once the error is built.
 */
export function toNodeError(node: INode, error: unknown, context: ErrorContext = {}): NodeError {
	const { itemIndex } = context;
	if (isNodeError(error)) {
		if (itemIndex !== undefined) error.context.itemIndex ??= itemIndex;
		return error;
	}
	if (isInputError(error)) {
		return operationError(node, error.message, withNotes(error.advice, context), itemIndex);
	}
	const call = findCause<CallError>(error, 'CallError');
	if (call) {
		return apiError(
			node,
			explain(call.failure, call.history, context),
			{ code: call.failure.code, status: call.failure.status, logId: call.failure.logId },
			itemIndex,
		);
	}
	const token = findCause<TokenError>(error, 'FeishuTokenError');
	if (token) return tokenError(node, token, itemIndex);
	const job = findCause<JobError>(error, 'JobError');
	if (job) return operationError(node, job.message, job.advice || undefined, itemIndex);
	const plain = error instanceof Error ? error : new Error(String(error));
	return operationError(node, plain.message, undefined, itemIndex);
}

/** Each on a line of its own, as in the error of a call. */
function withNotes(advice: string | undefined, { notes = [] }: ErrorContext): string | undefined {
	if (notes.length === 0) return advice;
	return [...(advice ? [`${advice}.`] : []), ...notes].join('\n');
}

/**
 * The error as n8n's panel shows it, which takes the description for HTML: lines are lines there, addresses can be opened,
 * and what somebody wrote with angle brackets stays to be read.
 */
export function inPanel(error: NodeError): NodeError {
	if (error.description) error.description = panelHtml(error.description);
	return error;
}

/** A failure as data: of an item, of one of several receivers, of one file of a message, of one row of a batch. */
export interface FailureData extends IDataObject {
	/** What happened, in the words of the error. */
	error: string;
	details: {
		/** What to do about it, and the platform's own words; may be empty. */
		advice: string;
		/** The platform's number, when it gave one. */
		code?: number;
		/** What the platform's support asks for. */
		log_id?: string;
	};
}

/**
 * The one shape of failures as data. Exactly these two keys: n8n takes an item with others for a success and keeps it
 * off the error output.
 */
export function failureData({ message, description, context }: NodeError): FailureData {
	const { code, logId } = object(context.data);
	return {
		error: message,
		details: {
			advice: description ?? '',
			...(typeof code === 'number' && { code }),
			...(typeof logId === 'string' && { log_id: logId }),
		},
	};
}

function operationError(
	node: INode,
	message: string,
	description: string | undefined,
	itemIndex: number | undefined,
): NodeOperationError {
	const error = new NodeOperationError(node, message, { description, itemIndex });
	error.message = message;
	return error;
}

function tokenError(node: INode, error: TokenError, itemIndex: number | undefined): NodeApiError {
	const advice = tokenAdvice(error.feishuCode);
	// Our own words: what happened, and behind the first full stop what to do.
	const [headline = '', ...rest] = error.feishuCode === undefined ? error.message.split(/(?<=\.) /) : [];
	const own = rest.length > 0 ? { message: headline.slice(0, -1), hint: rest.join(' ') } : undefined;
	const explanation: Explanation = {
		message: advice?.message ?? own?.message ?? 'Feishu gave no access token',
		description: advice ? `${advice.hint}.\n${error.quote}` : (own?.hint ?? error.quote),
		cause: 'credential-invalid',
	};
	return apiError(node, explanation, { code: error.feishuCode }, itemIndex);
}

/** What a workflow may read from the error besides its words. */
interface Facts {
	code?: number | null;
	status?: number;
	logId?: string | null;
}

function apiError(node: INode, explanation: Explanation, facts: Facts, itemIndex: number | undefined): NodeApiError {
	const { message, description, cause, retryAfterMs } = explanation;
	const data: JsonObject = { code: facts.code ?? null, logId: facts.logId ?? null };
	const error = new NodeApiError(
		node,
		{ message },
		{
			message,
			description,
			httpCode: String(facts.status ?? facts.code ?? ''),
			itemIndex,
			...(cause && { failure: failure(cause, retryAfterMs) }),
		},
	);
	error.message = message;
	error.description = description;
	error.context.data = data;
	return error;
}

type Failure = NonNullable<NonNullable<ConstructorParameters<typeof NodeApiError>[2]>['failure']>;

function failure(cause: Cause, retryAfterMs: number | undefined): Failure {
	if (cause === 'credential-invalid' || cause === 'configuration-invalid') return { cause };
	return retryAfterMs === undefined ? { cause } : { cause, retryAfterMs };
}

function isNodeError(error: unknown): error is NodeError {
	// CallError and its kin reach us wrapped by n8n's HTTP helper: those are put into our own words.
	return (
		error instanceof Error &&
		(error.name === 'NodeApiError' || error.name === 'NodeOperationError') &&
		!findCause(error, 'FeishuTokenError') &&
		!findCause(error, 'InputError')
	);
}
