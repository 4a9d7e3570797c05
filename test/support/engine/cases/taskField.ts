import { byId, type Platform } from '..';
import { ownField, ownList } from '../tasks';
import { late, LIMIT, type Cases } from './common';
import { LIST } from './task';

const inList = (p: Platform) => ({ tasklist: byId(ownList(p).guid) });

function where(p: Platform) {
	const list = ownList(p);
	return { tasklist: byId(list.guid), customField: byId(ownField(p, list, 'single_select').guid) };
}

const FIELD = [
	...LIST,
	[{ customField: byId(late('')) }, 'Custom Field'],
	[{ customField: byId(late('Priority')) }, 'Custom Field'],
] as const;

export const taskField: Cases = {
	addOption: {
		parameters: (p) => ({ ...where(p), optionName: 'Highest' }),
		refused: [...FIELD, [{ optionName: late(' ') }, 'Option'], [{ newOptionOptions: { optionColor: 55 } }, 'Color']],
	},
	addToList: {
		parameters: (p) => ({ ...where(p), otherTasklist: byId(ownList(p).guid) }),
		refused: [...FIELD, [{ otherTasklist: byId(late('')) }, 'Other Task List']],
	},
	create: {
		parameters: (p) => ({ ...inList(p), fieldName: 'Priority', fieldType: 'single_select', fieldOptions: 'High, Low' }),
		refused: [
			...LIST,
			[{ fieldName: late(' ') }, 'Name'],
			[{ fieldType: late('color') }, 'Type'],
			[{ fieldSettings: { decimals: 7 } }, 'Decimals'],
		],
	},
	get: { parameters: where, refused: FIELD },
	getAll: {
		parameters(p) {
			const list = ownList(p);
			ownField(p, list, 'number');
			return { tasklist: byId(list.guid) };
		},
		refused: [...LIST, ...LIMIT],
	},
	removeFromList: { parameters: where, refused: FIELD },
	rename: {
		parameters: (p) => ({ ...where(p), newFieldName: 'Urgency' }),
		refused: [...FIELD, [{ newFieldName: late(' ') }, 'New Name']],
	},
	updateOption: {
		parameters: (p) => ({ ...where(p), knownOption: 'High', optionChanges: { newOptionName: 'Urgent' } }),
		refused: [...FIELD, [{ knownOption: late(' ') }, 'Option'], [{ optionChanges: {} }, 'Changes']],
	},
};
