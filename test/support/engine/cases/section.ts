import { byId, type Platform } from '..';
import { ownList, ownSection } from '../tasks';
import { late, LIMIT, type Cases } from './common';
import { LIST } from './task';

const inList = (p: Platform) => ({ tasklist: byId(ownList(p).guid) });

function where(p: Platform) {
	const list = ownList(p);
	return { tasklist: byId(list.guid), section: byId(ownSection(p, list).guid) };
}

const SECTION = [
	...LIST,
	[{ section: byId(late('')) }, 'Section'],
	[{ section: byId(late('later')) }, 'Section'],
] as const;
const PLACE = [
	[{ sectionPlace: late('inside') }, 'Place'],
	[{ sectionPlace: 'before', otherSection: byId(late('')) }, 'Other Section'],
] as const;

export const section: Cases = {
	create: {
		parameters: (p) => ({ ...inList(p), sectionName: 'Soon' }),
		refused: [...LIST, ...PLACE, [{ sectionName: late(' ') }, 'Name'], [{ sectionName: 'x'.repeat(101) }, 'Name']],
	},
	delete: { parameters: where, refused: SECTION },
	get: { parameters: where, refused: SECTION },
	getAll: { parameters: inList, refused: [...LIST, ...LIMIT] },
	update: {
		parameters: (p) => ({ ...where(p), sectionName: 'Now' }),
		refused: [...SECTION, ...PLACE, [{ sectionName: '' }, 'New Name']],
	},
};
