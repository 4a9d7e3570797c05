/** What several components have alike, from plain values. */
import { isObject, type JsonObject } from '../../json';
import { encodedAddress } from '../../markdown/addresses';
import { isWebAddress, NOT_HERE } from './addresses';
import {
	choice,
	given,
	LABEL_LIMIT,
	oneOf,
	optionalText,
	pixels,
	requiredText,
	within,
	type BuildContext,
} from './context';
import type { Clickable, Confirmation, ControlOptions, ControlWidth, Gap, Icon, Layout, Link } from './types';
import { optionalWords, plain, requiredWords } from './words';

/**
 * @returns the address as a card takes it: what it can't have as it is gets percent-encoded
 * @throws InputError unless it is one of the web
 */
function webAddress(context: BuildContext, what: string, value: unknown): string {
	const url = requiredText(context, what, value).trim();
	if (isWebAddress(url)) return encodedAddress(url);
	if (!/^[a-z][a-z\d+.-]*:/i.test(url))
		throw context.error(`${what} '${url}' has no scheme`, 'It begins with https://');
	throw context.error(
		`${what} '${url}' is no web address`,
		'Cards open http and https only; what opens in Feishu itself begins with https://applink.feishu.cn/',
	);
}

const DEVICES = ['pc', 'ios', 'android'] as const;

export function hasLink(link: Link | undefined): boolean {
	if (typeof link === 'string') return link.trim() !== '';
	return isObject(link) && Object.values(link).some((url) => optionalText(url).trim() !== '' && url !== false);
}

/** Addresses by device. @param first the property for those without one of their own */
export function addressesOf(context: BuildContext, what: string, link: unknown, first: string): JsonObject {
	if (!isObject(link)) return { [first]: webAddress(context, what, link) };
	const urls: JsonObject = {};
	if (optionalText(link.url).trim() !== '') urls[first] = webAddress(context, what, link.url);
	for (const device of DEVICES) {
		const url = link[device];
		if (url === false) urls[`${device}_url`] = NOT_HERE;
		else if (optionalText(url).trim() !== '') urls[`${device}_url`] = webAddress(context, `${what} for ${device}`, url);
	}
	const missing = DEVICES.filter((device) => urls[`${device}_url`] === undefined);
	if (urls[first] === undefined && missing.length > 0)
		throw context.error(`${what} is missing`, `Give one for all devices, or for ${missing.join(' and ')} as well`);
	return urls;
}

/** What callbacks carry. @throws InputError when it is no object */
export function callbackValue(context: BuildContext, value: unknown): JsonObject {
	if (value === undefined || value === null || value === '') return {};
	if (isObject(value)) return value;
	throw context.error('the callback value is no JSON object', 'For example {"action": "approve", "id": 7}');
}

export function callback(value: JsonObject): JsonObject {
	return { type: 'callback', value };
}

const ACTIONS = ['link', 'callback', 'both'] as const;

/** What a click does. @param whose such as "button 1" */
export function behaviors(context: BuildContext, whose: string, { action, url, value }: Clickable): JsonObject[] {
	const chosen = oneOf(context, `the action of ${whose}`, action, ACTIONS, hasLink(url) ? 'link' : 'callback');
	return [
		...(chosen === 'callback'
			? []
			: [{ type: 'open_url', ...addressesOf(context, `the URL of ${whose}`, url, 'default_url') }]),
		...(chosen === 'link' ? [] : [callback(callbackValue(context, value))]),
	];
}

/** A question before the action; the platform asks for both texts. */
export function confirmation(context: BuildContext, confirm: Confirmation | undefined): JsonObject {
	if (!confirm) return {};
	return {
		confirm: {
			title: plain(requiredWords(context, 'the title of the confirmation', confirm.title)),
			text: plain(requiredWords(context, 'the text of the confirmation', confirm.text)),
		},
	};
}

/** What is asked and told around a click. */
export function around(context: BuildContext, { confirm, disabled, disabledHint, hint }: Clickable): JsonObject {
	return {
		...confirmation(context, confirm),
		...optionalWords(context, 'hover_tips', 'the hint', hint),
		...(disabled && { disabled: true }),
		...optionalWords(context, 'disabled_tips', 'the hint of what is disabled', disabledHint),
	};
}

