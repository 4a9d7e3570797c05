import { isObject, text } from '../../../json';
import { filledList, requiredText, within, type Builder } from '../context';
import type { ColumnsBlock, ElementsBlock, PanelBlock } from '../types';

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/collapsible-panel */
export const panel: Builder<PanelBlock> = {
	name: 'Panel',
	build(block, context) {
		return [
			{
				tag: 'collapsible_panel',
				expanded: block.expanded ?? false,
				header: {
					title: { tag: 'markdown', content: requiredText(context, 'the title', block.title) },
					icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
					icon_position: 'right',
					icon_expanded_angle: -180,
				},
				border: { color: 'grey', corner_radius: '5px' },
				padding: '8px',
				elements: context.children(block.blocks),
			},
		];
	},
};

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/column-set */
export const columns: Builder<ColumnsBlock> = {
	name: 'Columns',
	build(block, context) {
		return [
			{
				tag: 'column_set',
				columns: filledList(context, 'Columns', block.columns).map((column, index) => ({
					tag: 'column',
					width: 'weighted',
					weight: within(context, `the weight of column ${index + 1}`, column.weight ?? 1, 1, 5),
					elements: context.children(column.blocks, `Column ${index + 1}`),
				})),
			},
		];
	},
};

export const elements: Builder<ElementsBlock> = {
	name: 'Elements',
	build(block, context) {
		return filledList(context, 'Elements', block.elements).map((element, index) => {
			if (isObject(element) && text(element.tag) !== '') return element;
			throw context.error(`element ${index + 1} is no object with a tag`, 'For example {"tag": "hr"}');
		});
	},
};
