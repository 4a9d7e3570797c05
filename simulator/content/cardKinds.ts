/**
 * How the properties of cards of JSON 2.0 are described. Pages: https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
 * and, below …/feishu-cards/card-json-v2-components/, the `page` of each component.
 */

export interface ObjectRule {
	properties: Record<string, Kind>;
	/** Properties without which the object is refused. */
	required?: readonly string[];
}

export type Kind =
	| 'string'
	| 'number'
	| 'boolean'
	/** A number or a string: the pages show both. */
	| 'size'
	/** The app's own data, or what the pages leave open. */
	| 'free'
	/** An object with a `tag`: text or an icon. */
	| 'tagged'
	/** A list of objects with a `tag`. */
	| 'elements'
	/** One of these; nothing is none. */
	| { oneOf: readonly string[] }
	/** A whole number. */
	| { from: number; to?: number }
	| { listOf: ObjectRule | 'string' }
	| ObjectRule;

export interface ComponentRule extends ObjectRule {
	/** Below …/card-json-v2-components/. */
	page: string;
	/** What the pages call required, and their samples leave out: a setting says who is right. */
	requiredByPage?: readonly string[];
}

const all = <T extends Kind>(kind: T, names: string): Record<string, T> =>
	Object.fromEntries(names.split(' ').map((name) => [name, kind]));
export const oneOf = (values: string): Kind => ({ oneOf: values.split(' ') });
export const strings = (names: string) => all('string', names);
export const numbers = (names: string) => all('number', names);
export const booleans = (names: string) => all('boolean', names);
export const free = (names: string) => all('free', names);
export const tagged = (names: string) => all('tagged', names);

export const LINK: ObjectRule = { properties: strings('url pc_url ios_url android_url harmony_url') };
export const BEHAVIOR: ObjectRule = {
	properties: {
		type: oneOf('open_url callback form_action'),
		...strings('behavior default_url pc_url ios_url android_url harmony_url'),
		value: 'free',
	},
	required: ['type'],
};
export const CONFIRM: ObjectRule = { properties: tagged('title text') };
export const ACTION: ObjectRule = { properties: { multi_url: LINK } };

/** Every component has these. */
const COMMON: Record<string, Kind> = { ...strings('tag element_id margin'), fallback: 'free' };
/** How a container lays out what is in it. */
export const LAYOUT: Record<string, Kind> = {
	...strings('padding horizontal_spacing vertical_spacing'),
	direction: oneOf('vertical horizontal'),
	horizontal_align: oneOf('left center right'),
	vertical_align: oneOf('top center bottom'),
};
export const INTERACTIVE: Record<string, Kind> = {
	...strings('name width'),
	...booleans('required disabled'),
	...tagged('disabled_tips'),
	value: 'free',
	behaviors: { listOf: BEHAVIOR },
	confirm: CONFIRM,
};
const OPTION: ObjectRule = { properties: { value: 'string', ...tagged('text icon') } };
export const IMAGE_KEY: Record<string, Kind> = { img_key: 'string', i18n_img_key: 'free' };

export const component = (
	page: string,
	properties: Record<string, Kind>,
	required: readonly string[] = [],
): ComponentRule => ({
	page,
	properties: { ...COMMON, ...properties },
	required,
});
export const select = (page: string, properties: Record<string, Kind>): ComponentRule =>
	component(page, {
		...INTERACTIVE,
		type: oneOf('default text'),
		placeholder: 'tagged',
		options: { listOf: OPTION },
		...properties,
	});
export const picker = (page: string, initial: string): ComponentRule =>
	component(page, { ...INTERACTIVE, [initial]: 'string', placeholder: 'tagged' });
