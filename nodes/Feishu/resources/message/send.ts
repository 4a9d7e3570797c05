import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { CHAT, compose, composerFields, type Composed } from '../../../shared/composer';
import type { FeishuClient } from '../../../shared/client';
import { DEPARTMENT_CHILDREN, DEPARTMENT_USERS } from '../../../shared/directory';
import { toNodeError } from '../../../shared/errors';
import { simplifyField } from '../../../shared/fields/common';
import { FIND_ENDPOINT } from '../../../shared/fields/user';
import { defineOperation } from '../../../shared/operation';
import { runSchedule } from '../../../shared/schedule';
import { UPLOAD_FILE, UPLOAD_IMAGE } from '../../../shared/upload';
import { messageOutput } from './output';
import { readReceivers, receiverFields, receiverKey } from './receivers';
import { receiverOutput, SEND, sendAll, type Receiver } from './sending';

/** Receivers of one item that are written to side by side. */
const AT_ONCE = 10;

export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send a message',
	description: 'Write to a group, a person, or many of them',
	endpoint: SEND,
	alsoCalls: [UPLOAD_IMAGE, UPLOAD_FILE, FIND_ENDPOINT, DEPARTMENT_CHILDREN, DEPARTMENT_USERS],
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: [...receiverFields(), ...composerFields(CHAT), simplifyField()],
	orderBy: receiverKey,
	async run({ param, feishu, context, uuid }) {
		const receivers = readReceivers(param);
		const messages = await compose({ param, feishu, context, surface: CHAT });
		const simple = param.flag('simple');
		const found = await receivers.resolve(feishu);
		if (receivers.several) return await sendToEach({ feishu, context, receivers: found, messages, uuid, simple });
		const [receiver] = found;
		if (!receiver) return [];
		return (await sendAll(feishu, receiver, messages, uuid)).map((message) => messageOutput(message, simple));
	},
});

interface Round {
	feishu: FeishuClient;
	context: IExecuteFunctions;
	receivers: readonly Receiver[];
	messages: readonly Composed[];
	uuid: string;
	simple: boolean;
}

/**
 * Writes to each receiver. One who can't be reached keeps nobody else from the message, and has a result that says why.
 * @throws the first failure when nobody at all was reached
 */
async function sendToEach({ feishu, context, receivers, messages, uuid, simple }: Round): Promise<IDataObject[]> {
	const results: IDataObject[][] = [];
	const failures: unknown[] = [];
	await runSchedule({
		count: receivers.length,
		atOnce: AT_ONCE,
		keyOf: () => undefined,
		goOn: () => context.getExecutionCancelSignal?.()?.aborted !== true,
		async run(index) {
			const receiver = receivers[index] as Receiver;
			try {
				const sent = await sendAll(feishu, receiver, messages, `${uuid}-${index}`);
				results[index] = sent.map((message) => ({
					...receiverOutput(receiver),
					sent: true,
					...messageOutput(message, simple),
				}));
			} catch (error) {
				failures.push(error);
				const { message, description } = toNodeError(context.getNode(), error);
				results[index] = [{ ...receiverOutput(receiver), sent: false, failure: message, advice: description ?? '' }];
			}
		},
	});
	if (failures.length > 0 && failures.length === receivers.length) throw failures[0];
	return results.flat();
}
