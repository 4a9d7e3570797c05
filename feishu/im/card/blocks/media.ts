import { isObject, type JsonObject } from '../../../json';
import { filledList, oneOf, optionalText, plainText, requiredText, within, type Builder } from '../context';
import type { ChartBlock, ImageBlock, ImageSize, PeopleBlock } from '../types';

/** How the sizes are written. @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/image */
const SIZES: { readonly [size in ImageSize]: JsonObject } = {
	fit: { scale_type: 'fit_horizontal' },
	// Version 2.0 has no full-bleed size; the card's own padding is taken back instead.
	bleed: { scale_type: 'fit_horizontal', margin: '4px -12px' },
	stretch: { scale_type: 'crop_center', size: 'stretch' },
	large: { scale_type: 'crop_center', size: 'large' },
	medium: { scale_type: 'crop_center', size: 'medium' },
	small: { scale_type: 'crop_center', size: 'small' },
	tiny: { scale_type: 'crop_center', size: 'tiny' },
};

export const image: Builder<ImageBlock> = {
	name: 'Image',
	build(block, context) {
		const key = requiredText(context, 'the image key', block.imageKey).trim();
		if (/^https?:/i.test(key))
			throw context.error(`'${key}' is an address`, 'Cards show uploaded images only: upload it and use its key');
		const size = oneOf(context, 'the size', block.size, Object.keys(SIZES) as ImageSize[], 'fit');
		const title = optionalText(block.title);
		return [
			{
				tag: 'img',
				img_key: key,
				alt: plainText(optionalText(block.alt)),
				...(title !== '' && { title: plainText(title) }),
				...SIZES[size],
			},
		];
	},
};

const AVATARS = ['extra_small', 'small', 'medium', 'large'] as const;

export const people: Builder<PeopleBlock> = {
	name: 'People',
	build(block, context) {
		const ids = filledList(context, 'People', block.ids).map((id) => optionalText(id).trim());
		const empty = ids.indexOf('');
		if (empty >= 0) throw context.error(`person ${empty + 1} has no ID`);
		return [
			{
				tag: 'person_list',
				persons: ids.map((id) => ({ id })),
				size: oneOf(context, 'the size', block.size, AVATARS, 'small'),
				show_name: block.showName ?? true,
				show_avatar: block.showAvatar ?? true,
				...(block.ignoreUnknown && { drop_invalid_user_id: true }),
				...(block.lines !== undefined && { lines: within(context, 'the number of lines', block.lines, 1, 100) }),
			},
		];
	},
};

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
				...(block.aspectRatio && { aspect_ratio: oneOf(context, 'the ratio', block.aspectRatio, RATIOS, '16:9') }),
				...(block.theme && { color_theme: oneOf(context, 'the theme', block.theme, THEMES, 'brand') }),
			},
		];
	},
};
