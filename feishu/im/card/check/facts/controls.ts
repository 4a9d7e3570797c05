/** Components that people use. */
import {
	BOOLEAN,
	each,
	ICON,
	listOf,
	NUMBER,
	objectOf,
	oneOf,
	TEXT,
	TEXTS_BY_LANGUAGE,
	whole,
	WORDS,
	type Properties,
} from '../kinds';
import { BUTTON_STYLES } from '../../colors';
import { CHECKBOX_BUTTONS_LIMIT } from '../../limits';
import { IMAGE_KEY, IMAGE_REQUIRED, INTERACTIVE, LINK } from './shared';
import type { TagFacts } from './tagFacts';

const control = (page: string, properties: Properties, more: Partial<TagFacts> = {}): TagFacts => ({
	page: `interactive-components/${page}`,
	properties: { ...INTERACTIVE, ...properties },
	interactive: true,
	...more,
});

const BORDER = oneOf('default', 'text');
const CHOICE = listOf(objectOf({ text: WORDS, value: TEXT, icon: ICON }, { required: [['text'], ['value']] }));
/** People are known by their ID alone. */
const PERSON = listOf(objectOf({ text: WORDS, value: TEXT, icon: ICON }));

const select = (page: string, options: Properties, more?: Partial<TagFacts>) =>
	control(page, { type: BORDER, placeholder: WORDS, ...options }, more);
const picker = (page: string, initial: string) => control(page, { placeholder: WORDS, [initial]: TEXT });

export const CONTROLS: { readonly [tag: string]: TagFacts } = {
	button: control('button', {
		type: { type: 'text', oneOf: BUTTON_STYLES },
		size: oneOf('tiny', 'small', 'medium', 'large'),
		text: WORDS,
		icon: ICON,
		hover_tips: WORDS,
		form_action_type: oneOf('submit', 'reset'),
		// Of earlier versions, and still shown.
		...each(TEXT, 'action_type url'),
		multi_url: LINK,
	}),
	input: control('input', {
		placeholder: WORDS,
		default_value: TEXT,
		i18n_default_value: TEXTS_BY_LANGUAGE,
		max_length: whole(1, 1000),
		input_type: oneOf('text', 'multiline_text', 'password'),
		show_icon: BOOLEAN,
		rows: NUMBER,
		auto_resize: BOOLEAN,
		// Rounded, and at least one, says the page: no number is refused.
		max_rows: NUMBER,
		label: WORDS,
		label_position: oneOf('top', 'left'),
	}),
	overflow: control(
		'overflow',
		{ options: listOf(objectOf({ text: WORDS, multi_url: LINK, value: TEXT })) },
		{ required: [['options']], interactive: false },
	),
	select_static: select('single-select-dropdown-menu', {
		options: CHOICE,
		initial_option: TEXT,
		initial_index: NUMBER,
	}),
	multi_select_static: select(
		'multi-select-dropdown-menu',
		{ options: CHOICE, selected_values: listOf(TEXT) },
		{ formOnly: true },
	),
	select_person: select('single-select-user-picker', { options: PERSON, initial_option: TEXT }),
	multi_select_person: select(
		'multi-select-user-picker',
		{ options: PERSON, selected_values: listOf(TEXT) },
		{ formOnly: true },
	),
	date_picker: picker('date-picker', 'initial_date'),
	picker_time: picker('time-selector', 'initial_time'),
	picker_datetime: picker('date-time-picker', 'initial_datetime'),
	select_img: control(
		'image-picker',
		{
			...each(BOOLEAN, 'multi_select can_preview'),
			layout: oneOf('stretch', 'bisect', 'trisect'),
			aspect_ratio: oneOf('1:1', '16:9', '4:3'),
			options: listOf(
				objectOf(
					{ ...IMAGE_KEY, value: TEXT, disabled: BOOLEAN, disabled_tips: WORDS, hover_tips: WORDS },
					{ required: IMAGE_REQUIRED },
				),
			),
		},
		{ required: [['options']] },
	),
	checker: control('checker', {
		text: WORDS,
		hover_tips: WORDS,
		...each(BOOLEAN, 'checked overall_checkable'),
		padding: TEXT,
		button_area: objectOf({
			pc_display_rule: oneOf('always', 'on_hover'),
			buttons: { type: 'elements', most: CHECKBOX_BUTTONS_LIMIT },
		}),
		checked_style: objectOf({ show_strikethrough: BOOLEAN, opacity: { type: 'number', least: 0, most: 1 } }),
	}),
};
