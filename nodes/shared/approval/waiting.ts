/** What the node that waits for an approval and the triggers that hear of the decision have to know of each other. */
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Resumption } from '../../../feishu/approval/waitId';

/** The end of the address at which n8n resumes an execution that waits for an approval. */
export const RESUME_PATH = 'approval';

/** What the waiting execution says when it is told of a decision, which it reads for itself. */
export type ApprovalVerdict = 'recorded' | 'over' | 'undecided' | 'unreadable';

/** Of this n8n, as soon as an execution of this process has waited. */
let waitingBase: string | undefined;

/** Where this execution is resumed. n8n signs its address with a token of the execution. */
export function resumptionOf(context: IExecuteFunctions): Resumption {
	const executionId = context.getExecutionId();
	const url = new URL(String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0)));
	waitingBase = `${url.origin}${url.pathname.replace(/\/[^/]*$/, '')}`;
	return { executionId, token: url.searchParams.get('signature') ?? '0'.repeat(64) };
}

/** @param instanceUrl n8n's own: a trigger is not told where n8n resumes executions. Unless this process knows it, the path is n8n's default. */
export function resumeAddress(instanceUrl: string, { executionId, token }: Resumption): string {
	const base = waitingBase ?? `${instanceUrl.replace(/\/+$/, '')}/webhook-waiting`;
	return `${base}/${executionId}/${RESUME_PATH}?signature=${token}`;
}
