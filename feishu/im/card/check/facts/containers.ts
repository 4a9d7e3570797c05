/** Components that hold others. */
import { BOOLEAN, each, ELEMENTS, ICON, objectOf, oneOf, pixels, sides, TEXT, whole, WORDS, type Kind } from '../kinds';
import { ACTION, BEHAVIORS, CONFIRM, GAP, HORIZONTAL, LAYOUT, RADIUS, VERTICAL } from './shared';
import type { TagFacts } from './tagFacts';

/** The title of a panel is a text or Markdown in full. */
const PANEL_TITLE: Kind = { type: 'tagged', tags: ['plain_text', 'lark_md', 'markdown'] };

export const CONTAINERS: { readonly [tag: string]: TagFacts } = {
	column_set: {
		page: 'containers/column-set',
		properties: {
			horizontal_spacing: GAP,
			background_style: TEXT,
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
			background_style: TEXT,
			width: pixels(16, 600, ['auto', 'weighted']),
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
			width: pixels(16, 999, ['fill', 'auto']),
			height: pixels(10, 999, ['auto']),
			corner_radius: RADIUS,
			...each(TEXT, 'background_style border_color name'),
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
				...each(TEXT, 'background_color position'),
				padding: sides(0),
				vertical_align: VERTICAL,
				width: oneOf('fill', 'auto', 'auto_when_fold'),
				icon_position: oneOf('left', 'right', 'follow_text'),
				icon_expanded_angle: { type: 'number', oneOf: [-180, -90, 90, 180] },
			}),
			border: objectOf({ color: TEXT, corner_radius: RADIUS }),
			elements: ELEMENTS,
		},
		required: [['header']],
		container: true,
	},
};
