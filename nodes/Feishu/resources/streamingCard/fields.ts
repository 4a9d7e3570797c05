import { HEADER_COLORS, type HeaderColor } from '../../../../feishu/im/card';
import { TEXT_ELEMENT, type StreamingCard } from '../../../../feishu/im/cardkit';
import { InputError } from '../../../../feishu/input';
import { withoutMentions } from '../../../../feishu/markdown';
import { cardTitleField, headerColorField } from '../../../shared/im/composer/card';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';

const ELEMENT_ID = /^[A-Za-z]\w{0,19}$/;

export function cardIdField(overrides: Partial<Field> = {}): Field {
	return {
		displayName: 'Card ID',
		name: 'cardId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 7355372766134157313',
		description: 'Comes out of Start as card_id; a card can be changed for 14 days, by the app that made it',
		...overrides,
	};
}

/** @throws InputError when it is empty or no card ID */
export function cardId(param: Params): string {
	const id = param.text('cardId');
	if (/^\d{1,20}$/.test(id)) return id;
	const field = param.label('cardId');
	throw new InputError(
		field,
		`The field '${field}' holds no card ID: ${id.slice(0, 60)}`,
		'A card ID is a number of about 19 digits, which comes out of Start as card_id. A number as large as that must be text in JSON and expressions',
	);
}

/** The text of a card, Markdown. The same for every operation, so that the panel has it once. */
export const textField: Field = {
	displayName: 'Text',
	name: 'streamedText',
	type: 'string',
	typeOptions: { rows: 6 },
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.output }}',
	description: 'The whole text, Markdown, such as the output of an AI Agent; not only what is new',
};

/** The text as it is to be shown: its mentions are mere words unless they are allowed. */
export function spoken(param: Params, markdown: string): string {
	return param.flag('streamOptions.allowMentions') ? markdown : withoutMentions(markdown);
}

/** Title and color of the header. */
export const headerFields: readonly Field[] = [
	{
		...cardTitleField,
		description:
			'Shown in the header. Without it a new card has no header, and a card from before keeps the one that it has.',
	},
	headerColorField,
];

const shownFor = (...operations: string[]) => ({ displayOptions: { show: { '/operation': operations } } });

/** One collection for all operations, in the order of the names: each shows its own. */
export const optionsField: Field = {
	displayName: 'Card Options',
	name: 'streamOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			// Off unless wished: who talks to a model can make it write a mention of everyone.
			displayName: 'Allow Mentions',
			name: 'allowMentions',
			type: 'boolean',
			default: false,
			description: 'Whether the text mentions people',
			...shownFor('finish', 'streamText', 'update'),
		},
		{
			displayName: 'Color When Done',
			name: 'doneColor',
			type: 'options',
			options: [
				{ name: 'Blue', value: 'blue', description: 'For information' },
				{ name: 'Gray', value: 'grey', description: 'For what is over' },
				{ name: 'Green', value: 'green', description: 'For success' },
			],
			default: 'green',
			description: 'The background of the header, if there is a title, once the text is whole',
			...shownFor('streamText'),
		},
		{
			displayName: 'Element ID',
			name: 'elementId',
			type: 'string',
			default: 'answer',
			placeholder: 'e.g. answer',
			description: 'The element_id of the text, for a card that was not made by Start',
			...shownFor('finish', 'update'),
		},
		{
			displayName: 'Note',
			name: 'note',
			type: 'string',
			default: '',
			placeholder: 'e.g. Written by AI, may be wrong',
			description: 'Small gray words below the text; an earlier card takes them with a title only',
			...shownFor('finish', 'start', 'streamText'),
		},
		{
			displayName: 'Summary',
			name: 'summary',
			type: 'string',
			default: '',
			placeholder: 'e.g. Answer about the refund',
			description: 'What the chat list and notifications show; else the beginning of the text',
			...shownFor('finish', 'start', 'streamText'),
		},
		{
			// Off unless wished: who talks to a model can make it write any address, and n8n would go there from its own network.
			displayName: 'Upload Images',
			name: 'uploadImages',
			type: 'boolean',
			default: false,
			description:
				'Whether n8n fetches images by address, or ![words](binary:data) of the input; otherwise they become links. Keep it off for text from strangers.',
			...shownFor('finish', 'streamText'),
		},
	],
};

export function option(param: Params, name: string): string {
	return param.optionalText(`streamOptions.${name}`);
}

/** @throws InputError when it is no element ID */
export function elementId(param: Params): string {
	const id = option(param, 'elementId') || TEXT_ELEMENT;
	if (ELEMENT_ID.test(id)) return id;
	const field = param.label('streamOptions.elementId');
	throw new InputError(
		field,
		`The field '${field}' holds no element ID: ${id.slice(0, 60)}`,
		'A letter, then letters, digits and underscores, 20 characters at most',
	);
}

/** What stands around the text. @throws InputError about the color, or a note without a title */
export function readFrame(param: Params, { noteNeedsTitle = false } = {}): Omit<StreamingCard, 'text'> {
	const title = param.optionalText('cardTitle');
	const color = checkColor(param, 'cardColor');
	const note = option(param, 'note');
	if (noteNeedsTitle && note !== '' && title === '') {
		const field = param.label('cardTitle');
		throw new InputError(
			field,
			`The field '${field}' is empty`,
			'A note takes a title: with it the card is written anew',
		);
	}
	return { title, color, note, summary: option(param, 'summary') };
}

/** @throws InputError when it is no color of a header */
export function checkColor(param: Params, name: string): HeaderColor {
	const color = param.choice<HeaderColor>(name);
	if (HEADER_COLORS.includes(color)) return color;
	const field = param.label(name);
	throw new InputError(
		field,
		`The field '${field}' holds no color of a header: ${color.slice(0, 60)}`,
		`One of ${HEADER_COLORS.join(', ')}`,
	);
}
