/** The parts of a card that are no components. @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure */
import {
	BOOLEAN,
	each,
	ELEMENTS,
	FREE,
	ICON,
	listOf,
	NUMBER,
	objectOf,
	oneOf,
	TEXT,
	TEXTS_BY_LANGUAGE,
	WORDS,
	type ObjectFacts,
	type Kind,
} from '../kinds';
import { HEADER_COLORS } from '../../colors';
import { LAYOUT, LINK } from './shared';

const BY_DEVICE = objectOf(each(NUMBER, 'default android ios pc'));

/** `config` of a card, and of the settings of a card entity. */
const CONFIG: ObjectFacts = {
	properties: {
		...each(BOOLEAN, 'streaming_mode enable_forward update_multi use_custom_translation enable_forward_interaction'),
		// Of version 1.0 and without effect, but still shown, and sent by many.
		wide_screen_mode: BOOLEAN,
		width_mode: oneOf('default', 'compact', 'fill'),
		streaming_config: objectOf({
			print_frequency_ms: BY_DEVICE,
			print_step: BY_DEVICE,
			print_strategy: oneOf('fast', 'delay'),
		}),
		summary: objectOf({ content: TEXT, i18n_content: TEXTS_BY_LANGUAGE }),
		locales: listOf(TEXT),
		style: objectOf({ text_size: FREE, color: FREE }),
	},
	gone: { compact_width: 'Write "width_mode": "compact"' },
};

/** The header takes a text or, with mentions and emoji, `lark_md`. */
const TITLE: Kind = WORDS;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/title */
const HEADER: ObjectFacts = {
	properties: {
		title: TITLE,
		subtitle: TITLE,
		template: { type: 'text', oneOf: HEADER_COLORS },
		icon: ICON,
		text_tag_list: ELEMENTS,
		i18n_text_tag_list: { type: 'languages', of: ELEMENTS },
		padding: TEXT,
	},
	// A subtitle alone is shown as the title.
	required: [['title', 'subtitle']],
	emptyIsNone: true,
	gone: { ud_icon: 'Write "icon": {"tag": "standard_icon", "token": "…"}' },
};

const BODY: ObjectFacts = { properties: { ...LAYOUT, elements: ELEMENTS } };

export const CARD: ObjectFacts = {
	properties: {
		schema: TEXT,
		config: { type: 'object', facts: CONFIG },
		card_link: LINK,
		header: { type: 'object', facts: HEADER },
		// A sample of the page on columns has it.
		i18n_header: { type: 'languages', of: { type: 'object', facts: HEADER } },
		body: { type: 'object', facts: BODY },
		fallback: FREE,
		// Beside the card in the delayed update.
		open_ids: listOf(TEXT),
	},
};
