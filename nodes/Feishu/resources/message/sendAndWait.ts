import { randomUUID } from 'node:crypto';

import { WAIT_INDEFINITELY, type IExecuteFunctions } from 'n8n-workflow';

import { askingCard } from '../../../../feishu/im/sendAndWait/decisionCards';
import {
	BUTTON_PROPERTY,
	seal,
	sealButton,
	type Choice,
	type SealKey,
} from '../../../../feishu/im/sendAndWait/sealedDecision';
import { DECISION_FIELD } from '../../../../feishu/im/sendAndWait/verdict';
import { appOf } from '../../../shared/client/appOf';
import type { ButtonTarget } from '../../../shared/im/sendAndWait/controls';
import { UPDATE_CARD } from '../../../shared/im/sendAndWait/lateCard';
import { CONNECTIONS, nobodyHears } from '../../../shared/im/sendAndWait/nobodyHears';
import { readApprovers, readOffered, readQuestion } from '../../../shared/im/sendAndWait/question';
import {
	answerInField,
	approvalOptionsField,
	askedField,
	formFieldsField,
	messageField,
	optionsField,
	responseTypeField,
	titleField,
	triggerNotice,
} from '../../../shared/im/sendAndWait/sendAndWaitFields';
import { keepWait, type Wait } from '../../../shared/im/sendAndWait/state';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';
import { defineOperation } from '../../../shared/operation/operation';
import { messageItem, messageOutput } from './output';
import { SEND, sendAll } from './sending';

/**
 * Asks in a card, and waits. Everything that the answer needs is in the execution and in the card, never in the
 * memory of a process: `resumeWebhook.ts` goes on from there, after a restart and on another worker alike.
 */
export const sendAndWait = defineOperation({
	// n8n knows the operation by this value: it checks the signatures of its addresses, and makes a tool of it.
	value: 'sendAndWait',
	name: 'Send and Wait for Response',
	action: 'Send a message and wait for response',
	description: 'Ask once for all input items, and go on with the answer',
	endpoint: SEND,
	alsoCalls: [UPLOAD_IMAGE, UPDATE_CARD, CONNECTIONS],
	scopes: ['im:message:send_as_bot', 'im:message'],
	identity: 'app',
	fields: [
		askedField,
		titleField,
		messageField,
		responseTypeField,
		answerInField,
		triggerNotice,
		formFieldsField,
		approvalOptionsField,
		optionsField,
	],
	output: messageOutput,
	once: true,
	async run(reader) {
		const { read, feishu, context, uuid } = reader;
		const receiver = read(askedField);
		const answerIn = read(answerInField);
		const responseType = read(responseTypeField);
		const offered = readOffered(reader);
		const options = read(optionsField);
		const until = options.limitWaitTime?.(Date.now());
		const people = readApprovers(reader);
		const key = await appOf(context);
		if (answerIn === 'card' && !options.listensElsewhere && (await nobodyHears({ context, feishu }, key)))
			throw answerInField.refuse(
				'is Card, but no trigger of this app is active, so nobody would hear the click',
				'Publish a workflow with a Feishu Trigger (or Feishu Webhook Trigger) that uses this credential; where that is active in another n8n, add Options → Trigger Listens Elsewhere; or choose Link',
			);
		const question = await readQuestion(reader, { feishu, context });
		const approvers = (await people?.resolveOfAnyKind(feishu)) ?? [];
		const id = randomUUID();
		const controls = offered.controls(targets(context, { id, answerIn, until, key }));
		const content = askingCard(question, controls, until, messageField.label);
		const to =
			receiver.to === 'user'
				? await receiver.person.receiver(feishu)
				: { id: receiver.chatId, type: 'chat_id' as const };
		const [sent] = await sendAll(feishu, to, [{ msg_type: 'interactive', content }], uuid);
		if (!sent) return [];
		const { labels, inputs } = offered;
		const { message_id: messageId, chat_id: chatId = '' } = sent;
		const { tenant } = await feishu.sender();
		const asked = { question, labels, inputs, approvers, until };
		keepWait(context, { id, answerIn, responseType, messageId, chatId, tenant, ...asked });
		await context.putExecutionToWait(until === undefined ? WAIT_INDEFINITELY : new Date(until));
		return messageItem(sent, true);
	},
});

interface Target extends Pick<Wait, 'id' | 'answerIn' | 'until'> {
	key: SealKey;
}

/** What the buttons do. Neither the card nor the address tells anybody else how to go on with the workflow. */
function targets(context: IExecuteFunctions, { id: wait, answerIn, until, key }: Target) {
	return (choice: Choice): ButtonTarget => {
		if (answerIn === 'link') {
			return { url: context.getSignedResumeUrl({ [DECISION_FIELD]: seal(key, 'link', { wait, choice }) }) };
		}
		const button = { url: context.getSignedResumeUrl(), wait, choice, until };
		return { value: { [BUTTON_PROPERTY]: sealButton(key, button) } };
	};
}
