import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Question } from '../../../../feishu/im/sendAndWait/decisionCards';
import type { Choice } from '../../../../feishu/im/sendAndWait/sealedDecision';
import { keep, keptOf } from '../../waiting/kept';
import type { Input } from './inputs';

export type ResponseType = 'approval' | 'freeText' | 'customForm';

/** What an execution knows about the answer that it waits for. */
export interface Wait {
	/** Of this wait alone: an execution that loops waits several times. */
	id: string;
	/** In the card by clicks, or on n8n's own page. */
	answerIn: 'card' | 'link';
	responseType: ResponseType;
	messageId: string;
	chatId: string;
	/** Of a store app: the organization of the chat. */
	tenant?: string;
	question: Question;
	/** The ways to answer that are offered, with the words on their buttons. */
	labels: Partial<Record<Choice, string>>;
	/** What is asked for, with a form. */
	inputs: Input[];
	/** IDs of any kind; empty when everybody who sees the card may answer. */
	approvers: string[];
	/** Milliseconds since 1970; absent when it waits for ever. */
	until?: number;
}

const KEY = 'feishuWait';

/** Puts the wait into the execution. */
export function keepWait(context: IExecuteFunctions, wait: Wait): void {
	keep(context, KEY, wait);
}

/** The wait of the execution that is being resumed; undefined when it keeps none. */
export function waitOf(context: IWebhookFunctions): Wait | undefined {
	return keptOf<Wait>(context, KEY);
}
