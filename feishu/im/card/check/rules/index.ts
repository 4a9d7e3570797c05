/** What holds between the elements of a card: places, names, IDs, numbers, addresses. */
import { addresses, bareAddresses, opened } from './addresses';
import { audio } from './audio';
import { charts } from './charts';
import { firstHeader, firstLists, firstPlaces } from './first';
import { imageKeys } from './imageKeys';
import { choices, forms, ids } from './names';
import { elements } from './numbers';
import { depth, inForms, pictures, places } from './places';
import type { Rule } from './rule';
import { markdownTables, rows, tables } from './tables';
import { entities, languages, mentions, shared } from './uses';

export type { Subject } from './rule';

/** Of either version. */
const COMMON: readonly Rule[] = [
	inForms,
	depth,
	forms,
	choices,
	pictures,
	imageKeys,
	tables,
	rows,
	charts,
	opened,
	addresses,
	bareAddresses,
	languages,
	mentions,
];

/** Of elements that are to go into a card. */
export const ELEMENT_RULES: readonly Rule[] = [elements, places, ids, markdownTables, ...COMMON];

export const RULES: { readonly [version in '1.0' | '2.0']: readonly Rule[] } = {
	'1.0': [entities, firstLists, firstHeader, firstPlaces, ...COMMON, shared],
	'2.0': [...ELEMENT_RULES, audio],
};
