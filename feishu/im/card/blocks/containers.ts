/** Blocks that hold others. */
import { isObject, text, type JsonObject } from '../../../json';
import { choice, filledList, given, optionalText, pixels, within, type BuildContext, type Builder } from '../context';
import { addressesOf, alignedTo, around, behaviors, gapOf, hasLink, layoutOf, radiusOf, sidesOf } from '../parts';
import type { CardColumn, ClickableBlock, ColumnsBlock, ElementsBlock, Link, PanelBlock } from '../types';
import { markdownSaid, requiredWords } from '../words';

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/collapsible-panel */
export const panel: Builder<PanelBlock> = {
	name: 'Panel',
	build(block, context) {
		return [
			{
				tag: 'collapsible_panel',
				expanded: block.expanded ?? false,
				header: {
					title: { tag: 'markdown', ...markdownSaid(requiredWords(context, 'the title', block.title)) },
					icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
					icon_position: 'right',
					icon_expanded_angle: -180,
					...given('background_color', block.titleBackground),
				},
				...(block.border !== false && { border: { color: 'grey', corner_radius: '5px' } }),
				...given('background_color', block.background),
				padding: '8px',
				elements: context.children(block.blocks),
			},
		];
	},
};

const NARROW = ['none', 'stretch', 'flow', 'bisect', 'trisect'] as const;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/column-set */
export const columns: Builder<ColumnsBlock> = {
	name: 'Columns',
	build(block, context) {
		return [
			{
				tag: 'column_set',
				...choice(context, 'flex_mode', 'what becomes of the columns', block.narrow, NARROW),
				...gapOf(context, 'horizontal_spacing', 'the gap', block.gap),
				...alignedTo(context, block.align),
				...given('background_style', block.background),
				...opening(context, 'the link', block.link),
				columns: filledList(context, 'Columns', block.columns).map((column, index) =>
					columnElement(context, column, index),
				),
			},
		];
	},
};

function columnElement(context: BuildContext, column: CardColumn, index: number): JsonObject {
	const which = `column ${index + 1}`;
	return {
		tag: 'column',
		...columnWidth(context, which, column),
		...layoutOf(context, column),
		...sidesOf(context, 'margin', column.margin, -99),
		...given('background_style', column.background),
		...opening(context, `the link of ${which}`, column.link),
		elements: context.children(column.blocks, `Column ${index + 1}`),
	};
}

function columnWidth(context: BuildContext, which: string, { width = 'weighted', weight = 1 }: CardColumn): JsonObject {
	if (optionalText(width) === 'auto') return { width };
	if (width === 'weighted' || optionalText(width) === '')
		return { width: 'weighted', weight: within(context, `the weight of ${which}`, weight, 1, 5) };
	return { width: pixels(context, `the width of ${which}`, width, 16, 600) };
}

function opening(context: BuildContext, what: string, link: Link | undefined): JsonObject {
	return hasLink(link) ? { action: { multi_url: addressesOf(context, what, link, 'url') } } : {};
}

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/interactive-container */
export const clickable: Builder<ClickableBlock> = {
	name: 'Clickable',
	build(block, context) {
		return [
			{
				tag: 'interactive_container',
				...extent(context, 'width', block.width, ['fill', 'auto'], 16),
				...extent(context, 'height', block.height, ['auto'], 10),
				...layoutOf(context, block),
				...given('background_style', block.background),
				...(optionalText(block.border) !== '' && { has_border: true, border_color: block.border }),
				...radiusOf(context, block.radius),
				behaviors: behaviors(context, 'the container', block),
				...around(context, block),
				elements: context.children(block.blocks),
			},
		];
	},
};

function extent(
	context: BuildContext,
	property: string,
	value: string | number | undefined,
	known: readonly string[],
	least: number,
): JsonObject {
	if (value === undefined || value === '') return {};
	return {
		[property]: known.includes(String(value)) ? value : pixels(context, `the ${property}`, value, least, 999),
	};
}

export const elements: Builder<ElementsBlock> = {
	name: 'Elements',
	build(block, context) {
		return filledList(context, 'Elements', block.elements).map((element, index) => {
			if (isObject(element) && text(element.tag) !== '') return element;
			throw context.error(`element ${index + 1} is no object with a tag`, 'For example {"tag": "hr"}');
		});
	},
};
