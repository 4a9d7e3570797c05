import { randomUUID } from 'node:crypto';

import { WAIT_INDEFINITELY, type IExecuteFunctions } from 'n8n-workflow';

import { askingCard, type Question } from '../../../../feishu/im/sendAndWait/decisionCards';
import {
	BUTTON_PROPERTY,
	seal,
	sealButton,
	type Choice,
	type SealKey,
} from '../../../../feishu/im/sendAndWait/sealedDecision';
import { DECISION_FIELD } from '../../../../feishu/im/sendAndWait/verdict';
import { InputError } from '../../../../feishu/input';
import { markdownElements } from '../../../../feishu/markdown';
import { CHAT, type ComposeContext } from '../../../shared/im/composer';
import { attribution } from '../../../shared/im/composer/attribution';
import { withUploadedImages } from '../../../shared/im/composer/images';
import { appOf } from '../../../shared/client/appOf';
import { readPeopleOfAnyKind } from '../../../shared/contact/people';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { defineOperation } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { readOffered, type ButtonTarget } from '../../../shared/im/sendAndWait/controls';
import { sendAndWaitFields } from '../../../shared/im/sendAndWait/sendAndWaitFields';
import { UPDATE_CARD } from '../../../shared/im/sendAndWait/lateCard';
import { readLimit } from '../../../shared/im/sendAndWait/limit';
import { keepWait, type ResponseType, type Wait } from '../../../shared/im/sendAndWait/state';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';
import { chatId } from '../../../shared/im/chat';
import { userReceiver, userReference } from '../../../shared/contact/user';
import type { FeishuClient } from '../../../shared/client/client';
import { messageItem } from './output';
import { SEND, sendAll, type Receiver } from './sending';

/**
 * Asks in a card, and waits. Everything that the answer needs is in the execution and in the card, never in the
 * memory of a process: `webhook.ts` goes on from there, after a restart and on another worker alike.
 */
export const sendAndWait = defineOperation({
	// n8n knows the operation by this value: it checks the signatures of its addresses, and makes a tool of it.
	value: 'sendAndWait',
	name: 'Send and Wait for Response',
	action: 'Send a message and wait for response',
	description: 'Ask once for all input items, and go on with the answer',
	endpoint: SEND,
	alsoCalls: [UPLOAD_IMAGE, FIND_ENDPOINT, UPDATE_CARD],
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: sendAndWaitFields(),
	async run({ param, feishu, context, itemIndex, uuid }) {
		if (itemIndex > 0) return [];
		const findReceiver = readReceiver(param);
		const answerIn = param.choice<Wait['answerIn']>('answerIn');
		const responseType = param.choice<ResponseType>('responseType');
		const offered = readOffered(param, responseType, answerIn);
		const until = readLimit(param, Date.now());
		refuseApproversOfLink(param, answerIn);
		const question = await readQuestion({ param, context, feishu, surface: CHAT });
		const approvers = await readPeopleOfAnyKind(param, feishu, 'options.approvers');
		const id = randomUUID();
		const key = await appOf(context);
		const controls = offered.controls(targets(context, { id, answerIn, until, key }));
		const card = askingCard(question, controls, until, param.label('message'));

		const [sent] = await sendAll(
			feishu,
			await findReceiver(feishu),
			[{ msg_type: 'interactive', content: card }],
			uuid,
		);
		if (!sent) return [];
		const { labels, inputs } = offered;
		const { message_id: messageId, chat_id: chatId = '' } = sent;
		keepWait(context, { id, answerIn, responseType, messageId, chatId, question, labels, inputs, approvers, until });
		await context.putExecutionToWait(until === undefined ? WAIT_INDEFINITELY : new Date(until));
		return messageItem(sent, true);
	},
});

function readReceiver(param: Params): (feishu: FeishuClient) => Promise<Receiver> {
	if (param.choice('sendTo') === 'user') {
		userReference(param);
		return async (feishu) => await userReceiver(param, feishu);
	}
	const id = chatId(param);
	return async () => ({ id, type: 'chat_id' });
}

async function readQuestion(context: ComposeContext): Promise<Question> {
	const { param } = context;
	param.text('message');
	const words = await withUploadedImages(context, param.rawText('message'), 'message');
	const note = attribution(context, 'options');
	return { title: param.optionalText('subject'), words: markdownElements(words), ...(note && { note }) };
}

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

function refuseApproversOfLink(param: Params, answerIn: Wait['answerIn']): void {
	if (answerIn !== 'link' || param.rows('options.approvers', 'person').length === 0) return;
	const field = param.label('options.approvers');
	throw new InputError(
		field,
		`The field '${field}' can't be used with answers by link`,
		`Nobody knows who opens a link: set '${param.label('answerIn')}' to Card, or remove the approvers`,
	);
}
