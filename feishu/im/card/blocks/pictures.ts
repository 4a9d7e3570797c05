/** Images to choose from, as a block of its own and as an input of a form. */
import type { JsonObject } from '../../../json';
import { choice, filledList, given, optionalText, type BuildContext, type Builder } from '../context';
import { answering, around, controlled } from '../parts';
import type { PictureOptions, PicturesBlock } from '../types';
import { imageKey } from './images';

export const pictures: Builder<PicturesBlock> = {
	name: 'Pictures',
	build(block, context) {
		const { width: _width, placeholder: _placeholder, ...rest } = block;
		return [
			{
				...picturePicker(context, block, false),
				...given('name', optionalText(block.name)),
				...controlled(context, rest),
				...answering(context, block.value),
			},
		];
	},
};

const LAYOUTS: { readonly [columns: number]: string } = { 1: 'stretch', 2: 'bisect', 3: 'trisect' };

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/image-picker */
export function picturePicker(
	context: BuildContext,
	{ pictures: listed, columns = 2, aspectRatio, preview }: Partial<PictureOptions>,
	several: boolean,
): JsonObject {
	const layout = LAYOUTS[columns];
	if (layout === undefined) throw context.error(`${String(columns)} columns are not possible`, 'Choose 1, 2 or 3');
	return {
		tag: 'select_img',
		...(several && { multi_select: true }),
		layout,
		...choice(context, 'aspect_ratio', 'the ratio', aspectRatio, ['1:1', '16:9', '4:3']),
		...(preview === false && { can_preview: false }),
		options: filledList(context, 'Pictures', listed).map(({ imageKey: key, value, ...rest }, index) => ({
			img_key: imageKey(context, `the key of picture ${index + 1}`, key),
			value: optionalText(value) || optionalText(key),
			...around(context, rest),
		})),
	};
}
