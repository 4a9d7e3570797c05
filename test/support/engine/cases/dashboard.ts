import { byId, list, type Platform } from '..';
import { seededBase, tasksOf } from '../ownBase';
import { late, LIMIT, type Cases } from './common';

const AT = 'https://example.feishu.cn';

/** What no operation on a base takes for one. */
export const BASE = [
	[{ base: list(late('')) }, 'Base'],
	[{ base: byId(late('tbl123456')) }, 'Base'],
	[{ base: { __rl: true, mode: 'url', value: late(`${AT}/docx/abcdefghijkl`) } }, 'Base'],
] as const;

const dashboardOf = (p: Platform) => seededBase(p).dashboards[0]?.block_id ?? '';

export const dashboard: Cases = {
	getAll: {
		parameters: (p) => ({ ...tasksOf(p).where, returnAll: true }),
		records: (p) => seededBase(p).dashboards.length,
		refused: [...BASE, ...LIMIT],
	},
	copy: {
		parameters: (p) => ({ ...tasksOf(p).where, dashboard: list(dashboardOf(p)), dashboardName: 'Second' }),
		refused: [
			...BASE,
			[{ dashboard: list(late('')) }, 'Dashboard'],
			[{ dashboard: byId(late(`${AT}/base/abcdefghijkl?table=tbl1`)) }, 'Dashboard'],
			[{ dashboardName: late(' ') }, 'New Name'],
			[{ dashboardName: '[x]' }, 'New Name'],
		],
	},
};
