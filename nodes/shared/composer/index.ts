import type { INodePropertyOptions } from 'n8n-workflow';

import type { FeishuClient } from '../client';
import { mergeFields } from '../mergeFields';
import type { Field } from '../operation';
import type { Params } from '../params';
import { card, cardTemplateKind } from './card';
import { audio, file, image, sticker, video } from './media';
import { post } from './post';
import { shareChat, shareUser } from './share';
import { text } from './text';

/** A message as the platform takes it; content is still an object and becomes a string when sent. */
export interface Composed {
	msg_type:
		| 'text'
		| 'post'
		| 'image'
		| 'file'
		| 'audio'
		| 'media'
		| 'sticker'
		| 'interactive'
		| 'share_chat'
		| 'share_user';
	content: object;
}

export interface ComposeContext {
	param: Params;
	feishu: FeishuClient;
}

/** A kind of message: its entry in the dropdown, its fields, and how they become a message. */
export interface MessageKind {
	/** Stable for ever. */
	value: string;
	name: string;
	description: string;
	fields: readonly Field[];
	/** @throws InputError about a field, before anything is sent but uploads */
	compose(context: ComposeContext): Promise<Composed>;
}

const KINDS: readonly MessageKind[] = [
	audio,
	card,
	cardTemplateKind,
	shareUser,
	file,
	shareChat,
	image,
	post,
	sticker,
	text,
	video,
];

/**
 * The composer: the fields with which every operation that writes a message lets people write it.
 * @param kinds values of the kinds that the operation offers; all of them unless given
 */
export function composerFields(kinds: readonly string[] = KINDS.map((kind) => kind.value)): Field[] {
	const offered = KINDS.filter((kind) => kinds.includes(kind.value));
	return [
		{
			displayName: 'Message Type',
			name: 'messageType',
			type: 'options',
			noDataExpression: true,
			options: offered.map(({ name, value, description }): INodePropertyOptions => ({ name, value, description })),
			default: 'text',
			description: 'What to send',
		},
		...mergeFields('messageType', offered),
	];
}

/** Composes the message from what was filled in. @throws InputError */
export async function compose(context: ComposeContext): Promise<Composed> {
	const value = context.param.choice('messageType');
	const kind = KINDS.find((one) => one.value === value);
	if (!kind) throw new Error(`Unknown message type: ${value}`);
	return await kind.compose(context);
}
