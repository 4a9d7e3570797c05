import { CONTAINERS } from './containers';
import { CONTENTS } from './contents';
import { CONTROLS } from './controls';
import type { TagFacts } from './tagFacts';
import { TEXTS } from './texts';

export { CARD } from './frame';
export { COMMON, DEVICES } from './shared';

const TAGS: { readonly [tag: string]: TagFacts } = { ...CONTAINERS, ...CONTENTS, ...CONTROLS, ...TEXTS };

export const KNOWN_TAGS: readonly string[] = Object.keys(TAGS);

export function factsOf(tag: string): TagFacts | undefined {
	return Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined;
}

interface Removed {
	message: string;
	instead: string;
}

const GIVEN_UP = 'version 2.0 does not have this component any more';

const REMOVED: { readonly [tag: string]: Removed } = {
	action: { message: GIVEN_UP, instead: 'Put its buttons straight among the elements, or into columns' },
	note: { message: GIVEN_UP, instead: 'Use a markdown element with "text_size": "notation"' },
	repeat: {
		message: 'only the card builder has this component',
		instead: 'Send the card as a template, or write out what is repeated',
	},
};

/** What is said of a component that version 2.0 does not have. */
export function removedTag(tag: string): Removed | undefined {
	return Object.hasOwn(REMOVED, tag) ? REMOVED[tag] : undefined;
}

const DOCUMENTATION = 'https://open.feishu.cn/document/feishu-cards/card-json-v2-components/';
export const STRUCTURE_PAGE = 'https://open.feishu.cn/document/feishu-cards/card-json-v2-structure';

export function pageOf(tag: string): string {
	return DOCUMENTATION + (factsOf(tag)?.page ?? 'component-json-v2-overview');
}
