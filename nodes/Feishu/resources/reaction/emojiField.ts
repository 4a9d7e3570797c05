import { COMMON_EMOJI, emojiType } from '../../../../feishu/im/emoji';
import { fieldGroup } from '../../../shared/fields/nested';
import { filledField, plainField, textField } from '../../../shared/fields/plain';
import { textOf } from '../../../shared/fields/values';
import { complaint, empty, mappedField, shownFor } from '../../../shared/operation/field';

/** Stands for an emoji that is named in the next field. */
const BY_NAME = 'byName';

/** Of any emoji, since an expression may name one that the list does not have. */
const emoji = plainField(
	{
		displayName: 'Emoji',
		name: 'emoji',
		type: 'options',
		options: [
			...COMMON_EMOJI.map(([value, name, description]) => ({ name, value, description })),
			{ name: 'By Name…', value: BY_NAME, description: 'Any of the emoji of Feishu' },
		].sort((a, b) => a.name.localeCompare(b.name, 'en')),
		default: 'THUMBSUP',
		description: 'The reaction',
	},
	(value, label) => {
		const chosen = textOf(label, value).trim();
		if (chosen === '') throw empty(label, 'e.g. THUMBSUP');
		return chosen;
	},
);

const named = shownFor(
	mappedField(
		filledField({
			displayName: 'Emoji Type',
			name: 'emojiType',
			// Not required: n8n asks for it also where an expression chooses the emoji.
			placeholder: 'e.g. BubbleTea',
			description:
				'The name that Feishu gives to the emoji, or the character itself. <a href="https://open.feishu.cn/document/server-docs/im-v1/message-reaction/emojis-introduce">All names</a>.',
		}),
		emojiIn,
	),
	{ emoji: [BY_NAME] },
);

/** The well-known emoji, and all others by name. @throws InputError when a name can't be one */
export const emojiField = fieldGroup('chosenEmoji', [emoji, named], ({ read }) => {
	const chosen = read(emoji);
	return chosen === BY_NAME ? read(named) : emojiIn(chosen, emoji.label);
});

/** One emoji; undefined for all. @throws InputError when a name can't be one */
export const emojiFilterField = mappedField(
	textField({
		displayName: 'Emoji',
		name: 'emojiFilter',
		placeholder: 'e.g. THUMBSUP or 👍',
		description: 'Only reactions with this emoji, by its name or its character; leave it empty for all',
	}),
	(entered, label) => (entered === '' ? undefined : emojiIn(entered, label)),
);

function emojiIn(entered: string, label: string): string {
	const type = emojiType(entered);
	if (type !== undefined) return type;
	throw complaint(
		label,
		`holds no emoji of Feishu: ${entered.slice(0, 60)}`,
		'Use a name such as THUMBSUP, OK or BubbleTea',
	);
}
