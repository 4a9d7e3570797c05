/** Texts and icons: they count as elements, and stand within components only. */
import { each, NUMBER, TEXT, TEXTS_BY_LANGUAGE, WORDS, type Properties } from '../kinds';
import { TAG_COLORS } from '../../colors';
import { HORIZONTAL, IMAGE_KEY } from './shared';
import type { TagFacts } from './tagFacts';

const PLAIN: Properties = {
	...each(TEXT, 'content text_size text_color'),
	text_align: HORIZONTAL,
	lines: NUMBER,
	i18n_content: TEXTS_BY_LANGUAGE,
	// The older name, which the page on languages still shows for titles.
	i18n: TEXTS_BY_LANGUAGE,
};
const ICON: Properties = { ...each(TEXT, 'token color size'), ...IMAGE_KEY };

const COLORED = { style: 'Write "color" into the icon itself' };

const part = (page: string, host: string, properties: Properties): TagFacts => ({
	page: `content-components/${page}`,
	properties,
	within: host,
});

export const TEXTS: { readonly [tag: string]: TagFacts } = {
	plain_text: part('plain-text', 'a div, as its text', PLAIN),
	lark_md: part('plain-text', 'a div, as its text', PLAIN),
	standard_icon: { ...part('title', 'a component that has an icon', ICON), gone: COLORED },
	custom_icon: { ...part('title', 'a component that has an icon', ICON), gone: COLORED },
	text_tag: part('title', 'text_tag_list of the header', {
		text: WORDS,
		color: { type: 'text', oneOf: TAG_COLORS },
	}),
};
