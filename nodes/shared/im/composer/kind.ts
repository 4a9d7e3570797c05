import type { Field } from '../../operation/field';
import type { Mentions } from './mentions';
import type { Surface } from './surface';
import type { Tools } from './tools';

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
		| 'share_user'
		| 'system';
	content: object;
}

/** What stands around the words of a message. */
export interface Frame {
	/** Who is named at the beginning and notified. */
	mentions: Mentions;
	/** The line at the end that says where the message comes from, as Markdown. */
	from?: string;
}

/**
 * Makes what was filled in into one message or more, in their order.
 * @throws InputError about a field, before anything is sent but uploads
 */
export type Compose = (tools: Tools & Frame) => Promise<readonly Composed[]>;

/** A kind of message: its entry in the dropdown, its fields, and how they become messages. */
export interface MessageKind {
	/** Stable for ever. */
	value: string;
	name: string;
	description: string;
	/** Set for kinds that have words: they can name people, and say where the message comes from. */
	inWords?: true;
	/** Endpoints that it may call where an app writes, besides those that its fields bring. */
	calls?: readonly string[];
	/** Its fields, read as one. */
	field(surface: Surface): Field<Compose>;
}
