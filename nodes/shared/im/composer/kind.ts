import type { IExecuteFunctions } from 'n8n-workflow';

import type { FeishuClient } from '../../client/client';
import type { Field } from '../../operation/operation';
import type { Params } from '../../operation/params';

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

/** Where a message goes, as far as that decides how it can be written. */
export interface Surface {
	/** Values of the kinds that it takes. */
	kinds: readonly string[];
	/** Chooses a person. */
	person(overrides?: Partial<Field>): Field;
	/** Set where an app writes: it can upload files, look people up and be told of clicks. */
	app: boolean;
	/** Bytes of UTF-8 that a card may have. */
	cardLimit: number;
	/** Bytes of UTF-8 that a post may have. */
	postLimit: number;
	/** Bytes of UTF-8 that a text may have. */
	textLimit: number;
	/** What Markdown becomes, where it is not for the person to choose. */
	markdownAs?: 'card' | 'post';
	/** Set where a post has words, links, mentions and images only: the older form of messages knows no others. */
	plainPosts?: boolean;
	/** Set where exactly one message is written, as when one is changed. */
	single?: boolean;
}

export interface ComposeContext {
	param: Params;
	context: IExecuteFunctions;
	surface: Surface;
	/** The platform; absent where no app writes. */
	feishu?: FeishuClient;
}

/** A kind of message: its entry in the dropdown, its fields, and how they become messages. */
export interface MessageKind {
	/** Stable for ever. */
	value: string;
	name: string;
	description: string;
	fields(surface: Surface): readonly Field[];
	/** One message or more, in their order. @throws InputError about a field, before anything is sent but uploads */
	compose(context: ComposeContext): Promise<readonly Composed[]>;
}

/** The platform, where an app writes. */
export function platformOf({ feishu }: Pick<ComposeContext, 'feishu'>): FeishuClient {
	if (!feishu) throw new Error('This needs an app, and the field should not have been offered');
	return feishu;
}
