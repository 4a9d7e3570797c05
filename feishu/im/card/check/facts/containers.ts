/** Components that hold others. */
import { BOOLEAN, each, ELEMENTS, ICON, objectOf, oneOf, TEXT, whole, WORDS, type Kind } from '../kinds';
import { ACTION, BEHAVIORS, CONFIRM, HORIZONTAL, LAYOUT, VERTICAL } from './shared';
import type { TagFacts } from './tagFacts';

/** The title of a panel is a text or Markdown in full. */
const PANEL_TITLE: Kind = { type: 'tagged', tags: ['plain_text', 'lark_md', 'markdown'] };

export const CONTAINERS: { readonly [tag: string]: TagFacts } = {
	column_set: {
		page: 'containers/column-set',
		properties: {
			...each(TEXT, 'horizontal_spacing background_style'),
			horizontal_align: HORIZONTAL,
			flex_mode: oneOf('none', 'stretch', 'flow', 'bisect', 'trisect'),
			action: ACTION,
			columns: ELEMENTS,
		},
		required: [['columns']],
		container: true,
	},
	column: {
		page: 'containers/column-set',
		properties: {
			...LAYOUT,
			...each(TEXT, 'background_style width'),
			weight: whole(1, 5),
			action: ACTION,
			elements: ELEMENTS,
		},
		within: 'columns of a column_set',
	},
	form: {
		page: 'containers/form-container',
		properties: { ...LAYOUT, name: TEXT, elements: ELEMENTS },
		gone: { confirm: 'Write it into the submit button' },
		required: [['name'], ['elements']],
		container: true,
		rootOnly: true,
	},
	interactive_container: {
		page: 'containers/interactive-container',
		properties: {
			...LAYOUT,
			...each(TEXT, 'width height background_style border_color corner_radius name'),
			...each(BOOLEAN, 'has_border disabled'),
			disabled_tips: WORDS,
			hover_tips: WORDS,
			value: { type: 'free' },
			behaviors: BEHAVIORS,
			confirm: CONFIRM,
			elements: ELEMENTS,
		},
		required: [['elements']],
		container: true,
	},
	collapsible_panel: {
		page: 'containers/collapsible-panel',
		properties: {
			...LAYOUT,
			background_color: TEXT,
			expanded: BOOLEAN,
			header: objectOf({
				title: PANEL_TITLE,
				icon: ICON,
				...each(TEXT, 'background_color padding position'),
				vertical_align: VERTICAL,
				width: oneOf('fill', 'auto', 'auto_when_fold'),
				icon_position: oneOf('left', 'right', 'follow_text'),
				icon_expanded_angle: { type: 'number', oneOf: [-180, -90, 90, 180] },
			}),
			border: objectOf(each(TEXT, 'color corner_radius')),
			elements: ELEMENTS,
		},
		required: [['header']],
		container: true,
	},
};
