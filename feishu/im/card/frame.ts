/** What stands around the blocks: the header and the card's settings. */
import { InputError } from '../../input';
import { isObject, type JsonObject } from '../../json';
import { HEADER_COLORS, TAG_COLORS } from './colors';
import { choice, given, oneOf, within, type BuildContext } from './context';
import { HEADER_TAGS_LIMIT } from './limits';
import { addressesOf, hasLink, iconOf, layoutOf, sidesOf } from './parts';
import type { CardFrame, CardHeader, Streaming } from './types';
import { isBlank, languageOf, markdownSaid, plain, requiredWords, wordsOf, type Said } from './words';

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/title */
export function headerOf(header: CardHeader, field: string): JsonObject {
	const context = contextOf('Header', field);
	const tags = header.tags ?? [];
	if (tags.length > HEADER_TAGS_LIMIT)
		throw context.error(`there are ${tags.length} tags; Feishu shows at most ${HEADER_TAGS_LIMIT}`);
	const title = wordsOf(context, 'the title', header.title);
	const subtitle = wordsOf(context, 'the subtitle', header.subtitle);
	if (isBlank(title) && isBlank(subtitle)) throw context.error('the title is empty');
	const said = (words: Said) => (header.rich ? plain(markdownSaid(words), 'lark_md') : plain(words));
	return {
		...(!isBlank(title) && { title: said(title) }),
		...(!isBlank(subtitle) && { subtitle: said(subtitle) }),
		template: oneOf(context, 'the color', header.color, HEADER_COLORS, 'default'),
		...iconOf(header.icon),
		...(tags.length > 0 && {
			text_tag_list: tags.map(({ text, color }, index) => ({
				tag: 'text_tag',
				text: plain(requiredWords(context, `the text of tag ${index + 1}`, text)),
				color: oneOf(context, `the color of tag ${index + 1}`, color, TAG_COLORS, 'blue'),
			})),
		}),
		...sidesOf(context, 'padding', header.padding, -99),
	};
}

const WIDTHS = ['default', 'compact', 'fill'] as const;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure */
export function configOf(frame: CardFrame, field: string): JsonObject {
	const context = contextOf('Card settings', field);
	const summary = wordsOf(context, 'the summary', frame.summary);
	return {
		// Version 2.0 knows cards that look the same to everybody only.
		update_multi: true,
		...choice(context, 'width_mode', 'the width', frame.width, WIDTHS),
		...given('enable_forward', frame.forward),
		...given('enable_forward_interaction', frame.forwardClicks),
		...(!isBlank(summary) && { summary }),
		...(frame.locales &&
			frame.locales.length > 0 && {
				locales: frame.locales.map((language) => languageOf(context, 'the card', language)),
			}),
		...given('use_custom_translation', frame.ownTranslation),
		...styleOf(context, frame),
		...(frame.streaming && streamingOf(context, frame.streaming === true ? {} : frame.streaming)),
	};
}

function styleOf(context: BuildContext, { textSizes, colors }: CardFrame): JsonObject {
	const style = {
		...namedStyles(context, 'text_size', 'the size', textSizes, ({ default: fallback, pc, mobile }) => ({
			...given('default', fallback),
			...given('pc', pc),
			...given('mobile', mobile),
		})),
		...namedStyles(context, 'color', 'the color', colors, ({ light, dark }) => ({
			light_mode: light,
			dark_mode: dark,
		})),
	};
	return Object.keys(style).length > 0 ? { style } : {};
}

function namedStyles<Style extends object>(
	context: BuildContext,
	property: string,
	what: string,
	styles: { readonly [name: string]: Style } | undefined,
	written: (style: Style) => JsonObject,
): JsonObject {
	const entries = Object.entries(styles ?? {});
	if (entries.length === 0) return {};
	return {
		[property]: Object.fromEntries(
			entries.map(([name, style]) => {
				if (isObject(style) && Object.keys(written(style)).length > 0) return [name, written(style)];
				throw context.error(`${what} '${name}' has no values`);
			}),
		),
	};
}

export function linkOf({ link }: CardFrame, field: string): JsonObject {
	if (!hasLink(link)) return {};
	return { card_link: addressesOf(contextOf('Card settings', field), 'the link', link, 'url') };
}

/** How the blocks stand. */
export function bodyOf({ layout }: CardFrame, field: string): JsonObject {
	return layoutOf(contextOf('Card settings', field), layout);
}

/** @see https://open.feishu.cn/document/feishu-cards/streaming-updates-openapi-overview */
function streamingOf(context: BuildContext, { frequency, step, strategy }: Streaming): JsonObject {
	const settings = {
		...(frequency !== undefined && { print_frequency_ms: { default: positive(context, 'the frequency', frequency) } }),
		...(step !== undefined && { print_step: { default: positive(context, 'the step', step) } }),
		...choice(context, 'print_strategy', 'the strategy', strategy, ['fast', 'delay']),
	};
	return { streaming_mode: true, ...(Object.keys(settings).length > 0 && { streaming_config: settings }) };
}

function positive(context: BuildContext, what: string, value: number): number {
	return within(context, what, value, 1, Number.MAX_SAFE_INTEGER);
}

function contextOf(name: string, field: string): BuildContext {
	return {
		root: true,
		error: (message, advice) => new InputError(field, `${name}: ${message}`, advice),
		children: () => [],
	};
}
