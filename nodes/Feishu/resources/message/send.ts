import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { CHAT, compose, composerFieldsOld, type Composed } from '../../../shared/im/composer';
import type { FeishuClient } from '../../../shared/client/client';
import { DEPARTMENT_CHILDREN, DEPARTMENT_USERS } from '../../../shared/contact/directory';
import { toNodeError } from '../../../shared/client/errors';
import { simplifyFieldOld } from '../../../shared/fields/common';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { defineOperation } from '../../../shared/operation/operation';
import { runSchedule } from '../../../shared/operation/schedule';
import { UPLOAD_FILE, UPLOAD_IMAGE } from '../../../shared/im/upload';
import { messageOutput } from './output';
import { isSeveral, readReceiver, readReceivers, receiverFields, receiverKey, type FoundReceivers } from './receivers';
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
	fields: [...receiverFields(), ...composerFieldsOld(CHAT), simplifyFieldOld()],
	orderBy: ({ param }) => receiverKey(param),
	async run({ param, feishu, context, uuid, note }) {
		const simple = param.flag('simple');
		if (isSeveral(param)) {
			const find = readReceivers(param);
			const messages = await compose({ param, feishu, context, surface: CHAT });
			return await sendToEach({ feishu, context, ...(await find(feishu)), messages, uuid, simple });
		}
		const find = readReceiver(param);
		const messages = await compose({ param, feishu, context, surface: CHAT });
		const sent = await sendAll(feishu, await find(feishu), messages, uuid, note);
		return sent.map((message) => messageOutput(message, simple));
	},
});

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
async function sendToEach({
	feishu,
	context,
	receivers,
	missing,
	messages,
	uuid,
	simple,
}: Round): Promise<IDataObject[]> {
	const failed = (names: IDataObject, error: unknown, note = ''): IDataObject => {
		const { message, description } = toNodeError(context.getNode(), error);
		return { ...names, sent: false, failure: message, advice: [description, note].filter(Boolean).join(' ') };
	};
	const results: IDataObject[][] = [];
	const failures = missing.map(({ error }) => error);
	await runSchedule({
		count: receivers.length,
		atOnce: AT_ONCE,
		keyOf: () => undefined,
		goOn: () => context.getExecutionCancelSignal?.()?.aborted !== true,
		async run(index) {
			const receiver = receivers[index] as Receiver;
			let before = '';
			try {
				const sent = await sendAll(feishu, receiver, messages, `${uuid}-${index}`, (note) => (before = note));
				results[index] = sent.map((message) => ({
					...receiverOutput(receiver),
					sent: true,
					...messageOutput(message, simple),
				}));
			} catch (error) {
				failures.push(error);
				results[index] = [failed(receiverOutput(receiver), error, before)];
			}
		},
	});
	if (failures.length > 0 && failures.length === receivers.length + missing.length) throw failures[0];
	return [...results.flat(), ...missing.map(({ receiver, error }) => failed({ receiver }, error))];
}
