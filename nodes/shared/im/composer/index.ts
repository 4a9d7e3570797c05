import type { INodePropertyOptions } from 'n8n-workflow';

import { mergeFields } from '../../operation/mergeFields';
import { searchUsers } from '../../contact/searchUsers';
import { FIND_ENDPOINT } from '../../contact/user';
import { defineField, type Field as SelfReading } from '../../operation/field';
import type { Field } from '../../operation/operation';
import { withoutMethods } from '../../operation/operationSet';
import { searchChats } from '../searchChats';
import { UPLOAD_FILE, UPLOAD_IMAGE } from '../upload';
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
export function composerFieldsOld(surface: Surface): Field[] {
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

/** What was written, to be composed once the operation has read all else. */
export interface Draft {
	/**
	 * One message, or several in their order (files, long Markdown).
	 * @throws InputError before anything is sent but uploads
	 */
	compose(tools: Pick<ComposeContext, 'context' | 'feishu'>): Promise<readonly Composed[]>;
	/** As `compose`, where the surface takes a single message. */
	composeOne(tools: Pick<ComposeContext, 'context' | 'feishu'>): Promise<Composed>;
	/** Whether nothing was written: only the surface of callbacks has that. */
	isNothing: boolean;
}

/** The composer as one field: every operation that writes a message lists it, and reads a draft. */
export function composerField(surface: Surface): SelfReading<Draft, 'composer'> {
	const fields = composerFieldsOld(surface);
	return defineField({
		name: 'composer',
		label: 'Message Type',
		properties: fields.map(withoutMethods),
		methods: { listSearch: { searchUsers, searchChats } },
		calls: surface.app ? [UPLOAD_IMAGE, UPLOAD_FILE, FIND_ENDPOINT] : [],
		read(panel) {
			const param = panel.params(fields);
			return {
				isNothing: param.choice('messageType') === 'none',
				compose: async (tools) => await compose({ param, surface, ...tools }),
				composeOne: async (tools) => await composeOne({ param, surface, ...tools }),
			};
		},
	});
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
