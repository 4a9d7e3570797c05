/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/title */
export const HEADER_COLORS = [
	'blue',
	'carmine',
	'default',
	'green',
	'grey',
	'indigo',
	'orange',
	'purple',
	'red',
	'turquoise',
	'violet',
	'wathet',
	'yellow',
] as const;
export type HeaderColor = (typeof HEADER_COLORS)[number];

/** Of tags in the header, and of options in a table. */
export const TAG_COLORS = [
	'blue',
	'carmine',
	'green',
	'indigo',
	'lime',
	'neutral',
	'orange',
	'purple',
	'red',
	'turquoise',
	'violet',
	'wathet',
	'yellow',
] as const;
export type TagColor = (typeof TAG_COLORS)[number];

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/button */
export const BUTTON_STYLES = [
	'danger',
	'danger_filled',
	'danger_text',
	'default',
	'laser',
	'primary',
	'primary_filled',
	'primary_text',
	'text',
] as const;
export type ButtonStyle = (typeof BUTTON_STYLES)[number];

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text */
export const TEXT_SIZES = [
	'heading',
	'heading-0',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'large',
	'medium',
	'normal',
	'notation',
	'small',
	'x-large',
	'x-small',
	'xx-large',
	'xxx-large',
	'xxxx-large',
] as const;
