/**
 * The components of card JSON 2.0 and the properties they take: version 2.0 refuses any other. Properties of earlier
 * versions are listed where the documentation of version 2.0 still shows them.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/component-json-v2-overview
 */
export interface TagFacts {
	/** Of the documentation, below its components. */
	page: string;
	properties: readonly string[];
	/** One of each must be there. Texts in several languages stand in for the text. */
	required?: ReadonlyArray<readonly string[]>;
	/** How it nests: containers count towards the depth; some stand directly in the card, or in forms, only. */
	container?: boolean;
	rootOnly?: boolean;
	formOnly?: boolean;
	/** Whether people can change it, so that a form needs its name. */
	interactive?: boolean;
}

const DOCUMENTATION = 'https://open.feishu.cn/document/feishu-cards/card-json-v2-components/';

/** Of every component. `i18n_…` belongs to all as well, and `fallback`, which some pages show. */
export const COMMON: readonly string[] = ['tag', 'element_id', 'margin', 'fallback'];

const LAYOUT = ['direction', 'padding', 'horizontal_spacing', 'horizontal_align', 'vertical_spacing', 'vertical_align'];
const ANSWER = [
	'behaviors',
	'confirm',
	'disabled',
	'disabled_tips',
	'hover_tips',
	'name',
	'required',
	'value',
	'width',
];
const SELECT = [...ANSWER, 'type', 'placeholder', 'options'];
const PICKER = [...ANSWER, 'placeholder'];
const TEXT = ['content', 'text_size', 'text_color', 'text_align', 'lines', 'i18n'];
const ICON = ['token', 'color', 'img_key', 'size', 'style'];

const interactive = (name: string) => `interactive-components/${name}`;
const content = (name: string) => `content-components/${name}`;

