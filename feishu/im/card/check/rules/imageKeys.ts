import { isObject } from '../../../../json';
import { imagesOf } from '../../../../markdown/images';
import { withoutCode } from '../../../../markdown/codeMarks';
import { markdownsOf } from '../markdowns';
import type { Rule } from './rule';

const ADDRESS = /^(?:https?:|data:|\/\/)/i;

/** What belongs to other elements, or to nobody. */
const ASIDE: ReadonlySet<string> = new Set(['value', 'chart_spec', 'rows', 'fallback', 'behaviors']);

/** Images are known by their keys: an address in the place of one is refused with the whole card (200570). */
export const imageKeys: Rule = ({ found }, report) => {
	for (const visit of found) {
		const { element, path, tag } = visit;
		for (const [at, key] of keysIn(element)) {
			if (ADDRESS.test(key))
				throw report.error(path, tag, `${at} '${shortened(key)}' is an address, not the key of an image`, ADVICE);
		}
		// Where no image can be, it is words.
		for (const { text, at } of tag === 'markdown' ? markdownsOf(visit) : []) {
			const image = text.includes('![') ? imagesOf(withoutCode(text)).find(({ url }) => ADDRESS.test(url)) : undefined;
			if (image)
				throw report.error(
					path,
					tag,
					`${at}: the image '${shortened(image.url)}' is an address, not the key of one`,
					`${ADVICE}, or write a link`,
				);
		}
	}
};

const ADVICE = 'Upload it first (Media → Upload Image), and write its key, img_…';

const shortened = (address: string): string => (address.length > 60 ? `${address.slice(0, 60)}…` : address);

/** The keys of an element and of its parts without a tag of their own. */
function* keysIn(value: unknown, at = ''): Generator<readonly [at: string, key: string]> {
	if (Array.isArray(value)) {
		for (const [index, entry] of (value as unknown[]).entries()) yield* keysIn(entry, `${at}[${index}]`);
		return;
	}
	if (!isObject(value) || (at !== '' && value.tag !== undefined)) return;
	for (const [name, entry] of Object.entries(value)) {
		const path = at === '' ? name : `${at}.${name}`;
		if (name === 'img_key' && typeof entry === 'string') yield [path, entry];
		else if (name === 'i18n_img_key' && isObject(entry))
			for (const [language, key] of Object.entries(entry)) {
				if (typeof key === 'string') yield [`${path}.${language}`, key];
			}
		else if (!ASIDE.has(name)) yield* keysIn(entry, path);
	}
}
