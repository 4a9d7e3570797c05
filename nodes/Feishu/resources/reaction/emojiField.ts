import { COMMON_EMOJI, emojiType } from '../../../../feishu/im/emoji';
import { InputError } from '../../../../feishu/input';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';

/** Stands for an emoji that is named in the next field. */
const BY_NAME = 'byName';

/** The well-known emoji, and all others by name. Read with `chosenEmoji`. */
export function emojiFields(): Field[] {
	const choices = [
		...COMMON_EMOJI.map(([value, name, description]) => ({ name, value, description })),
		{ name: 'By Name…', value: BY_NAME, description: 'Any of the emoji of Feishu' },
	];
	return [
		{
			displayName: 'Emoji',
			name: 'emoji',
			type: 'options',
			options: choices.sort((a, b) => a.name.localeCompare(b.name, 'en')),
			default: 'THUMBSUP',
			description: 'The reaction',
		},
		{
			displayName: 'Emoji Type',
			name: 'emojiType',
			type: 'string',
			// Not required: n8n asks for it also where an expression chooses the emoji.
			default: '',
			placeholder: 'e.g. BubbleTea',
			description:
				'The name that Feishu gives to the emoji, or the character itself. <a href="https://open.feishu.cn/document/server-docs/im-v1/message-reaction/emojis-introduce">All names</a>.',
			displayOptions: { show: { emoji: [BY_NAME] } },
		},
	];
}

/** One emoji, or all when left empty. Read with `emojiFilter`. */
export function emojiFilterField(): Field {
	return {
		displayName: 'Emoji',
		name: 'emojiFilter',
		type: 'string',
		default: '',
		placeholder: 'e.g. THUMBSUP or 👍',
		description: 'Only reactions with this emoji, by its name or its character; leave it empty for all',
	};
}

/** @throws InputError when a name can't be one */
export function chosenEmoji(param: Params): string {
	const chosen = param.text('emoji');
	return chosen === BY_NAME ? emojiIn(param, 'emojiType', param.text('emojiType')) : emojiIn(param, 'emoji', chosen);
}

/** Undefined for all. @throws InputError when a name can't be one */
export function emojiFilter(param: Params): string | undefined {
	const entered = param.optionalText('emojiFilter');
	return entered === '' ? undefined : emojiIn(param, 'emojiFilter', entered);
}

function emojiIn(param: Params, name: string, entered: string): string {
	const type = emojiType(entered);
	if (type !== undefined) return type;
	const field = param.label(name);
	throw new InputError(
		field,
		`The field '${field}' holds no emoji of Feishu: ${entered.slice(0, 60)}`,
		'Use a name such as THUMBSUP, OK or BubbleTea',
	);
}
