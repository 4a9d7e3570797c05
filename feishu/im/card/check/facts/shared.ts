/** What several components have alike. */
import {
	BOOLEAN,
	each,
	FREE,
	listOf,
	objectOf,
	oneOf,
	pixels,
	sides,
	TEXT,
	TEXTS_BY_LANGUAGE,
	WORDS,
	type Properties,
} from '../kinds';

/** Of every component. `fallback` is shown on some pages, and described on none. */
export const COMMON: Properties = { ...each(TEXT, 'tag element_id'), margin: sides(-99), fallback: FREE };

export const HORIZONTAL = oneOf('left', 'center', 'right');
export const VERTICAL = oneOf('top', 'center', 'bottom');

/** Between elements. */
export const GAP = pixels(0, 99, ['small', 'medium', 'large', 'extra_large', 'default']);

/** Rounded corners. */
export const RADIUS = pixels(0, undefined, [], { percent: true });

/** How a container lays out what is in it. @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure */
export const LAYOUT: Properties = {
	direction: oneOf('vertical', 'horizontal'),
	horizontal_align: HORIZONTAL,
	vertical_align: VERTICAL,
	padding: sides(0),
	horizontal_spacing: GAP,
	vertical_spacing: GAP,
};

/** Addresses by device; `url` for those without one of their own. */
export const DEVICES: readonly string[] = ['pc_url', 'ios_url', 'android_url'];
export const LINK = objectOf(each(TEXT, `url ${DEVICES.join(' ')} harmony_url`));
export const ACTION = objectOf({ multi_url: LINK });

/** @see https://open.feishu.cn/document/feishu-cards/configuring-card-interactions */
export const BEHAVIORS = listOf(
	objectOf(
		{
			type: oneOf('open_url', 'callback', 'form_action'),
			...each(TEXT, `behavior default_url ${DEVICES.join(' ')} harmony_url`),
			value: FREE,
		},
		{ required: [['type']] },
	),
);

/** A question before the action. Both texts are needed; the pages show an empty object for none. */
export const CONFIRM = objectOf({ title: WORDS, text: WORDS }, { required: [['title'], ['text']], emptyIsNone: true });

/** Of what people use. `value` is the older way to say what a callback carries. */
export const INTERACTIVE: Properties = {
	...each(TEXT, 'name width'),
	...each(BOOLEAN, 'required disabled'),
	disabled_tips: WORDS,
	value: FREE,
	behaviors: BEHAVIORS,
	confirm: CONFIRM,
};

export const IMAGE_KEY: Properties = { img_key: TEXT, i18n_img_key: TEXTS_BY_LANGUAGE };
export const IMAGE_REQUIRED = [['img_key', 'i18n_img_key']] as const;