/** What all have that people choose or fill in. */
export function controlled(
	context: BuildContext,
	{ placeholder, width, disabled, disabledHint, confirm }: ControlOptions,
	fallback = '',
): JsonObject {
	const shown = optionalWords(context, 'placeholder', 'the placeholder', placeholder, LABEL_LIMIT);
	return {
		...(fallback !== '' && { placeholder: plain({ content: fallback }) }),
		...shown,
		...widthOf(context, 'the width', width),
		...around(context, { confirm, disabled, disabledHint }),
	};
}

/** What tells the app of a choice; in a form that does, unless the choice carries something of its own. */
export function answering(context: BuildContext, value: unknown): JsonObject {
	if (context.nameless && value === undefined) return {};
	return { behaviors: [callback(callbackValue(context, value))] };
}

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/button */
export function widthOf(context: BuildContext, what: string, width: ControlWidth | undefined): JsonObject {
	if (width === undefined || (width as string) === '') return {};
	if (width === 'default' || width === 'fill') return { width };
	return { width: pixels(context, what, width, 100, Infinity) };
}

/** An icon of the library, or an uploaded image; nothing where none is named. */
export function iconOf(icon: Icon | undefined): JsonObject {
	if (!isObject(icon)) return optionalText(icon) === '' ? {} : { icon: { tag: 'standard_icon', token: icon } };
	const { token, color, imageKey }: { token?: string; color?: string; imageKey?: string } = icon;
	if (optionalText(imageKey) !== '') return { icon: { tag: 'custom_icon', img_key: imageKey } };
	if (optionalText(token) === '') return {};
	return { icon: { tag: 'standard_icon', token, ...given('color', optionalText(color)) } };
}

const ALIGNMENTS = ['left', 'center', 'right'] as const;
const VERTICAL = ['top', 'center', 'bottom'] as const;
const GAPS = ['small', 'medium', 'large', 'extra_large'];

export function gapOf(context: BuildContext, property: string, what: string, gap: Gap | undefined): JsonObject {
	if (gap === undefined || (gap as string) === '') return {};
	return { [property]: GAPS.includes(String(gap)) ? gap : pixels(context, what, gap as number, 0, 99) };
}

/** Pixels of all sides, or up to four of them: `4px 12px`. */
export function sidesOf(
	context: BuildContext,
	property: string,
	value: number | string | undefined,
	least: number,
): JsonObject {
	if (value === undefined || value === '') return {};
	const sides = String(value).trim().split(/\s+/);
	if (sides.length > 4) throw context.error(`the ${property} '${value}' has more than four sides`);
	return { [property]: sides.map((side) => pixels(context, `the ${property}`, side, least, 99)).join(' ') };
}

export function layoutOf(context: BuildContext, layout: Layout | undefined): JsonObject {
	const { direction, align, verticalAlign, gap, rowGap, padding } = layout ?? {};
	return {
		...choice(context, 'direction', 'the direction', direction, ['vertical', 'horizontal']),
		...alignedTo(context, align),
		...choice(context, 'vertical_align', 'the vertical alignment', verticalAlign, VERTICAL),
		...gapOf(context, 'horizontal_spacing', 'the gap', gap),
		...gapOf(context, 'vertical_spacing', 'the gap', rowGap),
		...sidesOf(context, 'padding', padding, 0),
	};
}

export function alignedTo(context: BuildContext, align: string | undefined, property = 'horizontal_align'): JsonObject {
	return choice(context, property, 'the alignment', align, ALIGNMENTS);
}

/** Rounded corners: pixels, or a share of the side. */
export function radiusOf(context: BuildContext, radius: number | string | undefined): JsonObject {
	if (radius === undefined || radius === '') return {};
	const [, share] = /^(\d+)\s*%$/.exec(String(radius).trim()) ?? [];
	if (share !== undefined) return { corner_radius: `${within(context, 'the radius', share, 0, 100)}%` };
	return { corner_radius: pixels(context, 'the radius', radius, 0, Infinity) };
}
