import { isObject } from '../../../json';
import { choice, given, optionalText, requiredText, within, type Builder } from '../context';
import { around } from '../parts';
import type { AudioBlock, ChartBlock } from '../types';

const RATIOS = ['1:1', '2:1', '4:3', '16:9'] as const;
const THEMES = ['brand', 'rainbow', 'complementary', 'converse', 'primary'] as const;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/chart */
export const chart: Builder<ChartBlock> = {
	name: 'Chart',
	build(block, context) {
		if (!isObject(block.spec) || Object.keys(block.spec).length === 0)
			throw context.error('the chart has no specification', 'A VChart object with type, data and fields');
		return [
			{
				tag: 'chart',
				chart_spec: block.spec,
				...(block.height !== undefined && { height: `${within(context, 'the height', block.height, 1, 999)}px` }),
				...choice(context, 'aspect_ratio', 'the ratio', block.aspectRatio, RATIOS),
				...choice(context, 'color_theme', 'the theme', block.theme, THEMES),
				...(block.preview === false && { preview: false }),
			},
		];
	},
};

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/audio */
export const audio: Builder<AudioBlock> = {
	name: 'Audio',
	build({ fileKey, audioId, showTime, showProgress, disabled, disabledHint }, context) {
		return [
			{
				tag: 'audio',
				file_key: requiredText(context, 'the file key', fileKey).trim(),
				...given('audio_id', optionalText(audioId).trim()),
				...given('show_time', showTime),
				...given('show_progress_bar', showProgress),
				...around(context, { disabled, disabledHint }),
			},
		];
	},
};