export const TAGS: { readonly [tag: string]: TagFacts } = {
	markdown: {
		page: content('rich-text'),
		properties: ['content', 'text_size', 'text_align', 'text_color', 'icon', 'href'],
		required: [['content', 'i18n_content']],
	},
	div: { page: content('plain-text'), properties: ['text', 'fields', 'icon', 'extra', 'width', 'text_align'] },
	plain_text: { page: content('plain-text'), properties: TEXT },
	lark_md: { page: content('plain-text'), properties: [...TEXT, 'href'] },
	standard_icon: { page: content('title'), properties: ICON },
	custom_icon: { page: content('title'), properties: ICON },
	text_tag: { page: content('title'), properties: ['text', 'color'] },
	hr: { page: content('divider'), properties: [] },
	img: {
		page: content('image'),
		properties: [
			'img_key',
			'alt',
			'title',
			'corner_radius',
			'scale_type',
			'size',
			'transparent',
			'preview',
			'mode',
			'custom_width',
			'compact_width',
		],
		required: [['img_key', 'i18n_img_key']],
	},
	img_combination: {
		page: content('multi-image-laylout'),
		properties: ['combination_mode', 'combination_transparent', 'corner_radius', 'img_list'],
	},
	person: {
		page: content('user-profile'),
		properties: ['user_id', 'size', 'show_avatar', 'show_name', 'style'],
		required: [['user_id']],
	},
	person_list: {
		page: content('user-list'),
		properties: ['persons', 'size', 'show_avatar', 'show_name', 'lines', 'drop_invalid_user_id', 'icon', 'ud_icon'],
		required: [['persons']],
	},
	chart: {
		page: content('chart'),
		properties: ['chart_spec', 'aspect_ratio', 'color_theme', 'preview', 'height'],
		required: [['chart_spec']],
	},
	table: {
		page: content('table'),
		properties: ['columns', 'rows', 'page_size', 'row_height', 'row_max_height', 'freeze_first_column', 'header_style'],
		required: [['columns']],
		rootOnly: true,
	},
	audio: {
		page: content('audio'),
		properties: [
			'file_key',
			'audio_id',
			'disabled',
			'disabled_tips',
			'show_progress_bar',
			'show_time',
			'time_display',
			'time_position',
			'border',
			'style',
			'padding',
			'background_style',
			'fill_color',
			'width',
		],
		required: [['file_key', 'i18n_file_key']],
	},
	column_set: {
		page: 'containers/column-set',
		properties: ['columns', 'horizontal_spacing', 'horizontal_align', 'flex_mode', 'background_style', 'action'],
		container: true,
	},
	column: {
		page: 'containers/column-set',
		properties: [...LAYOUT, 'elements', 'width', 'weight', 'background_style', 'action'],
	},
	form: {
		page: 'containers/form-container',
		properties: [...LAYOUT, 'name', 'elements', 'confirm'],
		required: [['name']],
		container: true,
		rootOnly: true,
	},
	interactive_container: {
		page: 'containers/interactive-container',
		properties: [
			...LAYOUT,
			...ANSWER,
			'elements',
			'height',
			'background_style',
			'has_border',
			'border_color',
			'corner_radius',
		],
		container: true,
	},
	collapsible_panel: {
		page: 'containers/collapsible-panel',
		properties: [...LAYOUT, 'elements', 'expanded', 'background_color', 'header', 'border', 'width'],
		container: true,
	},
	button: {
		page: interactive('button'),
		properties: [
			...ANSWER,
			'type',
			'size',
			'text',
			'icon',
			'form_action_type',
			// Of earlier versions, still shown.
			'action_type',
			'url',
			'multi_url',
		],
		interactive: true,
	},
	input: {
		page: interactive('input'),
		properties: [
			...ANSWER,
			'placeholder',
			'default_value',
			'max_length',
			'input_type',
			'show_icon',
			'rows',
			'auto_resize',
			'max_rows',
			'label',
			'label_position',
		],
		interactive: true,
	},
	overflow: { page: interactive('overflow'), properties: [...ANSWER, 'options'] },
	select_static: {
		page: interactive('single-select-dropdown-menu'),
		properties: [...SELECT, 'initial_option', 'initial_index'],
		interactive: true,
	},
	multi_select_static: {
		page: interactive('multi-select-dropdown-menu'),
		properties: [...SELECT, 'selected_values'],
		formOnly: true,
		interactive: true,
	},
	select_person: {
		page: interactive('single-select-user-picker'),
		properties: [...SELECT, 'initial_option'],
		interactive: true,
	},
	multi_select_person: {
		page: interactive('multi-select-user-picker'),
		properties: [...SELECT, 'selected_values'],
		formOnly: true,
		interactive: true,
	},
	date_picker: { page: interactive('date-picker'), properties: [...PICKER, 'initial_date'], interactive: true },
	picker_time: { page: interactive('time-selector'), properties: [...PICKER, 'initial_time'], interactive: true },
	picker_datetime: {
		page: interactive('date-time-picker'),
		properties: [...PICKER, 'initial_datetime'],
		interactive: true,
	},
	select_img: {
		page: interactive('image-picker'),
		properties: [...ANSWER, 'multi_select', 'layout', 'can_preview', 'aspect_ratio', 'options'],
		interactive: true,
	},
	checker: {
		page: interactive('checker'),
		properties: [...ANSWER, 'checked', 'text', 'overall_checkable', 'button_area', 'checked_style', 'padding'],
		interactive: true,
	},
};

/** Components that version 2.0 has given up, and what takes their place. */
export const REMOVED: { readonly [tag: string]: string } = {
	action: 'Put its buttons straight among the elements, or into columns',
	note: 'Use a markdown element with "text_size": "notation"',
};

/** The parts of a card that are no components. @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure */
export const PARTS: { readonly [part: string]: readonly string[] } = {
	card: ['schema', 'config', 'card_link', 'header', 'i18n_header', 'body', 'fallback', 'open_ids'],
	config: [
		'streaming_mode',
		'streaming_config',
		'summary',
		'locales',
		'enable_forward',
		'update_multi',
		'width_mode',
		'use_custom_translation',
		'enable_forward_interaction',
		'style',
		// Of version 1.0, and still shown.
		'wide_screen_mode',
		'compact_width',
	],
	header: ['title', 'subtitle', 'text_tag_list', 'template', 'icon', 'padding', 'element_id'],
	body: [...LAYOUT, 'elements', 'margin', 'element_id'],
};

export const STRUCTURE_PAGE = 'https://open.feishu.cn/document/feishu-cards/card-json-v2-structure';

export function pageOf(tag: string): string {
	const facts = Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined;
	return facts ? DOCUMENTATION + facts.page : `${DOCUMENTATION}component-json-v2-overview`;
}
