import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { FeishuClient } from '../../../shared/client/client';
import { failureData, toNodeError, type ErrorContext } from '../../../shared/client/errors';
import type { Composed } from '../../../shared/im/composer';
import { runSchedule } from '../../../shared/operation/schedule';
import type { FoundReceivers } from './findReceivers';
import { messageItem } from './output';
import { receiverOutput, sendAll, type Receiver } from './sending';

/** Receivers of one item that are written to side by side. */
const AT_ONCE = 10;

/** What each receiver's item has besides the message. */
export const RESULT_SHAPE = {
	'receiver?': 'string',
	'receiver_type?': 'string',
	'sent?': 'boolean',
	'error?': 'string',
	'details?': { advice: 'string', 'code?': 'number', 'log_id?': 'string' },
} as const;

interface Round extends FoundReceivers {
	feishu: FeishuClient;
	context: IExecuteFunctions;
	messages: readonly Composed[];
	uuid: string;
	simple: boolean;
}

/**
 * Writes to each receiver. One who can't be reached keeps nobody else from the message, and has a result that says why.
 * @throws the first failure when nobody at all was reached
 */
export async function sendToEach({
	feishu,
	context,
	receivers,
	missing,
	messages,
	uuid,
	simple,
}: Round): Promise<IDataObject[]> {
	const failed = (names: IDataObject, error: unknown, errorContext: ErrorContext = {}): IDataObject => ({
		...names,
		sent: false,
		...failureData(toNodeError(context.getNode(), error, errorContext)),
	});
	const results: IDataObject[][] = [];
	const failures = missing.map(({ error }) => error);
	await runSchedule({
		count: receivers.length,
		atOnce: AT_ONCE,
		keyOf: () => undefined,
		goOn: () => context.getExecutionCancelSignal?.()?.aborted !== true,
		async run(index) {
			const receiver = receivers[index] as Receiver;
			const errorContext: ErrorContext = {};
			try {
				const sent = await sendAll(feishu, receiver, messages, `${uuid}-${index}`, errorContext);
				results[index] = sent.map((message) => ({
					...receiverOutput(receiver),
					sent: true,
					...messageItem(message, simple),
				}));
			} catch (error) {
				failures.push(error);
				results[index] = [failed(receiverOutput(receiver), error, errorContext)];
			}
		},
	});
	if (failures.length > 0 && failures.length === receivers.length + missing.length) throw failures[0];
	return [...results.flat(), ...missing.map(({ receiver, error }) => failed({ receiver }, error))];
}
