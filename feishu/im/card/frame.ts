/** What stands around the blocks: the header and the card's settings. */
import { InputError } from '../../input';
import type { JsonObject } from '../../json';
import { HEADER_COLORS, TAG_COLORS } from './colors';
import { oneOf, optionalText, plainText, requiredText, webAddress, within, type BuildContext } from './context';
import { HEADER_TAGS_LIMIT } from './limits';
import type { CardHeader, CardSpec, Streaming } from './types';

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/title */
export function headerOf(header: CardHeader, field: string): JsonObject {
	const context = contextOf('Header', field);
	const tags = header.tags ?? [];
	if (tags.length > HEADER_TAGS_LIMIT)
		throw context.error(`there are ${tags.length} tags; Feishu shows at most ${HEADER_TAGS_LIMIT}`);
	const subtitle = optionalText(header.subtitle);
	return {
		title: plainText(requiredText(context, 'the title', header.title)),
		...(subtitle !== '' && { subtitle: plainText(subtitle) }),
		template: oneOf(context, 'the color', header.color, HEADER_COLORS, 'default'),
		...iconOf(header.icon),
		...(tags.length > 0 && {
			text_tag_list: tags.map(({ text, color }, index) => ({
				tag: 'text_tag',
				text: plainText(requiredText(context, `the text of tag ${index + 1}`, text)),
				color: oneOf(context, `the color of tag ${index + 1}`, color, TAG_COLORS, 'blue'),
			})),
		}),
	};
}

const WIDTHS = ['default', 'compact', 'fill'] as const;

export function configOf(spec: CardSpec, field: string): JsonObject {
	const context = contextOf('Card settings', field);
	const summary = optionalText(spec.summary);
	return {
		// Version 2.0 knows cards that look the same to everybody only.
		update_multi: true,
		...(spec.width && { width_mode: oneOf(context, 'the width', spec.width, WIDTHS, 'default') }),
		...(spec.forward !== undefined && { enable_forward: spec.forward }),
		...(summary !== '' && { summary: { content: summary } }),
		...(spec.streaming && streamingOf(context, spec.streaming === true ? {} : spec.streaming)),
	};
}

export function linkOf({ link }: CardSpec, field: string): JsonObject {
	if (optionalText(link).trim() === '') return {};
	return { card_link: { url: webAddress(contextOf('Card settings', field), 'the link', link) } };
}

/** @see https://open.feishu.cn/document/feishu-cards/streaming-updates-openapi-overview */
function streamingOf(context: BuildContext, { frequency, step, strategy }: Streaming): JsonObject {
	const settings = {
		...(frequency !== undefined && { print_frequency_ms: { default: positive(context, 'the frequency', frequency) } }),
		...(step !== undefined && { print_step: { default: positive(context, 'the step', step) } }),
		...(strategy && { print_strategy: oneOf(context, 'the strategy', strategy, ['fast', 'delay'], 'fast') }),
	};
	return { streaming_mode: true, ...(Object.keys(settings).length > 0 && { streaming_config: settings }) };
}

function positive(context: BuildContext, what: string, value: number): number {
	return within(context, what, value, 1, Number.MAX_SAFE_INTEGER);
}

function iconOf(icon: CardHeader['icon']): JsonObject {
	if (typeof icon === 'object') {
		return icon.imageKey === '' ? {} : { icon: { tag: 'custom_icon', img_key: icon.imageKey } };
	}
	return icon === undefined || icon === '' ? {} : { icon: { tag: 'standard_icon', token: icon } };
}

function contextOf(name: string, field: string): BuildContext {
	return {
		root: true,
		error: (message, advice) => new InputError(field, `${name}: ${message}`, advice),
		children: () => [],
	};
}
