import { byId, list, type Platform } from '..';
import { late, LIMIT, type Cases } from './common';

const DEPARTMENT = [[{ department: list(late('')) }, 'Department']] as const;

const departments = (p: Platform) => [...p.store.departments.values()];

export const department: Cases = {
	get: { parameters: (p) => ({ department: list(p.user.department_ids[0] ?? '') }), refused: DEPARTMENT },
	getAll: {
		parameters: () => ({ department: byId('0'), allLevels: true, returnAll: true }),
		records: (p) => departments(p).length,
		refused: [[{ department: list(late('')) }, 'Below'], ...LIMIT],
	},
	search: {
		parameters: (p) => ({ words: departments(p)[0]?.name ?? '' }),
		refused: [[{ words: late(' ') }, 'Words'], ...LIMIT],
	},
	getParents: {
		parameters: (p) => ({ department: byId(departments(p)[1]?.open_department_id ?? '') }),
		refused: [...DEPARTMENT, [{ department: byId('0') }, 'Department']],
	},
};
