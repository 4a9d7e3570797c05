import { fieldGroup } from '../../fields/nested';
import { choiceField } from '../../fields/plain';
import { variantField } from '../../fields/variants';
import { shownFor, type Field } from '../../operation/field';
import { messageOptions, signature } from './attribution';
import { card } from './card';
import { cardJson } from './cardJson';
import { cardTemplate } from './cardTemplate';
import { files } from './files';
import type { Compose, Composed, MessageKind } from './kind';
import { markdown } from './markdown';
import { audio, file, image, sticker, video } from './media';
import { Mentions, mentionsField } from './mentions';
import { none } from './none';
import { post } from './post';
import { shareChat, shareUser } from './share';
import { fieldOn, hasClicks, type Surface } from './surface';
import { system } from './system';
import { text } from './text';
import type { Tools } from './tools';
import { tellUnheardClicks } from './unheardClicks';

export type { Composed } from './kind';
export { sendInOrder } from './sendInOrder';
export { BATCH, CALLBACK, CARD, CHAT, CLICKED_CARD, CUSTOM_BOT, EDIT, PERSON_CARD, type Surface } from './surface';

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
	system,
	text,
	video,
];

/** Kinds that have words. The same for all surfaces, so that their fields are equal, and stand in the panel once. */
const IN_WORDS = KINDS.filter(({ inWords }) => inWords).map(({ value }) => value);

/** What was written, to be composed once the operation has read all else. */
export interface Draft {
	/**
	 * One message, or several in their order (files, long Markdown).
	 * @throws InputError before anything is sent but uploads
	 */
	compose(tools: Tools): Promise<readonly Composed[]>;
	/** As `compose`, where the surface takes a single message. */
	composeOne(tools: Tools): Promise<Composed>;
	/** Whether nothing was written: only the surface of callbacks has that. */
	isNothing: boolean;
}

/** The composer as one field: every operation that writes a message lists it, and reads a draft. */
export function composerField(surface: Surface): Field<Draft, 'composer'> {
	const kind = kindField(surface);
	const mentions = shownFor(mentionsField(surface), { messageType: IN_WORDS });
	const options = shownFor(messageOptions, { messageType: IN_WORDS });
	return fieldGroup('composer', [kind, mentions, options], ({ read }): Draft => {
		const { choice, value } = read(kind);
		const inWords = IN_WORDS.includes(choice);
		const named = inWords ? read(mentions) : new Mentions();
		const isSigned = inWords && read(options).includeLinkToWorkflow === true;
		const compose = async (tools: Tools) => {
			const from = isSigned ? { from: signature(tools.context) } : {};
			const messages = await value({ ...tools, mentions: named, ...from });
			if (hasClicks(surface)) await tellUnheardClicks(tools.context, messages);
			return messages;
		};
		return {
			isNothing: choice === none.value,
			compose,
			async composeOne(tools) {
				const [message] = await compose(tools);
				if (!message) throw new Error('Nothing was composed');
				return message;
			},
		};
	});
}

/** Message Type, with the fields of each kind that the surface takes. */
function kindField(surface: Surface) {
	const offered = KINDS.filter((kind) => surface.kinds.includes(kind.value));
	const messageType = choiceField({
		displayName: 'Message Type',
		name: 'messageType',
		noDataExpression: true,
		options: offered.map(({ name, value, description }) => ({ name, value, description })),
		default: surface.kinds[0] ?? '',
		description: 'What to send',
	});
	const fields = Object.fromEntries(offered.map((one) => [one.value, fieldOn(surface, one)]));
	return variantField<'messageType', Record<string, Field<Compose>>>(messageType, fields);
}
