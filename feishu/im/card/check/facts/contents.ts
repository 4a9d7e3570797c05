/** Components that show something. */
import {
	BOOLEAN,
	each,
	FREE,
	ICON,
	listOf,
	objectOf,
	oneOf,
	pixels,
	SIZE,
	TEXT,
	TEXTS_BY_LANGUAGE,
	whole,
	WORDS,
	type Properties,
} from '../kinds';
import { TABLE_PAGE_LIMIT } from '../../limits';
import { HORIZONTAL, IMAGE_KEY, IMAGE_REQUIRED, RADIUS, VERTICAL } from './shared';
import type { TagFacts } from './tagFacts';

const content = (
	page: string,
	properties: Properties,
	required: TagFacts['required'] = [],
	gone?: TagFacts['gone'],
): TagFacts => ({ page: `content-components/${page}`, properties, required, gone });

/** Addresses that differ by device. */
const LINK_TAG = "Write <link url='…' pc_url='…' ios_url='…' android_url='…'>words</link> into the text";

const AVATAR = oneOf('extra_small', 'small', 'medium', 'large');

const COLUMN = objectOf(
	{
		...each(TEXT, 'name display_name date_format'),
		width: pixels(80, 600, ['auto'], { percent: true }),
		data_type: oneOf('text', 'lark_md', 'markdown', 'number', 'options', 'persons', 'date'),
		horizontal_align: HORIZONTAL,
		vertical_align: VERTICAL,
		format: objectOf({ precision: whole(0, 10), symbol: TEXT, separator: BOOLEAN }),
	},
	{ required: [['name']] },
);

export const CONTENTS: { readonly [tag: string]: TagFacts } = {
	markdown: content(
		'rich-text',
		{
			...each(TEXT, 'content text_size text_color'),
			text_align: HORIZONTAL,
			i18n_content: TEXTS_BY_LANGUAGE,
			icon: ICON,
		},
		[['content', 'i18n_content']],
		{ href: LINK_TAG },
	),
	div: content(
		'plain-text',
		{
			text: WORDS,
			fields: listOf(objectOf({ is_short: BOOLEAN, text: WORDS })),
			icon: ICON,
			width: TEXT,
		},
		[],
		{ extra: 'Put it beside the text, into columns', text_align: 'Write it into the text' },
	),
	hr: content('divider', {}),
	img: content(
		'image',
		{
			...IMAGE_KEY,
			alt: WORDS,
			title: WORDS,
			scale_type: oneOf('crop_center', 'crop_top', 'fit_horizontal'),
			size: {
				type: 'text',
				gone: { value: 'stretch_without_padding', instead: 'Leave it out, and write "margin": "4px -12px" beside it' },
			},
			corner_radius: RADIUS,
			mode: TEXT,
			custom_width: SIZE,
			...each(BOOLEAN, 'transparent preview compact_width'),
		},
		IMAGE_REQUIRED,
	),
	img_combination: content(
		'multi-image-laylout',
		{
			combination_mode: oneOf('double', 'triple', 'bisect', 'trisect'),
			combination_transparent: BOOLEAN,
			corner_radius: RADIUS,
			img_list: listOf(objectOf({ ...IMAGE_KEY, transparent: BOOLEAN }, { required: IMAGE_REQUIRED })),
		},
		[['combination_mode'], ['img_list']],
	),
	person: content(
		'user-profile',
		{ user_id: TEXT, size: AVATAR, style: oneOf('normal', 'capsule'), ...each(BOOLEAN, 'show_avatar show_name') },
		[['user_id']],
	),
	person_list: content(
		'user-list',
		{
			persons: listOf(objectOf({ id: TEXT }, { required: [['id']] })),
			size: AVATAR,
			// Not 0, says the page.
			lines: whole(1),
			...each(BOOLEAN, 'show_avatar show_name drop_invalid_user_id'),
			icon: ICON,
			ud_icon: objectOf({ token: TEXT, style: objectOf({ color: TEXT }) }),
		},
		[['persons']],
	),
	chart: content(
		'chart',
		{
			chart_spec: FREE,
			aspect_ratio: oneOf('1:1', '2:1', '4:3', '16:9'),
			color_theme: oneOf('brand', 'rainbow', 'complementary', 'converse', 'primary'),
			preview: BOOLEAN,
			height: pixels(1, 999, ['auto']),
		},
		[['chart_spec']],
	),
	table: {
		...content(
			'table',
			{
				columns: listOf(COLUMN),
				rows: FREE,
				page_size: whole(1, TABLE_PAGE_LIMIT),
				row_height: pixels(32, 124, ['low', 'middle', 'high', 'auto']),
				row_max_height: pixels(32, 999),
				freeze_first_column: BOOLEAN,
				header_style: objectOf({
					text_align: HORIZONTAL,
					text_size: oneOf('normal', 'heading'),
					background_style: oneOf('grey', 'none'),
					text_color: TEXT,
					bold: BOOLEAN,
					lines: whole(1),
				}),
			},
			[['columns'], ['rows']],
		),
		rootOnly: true,
	},
	audio: content(
		'audio',
		{
			...each(TEXT, 'file_key audio_id time_display time_position style padding background_style fill_color width'),
			i18n_file_key: TEXTS_BY_LANGUAGE,
			// As the page on languages writes it.
			i18n_file_key_key: TEXTS_BY_LANGUAGE,
			...each(BOOLEAN, 'disabled show_progress_bar show_time'),
			disabled_tips: WORDS,
			border: objectOf({ ...each(TEXT, 'color corner_radius'), width: SIZE }),
		},
		[['file_key', 'i18n_file_key', 'i18n_file_key_key']],
	),
};
