import { CONTAINERS, CONTENTS, TEXTS } from './cardComponents';
import { CONTROLS } from './cardControls';
import { booleans, type ComponentRule, free, LAYOUT, LINK, type ObjectRule, oneOf, strings, tagged } from './cardKinds';

/** What elements may hold, by tag. `repeat` is the card builder's own: only templates have it, already written out. */
export const COMPONENTS: Record<string, ComponentRule | undefined> = {
	...CONTAINERS,
	...CONTENTS,
	...CONTROLS,
	...TEXTS,
};

const summary: ObjectRule = { properties: { content: 'string', i18n_content: 'free' } };

/** `config` of a card, and of `settings` of a card entity. */
const CONFIG: ObjectRule = {
	properties: {
		...booleans('streaming_mode enable_forward update_multi use_custom_translation enable_forward_interaction'),
		// Of JSON 1.0: without effect, but many senders still put it into 2.0 and are served.
		wide_screen_mode: 'boolean',
		width_mode: oneOf('default compact fill'),
		streaming_config: { properties: { ...free('print_frequency_ms print_step'), print_strategy: oneOf('fast delay') } },
		summary,
		locales: { listOf: 'string' },
		style: { properties: free('text_size color') },
	},
};

export const CARD: ObjectRule = {
	properties: {
		schema: 'string',
		config: CONFIG,
		card_link: LINK,
		header: {
			properties: {
				...tagged('title subtitle icon'),
				text_tag_list: 'elements',
				i18n_text_tag_list: 'free',
				...strings('template padding'),
			},
		},
		// A sample of the page on columns has it.
		i18n_header: 'free',
		body: { properties: { ...LAYOUT, elements: 'elements' } },
		fallback: 'free',
	},
};

/** Source: …/card-json-v2-components/content-components/title */
export const HEADER_TEMPLATES = [
	'blue',
	'wathet',
	'turquoise',
	'green',
	'yellow',
	'orange',
	'red',
	'carmine',
	'violet',
	'purple',
	'indigo',
	'grey',
	'default',
];

/** Of a card of JSON 1.0, which takes others and ignores them. */
export const FIRST_PROPERTIES = [
	'schema',
	'config',
	'card_link',
	'header',
	'i18n_header',
	'elements',
	'i18n_elements',
	'fallback',
];

/** Of JSON 1.0 only. Source: …/feishu-cards/card-json-v2-breaking-changes-release-notes */
export const FIRST_ONLY_TAGS = ['note', 'action'];

/** Texts, icons and the like, which are no components: their place is within one. */
export const PARTS = ['plain_text', 'lark_md', 'standard_icon', 'custom_icon', 'text_tag', 'column'];

/** Sources: the pages of the multi selects. */
export const FORM_ONLY = ['multi_select_static', 'multi_select_person'];

/** What containers of JSON 1.0 can't hold, directly or anywhere. Source: …/feishu-cards/card-components/containers */
export const FIRST_PLACES: ReadonlyArray<{ holder: string; deep: boolean; tags: readonly string[] }> = [
	{ holder: 'form', deep: true, tags: ['chart'] },
	{ holder: 'form', deep: false, tags: ['div'] },
	{ holder: 'interactive_container', deep: true, tags: ['chart'] },
];

/** Interactive components, which need a name of their own in a form. Source: …/containers/form-container */
export const NAMED_IN_FORMS = [
	'button',
	'input',
	'select_static',
	'multi_select_static',
	'select_person',
	'multi_select_person',
	'date_picker',
	'picker_time',
	'picker_datetime',
	'select_img',
	'checker',
];

/** Components that may only stand at the root. Source: the pages of form and table. */
export const ROOT_ONLY = ['form', 'table'];

/** Containers, at most this many one in another. Source: https://open.feishu.cn/document/common-capabilities/message-card/message-card */
export const NESTING = ['column_set', 'form', 'interactive_container', 'collapsible_panel'];

export const LIMITS = {
	/** Bytes of the card's JSON. Source: …/reference/im-v1/message/create */
	bytes: 30 * 1024,
	/** Objects with a tag, in JSON 2.0. Source: …/feishu-cards/card-json-v2-structure */
	elements: 200,
	/** Table components and tables in Markdown together. Source: …/content-components/table */
	tables: 5,
	/** Tables in one markdown component. Source: …/content-components/rich-text */
	markdownTables: 4,
	/** Source: https://open.feishu.cn/document/common-capabilities/message-card/message-card */
	depth: 5,
};
