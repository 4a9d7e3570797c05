import {
	booleans,
	component,
	type ComponentRule,
	IMAGE_KEY,
	INTERACTIVE,
	LINK,
	numbers,
	oneOf,
	picker,
	select,
	strings,
	tagged,
} from './cardKinds';

/** Components that people use. */
export const CONTROLS: Record<string, ComponentRule> = {
	button: component('interactive-components/button', {
		...INTERACTIVE,
		type: oneOf('default primary danger text primary_text danger_text primary_filled danger_filled laser'),
		size: oneOf('tiny small medium large'),
		form_action_type: oneOf('submit reset'),
		...strings('action_type url'),
		...tagged('text icon hover_tips'),
		multi_url: LINK,
	}),
	input: component('interactive-components/input', {
		...INTERACTIVE,
		...tagged('placeholder label'),
		default_value: 'string',
		input_type: oneOf('text multiline_text password'),
		label_position: oneOf('top left'),
		i18n_default_value: 'free',
		max_length: { from: 1, to: 1000 },
		...numbers('rows max_rows'),
		...booleans('auto_resize show_icon'),
	}),
	overflow: component(
		'interactive-components/overflow',
		{
			...INTERACTIVE,
			options: { listOf: { properties: { text: 'tagged', multi_url: LINK, value: 'string' } } },
		},
		['options'],
	),
	select_static: select('interactive-components/single-select-dropdown-menu', {
		initial_option: 'string',
		initial_index: 'number',
	}),
	multi_select_static: select('interactive-components/multi-select-dropdown-menu', {
		selected_values: { listOf: 'string' },
	}),
	select_person: select('interactive-components/single-select-user-picker', { initial_option: 'string' }),
	multi_select_person: select('interactive-components/multi-select-user-picker', {
		selected_values: { listOf: 'string' },
	}),
	date_picker: picker('interactive-components/date-picker', 'initial_date'),
	picker_time: picker('interactive-components/time-selector', 'initial_time'),
	picker_datetime: picker('interactive-components/date-time-picker', 'initial_datetime'),
	select_img: component(
		'interactive-components/image-picker',
		{
			...INTERACTIVE,
			...booleans('multi_select can_preview'),
			layout: oneOf('stretch bisect trisect'),
			aspect_ratio: oneOf('1:1 16:9 4:3'),
			options: {
				listOf: {
					properties: {
						...IMAGE_KEY,
						value: 'string',
						disabled: 'boolean',
						...tagged('disabled_tips hover_tips'),
					},
				},
			},
		},
		['options'],
	),
	checker: component('interactive-components/checker', {
		...INTERACTIVE,
		...tagged('text hover_tips'),
		...booleans('checked overall_checkable'),
		padding: 'string',
		button_area: { properties: { pc_display_rule: oneOf('always on_hover'), buttons: 'elements' } },
		checked_style: { properties: { show_strikethrough: 'boolean', opacity: 'number' } },
	}),
};
