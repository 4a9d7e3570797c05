import { TEXT_ELEMENT, type StreamingCard } from '../../../../feishu/im/cardkit';
import { withoutMentions } from '../../../../feishu/markdown';
import { collectionField, type Added } from '../../../shared/fields/nested';
import { choiceField, flagField, plainField, textField, type Words } from '../../../shared/fields/plain';
import { textOf } from '../../../shared/fields/values';
import { cardTitle, headerColor } from '../../../shared/im/composer/cardHeader';
import { complaint, mappedField, reworded, shownFor, type Reader } from '../../../shared/operation/field';

const ELEMENT_ID = /^[A-Za-z]\w{0,19}$/;

/** A card by its ID. @throws InputError when it is empty or no card ID */
export function cardIdField(words: Partial<Words<'cardId'>> = {}) {
	const field = textField({
		displayName: 'Card ID',
		name: 'cardId',
		required: true,
		placeholder: 'e.g. 7355372766134157313',
		description: 'Comes out of Start as card_id; a card can be changed for 14 days, by the app that made it',
		...words,
	});
	return mappedField(field, (id, label) => {
		if (/^\d{1,20}$/.test(id)) return id;
		throw complaint(
			label,
			`holds no card ID: ${id.slice(0, 60)}`,
			'A card ID is a number of about 19 digits, which comes out of Start as card_id. A number as large as that must be text in JSON and expressions',
		);
	});
}

/** The text of a card, Markdown, as it was given: a text, or a stream. The same for every operation, so that the panel has it once. */
export const givenField = plainField(
	{
		displayName: 'Text',
		name: 'streamedText',
		type: 'string',
		typeOptions: { rows: 6 },
		required: true,
		default: '',
		placeholder: 'Drag the AI output here',
		description: 'The whole text, Markdown, such as the output of an AI Agent; not only what is new',
	},
	(value) => value,
);

/** The same as words. @throws InputError when there are none */
export const wholeTextField = mappedField(givenField, (value, label) => {
	const words = textOf(label, value);
	if (words.trim() === '')
		throw complaint(
			label,
			'is empty',
			'Drag the output of the AI Agent here, or choose Expression and enter {{ $json.output }}',
		);
	return words;
});

const title = reworded(cardTitle, {
	description: 'Shown in the header. Without it a new card has no header, and an earlier card keeps its own.',
});

/** Title and color of the header. */
export const headerFields = [title, headerColor] as const;

const only = (...operations: string[]) => ({ '/operation': operations });

/** Off unless wished: who talks to a model can make it write a mention of everyone. */
const allowMentions = shownFor(
	flagField({
		displayName: 'Allow Mentions',
		name: 'allowMentions',
		default: false,
		description: 'Whether the text mentions people',
	}),
	only('finish', 'streamText', 'update'),
);

const doneColor = shownFor(
	choiceField({
		displayName: 'Color When Done',
		name: 'doneColor',
		options: [
			{ name: 'Blue', value: 'blue', description: 'For information' },
			{ name: 'Gray', value: 'grey', description: 'For what is over' },
			{ name: 'Green', value: 'green', description: 'For success' },
		],
		default: 'green',
		description: 'The background of the header, if there is a title, once the text is whole',
	}),
	only('streamText'),
);

const elementId = shownFor(
	mappedField(
		textField({
			displayName: 'Element ID',
			name: 'elementId',
			default: TEXT_ELEMENT,
			placeholder: 'e.g. answer',
			description: 'The element_id of the text, for a card that was not made by Start',
		}),
		(entered, label) => {
			const id = entered || TEXT_ELEMENT;
			if (ELEMENT_ID.test(id)) return id;
			throw complaint(
				label,
				`holds no element ID: ${id.slice(0, 60)}`,
				'A letter, then letters, digits and underscores, 20 characters at most',
			);
		},
	),
	only('finish', 'update'),
);

const note = shownFor(
	textField({
		displayName: 'Note',
		name: 'note',
		placeholder: 'e.g. Written by AI, may be wrong',
		description: 'Small gray words below the text; an earlier card takes them with a title only',
	}),
	only('finish', 'start', 'streamText'),
);

const summary = shownFor(
	textField({
		displayName: 'Summary',
		name: 'summary',
		placeholder: 'e.g. Answer about the refund',
		description: 'What the chat list and notifications show; else the beginning of the text',
	}),
	only('finish', 'start', 'streamText'),
);

/** Off unless wished: who talks to a model can make it write any address, and n8n would go there from its own network. */
const uploadImages = shownFor(
	flagField({
		displayName: 'Upload Images',
		name: 'uploadImages',
		default: false,
		description:
			'Whether n8n fetches images by address, or ![words](binary:data) of the input; else they become links. Keep it off for text from strangers.',
	}),
	only('finish', 'streamText'),
);

const options = [allowMentions, doneColor, elementId, note, summary, uploadImages] as const;

/** One collection for all operations: each shows its own. */
export const optionsField = collectionField(
	{ displayName: 'Card Options', name: 'streamOptions', placeholder: 'Add option' },
	options,
);

export type StreamOptions = Added<(typeof options)[number]>;

/** The text as it is to be shown: its mentions are mere words unless they are allowed. */
export function spoken({ allowMentions: allowed = false }: StreamOptions, markdown: string): string {
	return allowed ? markdown : withoutMentions(markdown);
}

/** What stands around the text. @throws InputError about the color, or a note without a title */
export function readFrame(
	{ read }: Reader<(typeof headerFields)[number] | typeof optionsField>,
	{ noteNeedsTitle = false } = {},
): Omit<StreamingCard, 'text'> {
	const { note: words = '', summary: short = '' } = read(optionsField);
	const frame = { title: read(title), color: read(headerColor), note: words, summary: short };
	if (noteNeedsTitle && words !== '' && frame.title === '')
		throw title.refuse('is empty', 'A note takes a title: with it the card is written anew');
	return frame;
}
