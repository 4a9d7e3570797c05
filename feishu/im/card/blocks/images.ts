import type { JsonObject } from '../../../json';
import { filledList, oneOf, requiredText, within, type BuildContext, type Builder } from '../context';
import { IMAGE_GRIDS } from '../limits';
import { radiusOf } from '../parts';
import type { ImageBlock, ImagesBlock, ImageSize } from '../types';
import { languagesOf, optionalWords, plain, wordsOf } from '../words';

/** How the sizes are written. @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/image */
const SIZES: { readonly [size in ImageSize]: JsonObject } = {
	fit: { scale_type: 'fit_horizontal' },
	// Version 2.0 has no full-bleed size; the card's own padding is taken back instead.
	bleed: { scale_type: 'fit_horizontal', margin: '4px -12px' },
	stretch: { size: 'stretch' },
	large: { size: 'large' },
	medium: { size: 'medium' },
	small: { size: 'small' },
	tiny: { size: 'tiny' },
};

export const image: Builder<ImageBlock> = {
	name: 'Image',
	build(block, context) {
		const languages = languagesOf(context, 'the image', block.languages);
		return [
			{
				tag: 'img',
				img_key: imageKey(context, 'the image key', block.imageKey),
				...(Object.keys(languages).length > 0 && {
					i18n_img_key: Object.fromEntries(
						Object.entries(languages).map(([language, key]) => [language, imageKey(context, 'the image key', key)]),
					),
				}),
				alt: plain(wordsOf(context, 'the alternative text', block.alt)),
				...optionalWords(context, 'title', 'the title', block.title),
				...sizeOf(context, block),
				...radiusOf(context, block.radius),
				...(block.preview === false && { preview: false }),
				...(block.transparent && { transparent: true }),
			},
		];
	},
};

/** Only what is cropped has a size; where it is cropped is up to the sender then. */
function sizeOf(context: BuildContext, { size, crop }: ImageBlock): JsonObject {
	const own = typeof size === 'object';
	const written = own
		? {
				size: (['width', 'height'] as const)
					.map((side) => `${within(context, `the ${side}`, size[side], 1, 1000)}px`)
					.join(' '),
			}
		: SIZES[oneOf(context, 'the size', size, Object.keys(SIZES) as ImageSize[], 'fit')];
	if ('scale_type' in written) return written;
	return { scale_type: `crop_${oneOf(context, 'the crop', crop, ['center', 'top'], 'center')}`, ...written };
}

/** @throws InputError for an address: cards show what has been uploaded */
export function imageKey(context: BuildContext, what: string, value: unknown): string {
	const key = requiredText(context, what, value).trim();
	if (/^https?:/i.test(key))
		throw context.error(`'${key}' is an address`, 'Cards show uploaded images only: upload it and use its key');
	return key;
}

type Grid = keyof typeof IMAGE_GRIDS;

export const images: Builder<ImagesBlock> = {
	name: 'Images',
	build({ imageKeys, grid, radius, transparent }, context) {
		const keys = filledList(context, 'Images', imageKeys).map((key, index) =>
			imageKey(context, `the key of image ${index + 1}`, key),
		);
		const chosen = oneOf(context, 'the grid', grid, Object.keys(IMAGE_GRIDS) as Grid[], fittingGrid(keys.length));
		if (keys.length > IMAGE_GRIDS[chosen])
			throw context.error(
				`there are ${keys.length} images; Feishu shows at most ${IMAGE_GRIDS[chosen]} in the grid '${chosen}'`,
				keys.length > IMAGE_GRIDS.trisect ? 'Use several blocks' : `'${fittingGrid(keys.length)}' has room for them`,
			);
		return [
			{
				tag: 'img_combination',
				combination_mode: chosen,
				img_list: keys.map((key) => ({ img_key: key })),
				...radiusOf(context, radius),
				...(transparent && { combination_transparent: true }),
			},
		];
	},
};

function fittingGrid(count: number): Grid {
	if (count <= IMAGE_GRIDS.double) return 'double';
	if (count === IMAGE_GRIDS.triple) return 'triple';
	// Four fill two rows of two; more fill rows of three.
	return count === 4 ? 'bisect' : 'trisect';
}
