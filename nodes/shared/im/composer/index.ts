import type { INodePropertyOptions } from 'n8n-workflow';

import { mergeFields } from '../../operation/mergeFields';
import type { Field } from '../../operation/operation';
import { composerOptionsField } from './attribution';
import { card } from './card';
import { cardJson } from './cardJson';
import { cardTemplate } from './cardTemplate';
import { files } from './files';
import type { Composed, ComposeContext, MessageKind, Surface } from './kind';
import { markdown } from './markdown';
import { mentionsField } from './mentions';
import { audio, file, image, sticker, video } from './media';
import { none } from './none';
import { post } from './post';
import { shareChat, shareUser } from './share';
import { text } from './text';

export type { Composed, ComposeContext, MessageKind, Surface } from './kind';
export { inOrder } from './resolveInOrder';
export * from './surface';

/** In the order of their names. */
const KINDS: readonly MessageKind[] = [
	audio,
	card,
	cardJson,
	cardTemplate,
	shareUser,
	file,
	files,
	shareChat,
	image,
	markdown,
	none,
	post,
	sticker,
	text,
	video,
];

/** Kinds that have words: they can name people, and say where the message comes from. The same for all surfaces, so that their fields are equal. */
const OF_WORDS = ['card', 'cardJson', 'markdown', 'post', 'text'];

const messageTypeField: Field = {
	displayName: 'Message Type',
	name: 'messageType',
	type: 'options',
	noDataExpression: true,
	default: '',
	description: 'What to send',
};

/** The composer: the fields with which every operation that writes a message lets people write it. */
export function composerFields(surface: Surface): Field[] {
	const offered = KINDS.filter((kind) => surface.kinds.includes(kind.value));
	return [
		{
			...messageTypeField,
			options: offered.map(({ name, value, description }): INodePropertyOptions => ({ name, value, description })),
			default: surface.kinds[0] ?? '',
		},
		...mergeFields(
			'messageType',
			offered.map((kind) => ({ value: kind.value, fields: kind.fields(surface) })),
		),
		mentionsField(surface, OF_WORDS),
		composerOptionsField(OF_WORDS),
	];
}

/**
 * Composes what was filled in: one message, or several in their order (files, long Markdown).
 * @throws InputError before anything is sent but uploads
 */
export async function compose(context: ComposeContext): Promise<readonly Composed[]> {
	const value = context.param.choice('messageType');
	const kind = KINDS.find((one) => one.value === value);
	if (!kind || !context.surface.kinds.includes(value)) throw new Error(`Unknown message type: ${value}`);
	return await kind.compose(context);
}

/** As `compose`, where the surface takes a single message. */
export async function composeOne(context: ComposeContext): Promise<Composed> {
	const [message] = await compose(context);
	if (!message) throw new Error('Nothing was composed');
	return message;
}
