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
	oneOf,
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
			...strings('horizontal_spacing background_style'),
			horizontal_align: oneOf('left center right'),
			flex_mode: oneOf('none stretch flow bisect trisect'),
			action: ACTION,
			columns: 'elements',
		},
		['columns'],
	),
	column: component('containers/column-set', {
		...LAYOUT,
		...strings('background_style width'),
		weight: { from: 1, to: 5 },
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
		...strings('content text_size text_color'),
		text_align: oneOf('left center right'),
		i18n_content: 'free',
		icon: 'tagged',
		// Listed among what was dropped, and still in the sample of its page.
		href: 'free',
	}),
	img: {
		...component('content-components/image', {
			...IMAGE_KEY,
			...strings('corner_radius size mode'),
			scale_type: oneOf('crop_center crop_top fit_horizontal'),
			custom_width: 'size',
			...booleans('transparent preview compact_width'),
			...tagged('alt title'),
		}),
		requiredByPage: ['alt'],
	},
	img_combination: component(
		'content-components/multi-image-laylout',
		{
			combination_mode: oneOf('double triple bisect trisect'),
			corner_radius: 'string',
			combination_transparent: 'boolean',
			img_list: { listOf: { properties: { ...IMAGE_KEY, transparent: 'boolean' } } },
		},
		['combination_mode', 'img_list'],
	),
	person: component('content-components/user-profile', {
		user_id: 'string',
		size: oneOf('extra_small small medium large'),
		style: oneOf('normal capsule'),
		...booleans('show_avatar show_name'),
	}),
	person_list: component(
		'content-components/user-list',
		{
			...booleans('drop_invalid_user_id show_name show_avatar'),
			lines: { from: 1 },
			size: oneOf('extra_small small medium large'),
			persons: { listOf: { properties: strings('id') } },
			icon: 'tagged',
			ud_icon: { properties: { token: 'string', style: { properties: strings('color') } } },
		},
		['persons'],
	),
	hr: component('content-components/divider', {}),
	chart: component('content-components/chart', {
		height: 'string',
		aspect_ratio: oneOf('1:1 2:1 4:3 16:9'),
		color_theme: oneOf('brand rainbow complementary converse primary'),
		preview: 'boolean',
		chart_spec: 'free',
	}),
	table: component(
		'content-components/table',
		{
			page_size: { from: 1, to: 10 },
			row_height: 'string',
			row_max_height: 'string',
			freeze_first_column: 'boolean',
			header_style: {
				properties: {
					text_align: oneOf('left center right'),
					text_size: oneOf('normal heading'),
					background_style: oneOf('grey none'),
					text_color: 'string',
					bold: 'boolean',
					lines: { from: 1 },
				},
			},
			columns: {
				listOf: {
					properties: {
						...strings('name display_name width date_format'),
						data_type: oneOf('text lark_md markdown number options persons date'),
						vertical_align: oneOf('top center bottom'),
						horizontal_align: oneOf('left center right'),
						format: { properties: { precision: { from: 0, to: 10 }, symbol: 'string', separator: 'boolean' } },
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
