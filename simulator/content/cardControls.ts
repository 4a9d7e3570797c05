import {
	booleans,
	component,
	type ComponentRule,
	IMAGE_KEY,
	INTERACTIVE,
	LINK,
	numbers,
	picker,
	select,
	strings,
	tagged,
} from './cardKinds';

/** Components that people use. */
export const CONTROLS: Record<string, ComponentRule> = {
	button: component('interactive-components/button', {
		...INTERACTIVE,
		...strings('type size form_action_type action_type url'),
		...tagged('text icon hover_tips'),
		multi_url: LINK,
	}),
	input: component('interactive-components/input', {
		...INTERACTIVE,
		...tagged('placeholder label'),
		...strings('default_value input_type label_position'),
		i18n_default_value: 'free',
		...numbers('max_length rows max_rows'),
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
			...strings('layout aspect_ratio'),
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
		button_area: { properties: { pc_display_rule: 'string', buttons: 'elements' } },
		checked_style: { properties: { show_strikethrough: 'boolean', opacity: 'number' } },
	}),
};
