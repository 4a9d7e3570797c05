import { byId, list, type Platform } from '..';
import { seededBase, tasksOf } from '../ownBase';
import { BASE } from './base';
import { late, LIMIT, type Cases } from './common';

const dashboardOf = (p: Platform) => seededBase(p).dashboards[0]?.block_id ?? '';

export const dashboard: Cases = {
	getAll: {
		parameters: (p) => ({ ...tasksOf(p).where, returnAll: true }),
		records: (p) => seededBase(p).dashboards.length,
		refused: [...BASE, ...LIMIT],
	},
	copy: {
		parameters: (p) => ({
			...tasksOf(p).where,
			dashboard: list(dashboardOf(p)),
			dashboardName: `Copy ${seededBase(p).dashboards.length}`,
		}),
		refused: [
			...BASE,
			[{ dashboard: list(late('')) }, 'Dashboard'],
			[{ dashboard: byId(late(`https://example.feishu.cn/base/abcdefghijkl?table=tbl1`)) }, 'Dashboard'],
			[{ dashboardName: late(' ') }, 'New Name'],
			[{ dashboardName: '[x]' }, 'New Name'],
		],
	},
};
