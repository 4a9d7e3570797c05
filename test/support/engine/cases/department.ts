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
		// One whose parent is not the organization itself, which is never among the parents.
		parameters: (p) => ({
			department: byId(departments(p).find(({ parent }) => parent !== '0')?.open_department_id ?? ''),
		}),
		refused: [...DEPARTMENT, [{ department: byId('0') }, 'Department']],
	},
};
