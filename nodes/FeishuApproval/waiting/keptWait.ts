import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import { keep, keptOf } from '../../shared/waiting/kept';

/** What an execution knows about the approval that it waits for. */
export interface ApprovalWait {
	/** Of this wait alone: an execution that loops waits several times. */
	uuid: string;
	instance_code: string;
	/** Of a store app: the organization of the approval. */
	tenant?: string;
	/** Milliseconds since 1970; absent when it waits for ever. */
	until?: number;
	/** The same. */
	begun: number;
	/** Where the execution is resumed, n8n's signature with it. */
	address: string;
}

const KEY = 'feishuApproval';

/** For people: the item after the limit is the input, so the code can be had by an expression. */
const CODE_KEY = 'instance_code';

export function keepApproval(context: IExecuteFunctions, wait: ApprovalWait): void {
	keep(context, KEY, wait);
	context.getContext('node')[CODE_KEY] = wait.instance_code;
}

/** Of the execution that is being resumed; undefined when it waits for no approval. */
export const keptApproval = (context: IWebhookFunctions): ApprovalWait | undefined => keptOf(context, KEY);
