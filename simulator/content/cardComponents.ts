import {
	ACTION,
	BEHAVIOR,
	booleans,
	component,
	type ComponentRule,
	CONFIRM,
	IMAGE_KEY,
	LAYOUT,
	type ObjectRule,
	strings,
	tagged,
} from './cardKinds';

const TEXT: ObjectRule = {
	properties: {
		...strings('tag element_id content text_size text_color text_align'),
		lines: 'number',
		i18n_content: 'free',
	},
};
const ICON: ObjectRule = { properties: { ...strings('tag token color size element_id'), ...IMAGE_KEY } };

const TEXT_PAGE = 'content-components/plain-text';

/** Text and icons are elements too, and count as such. */
export const TEXTS: Record<string, ComponentRule> = {
	plain_text: { page: TEXT_PAGE, ...TEXT },
	lark_md: { page: TEXT_PAGE, ...TEXT },
	text_tag: {
		page: 'content-components/title',
		properties: { ...strings('tag element_id color'), text: 'tagged' },
	},
	standard_icon: { page: TEXT_PAGE, ...ICON },
	custom_icon: { page: TEXT_PAGE, ...ICON },
};

export const CONTAINERS: Record<string, ComponentRule> = {
	column_set: component(
		'containers/column-set',
		{
			...strings('horizontal_spacing horizontal_align flex_mode background_style'),
			action: ACTION,
			columns: 'elements',
		},
		['columns'],
	),
	column: component('containers/column-set', {
		...LAYOUT,
		...strings('background_style width'),
		weight: 'number',
		action: ACTION,
		elements: 'elements',
	}),
	form: component('containers/form-container', { ...LAYOUT, name: 'string', elements: 'elements' }, ['elements']),
	interactive_container: component(
		'containers/interactive-container',
		{
			...LAYOUT,
			...strings('width height background_style border_color corner_radius name'),
			...booleans('has_border disabled'),
			...tagged('disabled_tips hover_tips'),
			value: 'free',
			behaviors: { listOf: BEHAVIOR },
			confirm: CONFIRM,
			elements: 'elements',
		},
		['elements'],
	),
	collapsible_panel: component(
		'containers/collapsible-panel',
		{
			...LAYOUT,
			background_color: 'string',
			expanded: 'boolean',
			header: {
				properties: {
					...tagged('title icon'),
					...strings('background_color vertical_align padding position width icon_position'),
					icon_expanded_angle: 'number',
				},
			},
			border: { properties: strings('color corner_radius') },
			elements: 'elements',
		},
		['header'],
	),
};

export const CONTENTS: Record<string, ComponentRule> = {
	div: component('content-components/plain-text', {
		width: 'string',
		...tagged('text icon'),
		fields: { listOf: { properties: { is_short: 'boolean', text: 'tagged' } } },
	}),
	markdown: component('content-components/rich-text', {
		...strings('content text_align text_size text_color'),
		i18n_content: 'free',
		icon: 'tagged',
	}),
	img: component('content-components/image', {
		...IMAGE_KEY,
		...strings('corner_radius scale_type size mode'),
		custom_width: 'size',
		...booleans('transparent preview compact_width'),
		...tagged('alt title'),
	}),
	img_combination: component(
		'content-components/multi-image-laylout',
		{
			...strings('combination_mode corner_radius'),
			combination_transparent: 'boolean',
			img_list: { listOf: { properties: { ...IMAGE_KEY, transparent: 'boolean' } } },
		},
		['img_list'],
	),
	person: component('content-components/user-profile', {
		...strings('size user_id style'),
		...booleans('show_avatar show_name'),
	}),
	person_list: component(
		'content-components/user-list',
		{
			...booleans('drop_invalid_user_id show_name show_avatar'),
			lines: 'number',
			size: 'string',
			persons: { listOf: { properties: strings('id') } },
			icon: 'tagged',
			ud_icon: { properties: { token: 'string', style: { properties: strings('color') } } },
		},
		['persons'],
	),
	hr: component('content-components/divider', {}),
	chart: component('content-components/chart', {
		...strings('aspect_ratio color_theme height'),
		preview: 'boolean',
		chart_spec: 'free',
	}),
	table: component(
		'content-components/table',
		{
			page_size: 'number',
			row_height: 'string',
			row_max_height: 'string',
			freeze_first_column: 'boolean',
			header_style: {
				properties: {
					...strings('text_align text_size background_style text_color'),
					bold: 'boolean',
					lines: 'number',
				},
			},
			columns: {
				listOf: {
					properties: {
						...strings('name display_name width data_type vertical_align horizontal_align date_format'),
						format: { properties: { precision: 'number', symbol: 'string', separator: 'boolean' } },
					},
					required: ['name'],
				},
			},
			rows: 'free',
		},
		['columns', 'rows'],
	),
	audio: component('content-components/audio', {
		...strings('file_key audio_id time_display time_position style padding background_style fill_color width'),
		i18n_file_key: 'free',
		...booleans('disabled show_progress_bar show_time'),
		disabled_tips: 'tagged',
		border: { properties: strings('color corner_radius') },
	}),
};
