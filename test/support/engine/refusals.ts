import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId, clip, list, type Platform } from '.';

/** What is refused, by which operation, and how it is told. */
export type Refusal = readonly [
	what: string,
	key: string,
	parameters: (p: Platform) => INodeParameters,
	code: number,
	message: string,
	hint: string,
];

const DAY = 86_400_000;
const card = (value: object) => ({ messageType: 'cardJson', cardJson: JSON.stringify(value) });
export const here = (p: Platform) => ({ chat: list(p.chat.chat_id) });
const text = { text: 'x' };

/** Refusals that the platform gives of its own accord. */
export const REFUSALS: readonly Refusal[] = [
	[
		'a group without the app',
		'message:send',
		(p) => ({ chat: list(p.strangeChat.chat_id), ...text }),
		230002,
		'The app is not in this chat',
		'Settings → Bots → Add Bot',
	],
	[
		'an unknown chat',
		'message:send',
		() => ({ chat: byId('oc_unknown'), ...text }),
		99992356,
		"The chat does not exist, or this app can't see it",
		'choose the chat from the list',
	],
	[
		'an unknown open_id',
		'message:send',
		() => ({ sendTo: 'user', user: byId('ou_unknown'), ...text }),
		99992351,
		"The open_id does not exist, or this app can't see it",
		'An open_id belongs to one app',
	],
	[
		'an unknown union_id',
		'message:send',
		() => ({ sendTo: 'user', user: byId('on_unknown'), ...text }),
		99992364,
		"The user does not exist, or this app can't see it",
		'union_id is wrong',
	],
	[
		'an unknown user_id',
		'message:send',
		() => ({ sendTo: 'user', user: byId('unknown'), ...text }),
		99992360,
		"The user ID does not exist, or this app can't see it",
		'contact:user.employee_id:readonly',
	],
	[
		'an address out of reach',
		'message:send',
		() => ({ sendTo: 'user', user: byEmail('nobody@example.com'), ...text }),
		230013,
		'The app may not reach this person',
		'availability',
	],
	[
		'an image in a card that the app has not uploaded',
		'message:send',
		(p) => ({
			...here(p),
			...card({
				schema: '2.0',
				body: { elements: [{ tag: 'img', img_key: 'img_unknown', alt: { tag: 'plain_text', content: '' } }] },
			}),
		}),
		230099,
		'Feishu could not build the card: it shows an image that Feishu does not know',
		'img_unknown',
	],
	[
		'an unknown template',
		'message:send',
		(p) => ({ ...here(p), messageType: 'cardTemplate', templateId: 'AAqUnknown' }),
		230099,
		'Feishu could not build the card: there is no such template, or it was never published',
		'template does not exist',
	],
	[
		'a mention of an unknown person',
		'message:send',
		(p) => ({ ...here(p), ...text, mentions: { mention: [{ who: 'person', user: byId('ou_unknown') }] } }),
		230001,
		"A person who is named does not exist, or this app can't see them",
		'An open_id belongs to one app',
	],
	[
		'a video sent as a file',
		'message:send',
		(p) => ({ ...here(p), messageType: 'file', mediaSource: 'key', fileKey: p.file(clip, 'mp4') }),
		230055,
		'The file was uploaded as another type than it is sent as',
		'Send the binary itself',
	],
	[
		"another app's file",
		'message:send',
		(p) => ({ ...here(p), messageType: 'file', mediaSource: 'key', fileKey: foreignFile(p) }),
		230017,
		'The file belongs to another app',
		'Send the binary itself',
	],
	[
		'a sticker never received',
		'message:send',
		(p) => ({ ...here(p), messageType: 'sticker', stickerKey: 'file_unknown' }),
		230001,
		'Feishu does not know this sticker',
		'were sent to it',
	],
	[
		'sharing a group without the app',
		'message:send',
		(p) => ({ ...here(p), messageType: 'shareChat', sharedChat: list(p.strangeChat.chat_id) }),
		230002,
		'The app is not in this chat',
		'Add Bot',
	],
	[
		'an answer to an unknown message',
		'message:reply',
		() => ({ messageId: byId('om_unknown'), ...text }),
		99992354,
		"The message does not exist, or this app can't see it",
		'A message ID starts with om_',
	],
	[
		'an answer to a recalled message',
		'message:reply',
		(p) => ({ messageId: recalled(p), ...text }),
		230011,
		'The message was recalled',
		'Nothing more',
	],
	[
		"an edit of a person's message",
		'message:edit',
		(p) => ({ messageId: byId(p.userMessage().message_id), ...text }),
		230071,
		"The message can't be changed this way",
		'Only its sender may edit it',
	],
	[
		'an edit of an image',
		'message:edit',
		(p) => ({ messageId: byId(p.botMessage({ image_key: p.image() }, 'image').message_id), ...text }),
		230054,
		'This type of message is not possible here',
		'See which types',
	],
	[
		'a 21st edit',
		'message:edit',
		(p) => ({ messageId: edited(p, 20), ...text }),
		230072,
		'The message was edited too often',
		'20 times',
	],
	[
		"a recall of a person's message",
		'message:recall',
		(p) => ({ messageId: byId(p.userMessage().message_id) }),
		230026,
		'The app may not recall this message',
		'its own messages',
	],
	[
		'a second recall',
		'message:recall',
		(p) => ({ messageId: recalled(p) }),
		230110,
		'The message was deleted',
		'Nothing more',
	],
	[
		'a recall too late',
		'message:recall',
		(p) => ({ messageId: aged(p, 2 * DAY) }),
		230009,
		'The time in which this message may be recalled is over',
		'administrator',
	],
	[
		'a forward into an unknown thread',
		'message:forward',
		(p) => ({ messageId: byId(p.userMessage().message_id), sendTo: 'thread', threadId: 'omt_unknown' }),
		230019,
		"The thread does not exist, or this app can't see it",
		'deleted',
	],
	[
		'a message of a group without the app',
		'message:get',
		(p) => ({ messageId: byId(p.userMessage('x', 'text', p.strangeChat).message_id) }),
		230002,
		'The app is not in this chat',
		'Add Bot',
	],
	[
		'the history of a group without the app',
		'message:getAll',
		(p) => ({ chat: list(p.strangeChat.chat_id) }),
		230002,
		'The app is not in this chat',
		'Add Bot',
	],
	[
		'an unknown chat',
		'chat:get',
		() => ({ chat: byId('oc_unknown') }),
		232006,
		'The chat ID is not valid',
		'choose the chat from the list',
	],
	[
		'members of a group without the app',
		'member:getAll',
		(p) => ({ chat: list(p.strangeChat.chat_id) }),
		232011,
		'The app is not in this chat',
		'Add Bot',
	],
	[
		'an unknown person',
		'user:get',
		() => ({ user: byId('ou_unknown') }),
		99992351,
		"The open_id does not exist, or this app can't see it",
		'An open_id belongs to one app',
	],
	[
		'an unknown department',
		'user:getByDepartment',
		() => ({ department: byId('od-unknown') }),
		99992358,
		"The department does not exist, or this app can't see it",
		'open_department_id',
	],
	[
		'an unknown file',
		'media:downloadFile',
		() => ({ fileKey: 'file_unknown' }),
		234005,
		'The file was deleted',
		'sent again',
	],
	[
		"another app's file",
		'media:downloadFile',
		(p) => ({ fileKey: foreignFile(p) }),
		234008,
		'Only the app that uploaded it can download this',
		'Download Message Attachment',
	],
	[
		'a file of another message',
		'media:downloadAttachment',
		(p) => ({ messageId: byId(p.userMessage().message_id), fileKey: p.file() }),
		234003,
		'The file is not part of this message',
		'same message',
	],
	[
		'a file of a group without the app',
		'media:downloadAttachment',
		(p) => ({ messageId: byId(p.userMessage('x', 'text', p.strangeChat).message_id), fileKey: p.file() }),
		234004,
		'The app is not in the chat of this message',
		'Add Bot',
	],
	[
		'an attachment of a card',
		'media:downloadAttachment',
		(p) => ({ messageId: byId(p.userMessage({ title: '' }, 'interactive').message_id), fileKey: p.file() }),
		234043,
		"Attachments of this kind of message can't be downloaded",
		'Stickers, cards',
	],
];

function recalled(p: Platform) {
	const message = p.botMessage();
	message.deleted = true;
	return byId(message.message_id);
}

function edited(p: Platform, edits: number) {
	const message = p.botMessage();
	message.edits = edits;
	return byId(message.message_id);
}

function aged(p: Platform, ms: number) {
	const message = p.botMessage();
	message.create_time -= ms;
	return byId(message.message_id);
}

function foreignFile(p: Platform): string {
	const key = p.file();
	const file = p.store.files.get(key);
	if (file) file.app_id = 'cli_another';
	return key;
}
