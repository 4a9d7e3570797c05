import { byId, list } from '..';
import { tasksOf } from '../ownBase';
import { late, LIMIT, type Cases } from './common';

/** What no operation on a table takes for one. */
export const TABLE = [
	[{ base: list(late('')) }, 'Base'],
	[{ base: byId(late('tbl123456')) }, 'Base'],
	[{ base: { __rl: true, mode: 'url', value: late('https://example.feishu.cn/docx/abcdefghijkl') } }, 'Base'],
	[{ base: { __rl: true, mode: 'url', value: late('https://example.feishu.cn/base/abcdefghijkl') } }, 'Table'],
] as const;

const RECORD = [
	[{ record: list(late('')) }, 'Record'],
	[{ record: byId(late('tbl1234')) }, 'Record'],
] as const;

const COLUMNS = [[{ columns: late('x') }, 'Columns']] as const;

const values = (value: Record<string, unknown>) => ({ columns: `={{ ${JSON.stringify(value)} }}` });

export const record: Cases = {
	create: {
		parameters: (p) => ({ ...tasksOf(p).where, ...values({ '任务 Task': 'New', '金额 Amount': '1,200.50' }) }),
		refused: [...TABLE, ...COLUMNS],
	},
	update: {
		parameters: (p) => ({
			...tasksOf(p).where,
			record: list(tasksOf(p).record.record_id),
			...values({ '任务 Task': 'Changed' }),
		}),
		refused: [...TABLE, ...RECORD, ...COLUMNS],
	},
	upsert: {
		parameters: (p) => ({
			...tasksOf(p).where,
			...values({ '任务 Task': '发票 Invoice', '金额 Amount': 1 }),
			options: { matchOn: '任务 Task' },
		}),
		refused: [...TABLE, ...COLUMNS],
	},
	getOrCreate: {
		parameters: (p) => ({
			...tasksOf(p).where,
			...values({ '任务 Task': 'Brand new' }),
			options: { matchOn: '任务 Task' },
		}),
		refused: [...TABLE, ...COLUMNS],
	},
	delete: {
		parameters: (p) => ({ ...tasksOf(p).where, record: list(tasksOf(p).record.record_id) }),
		refused: [...TABLE, ...RECORD],
	},
	getAll: {
		parameters: (p) => ({ ...tasksOf(p).where, returnAll: true }),
		records: (p) => tasksOf(p).table.records.size,
		refused: [...TABLE, ...LIMIT],
	},
	search: {
		parameters: (p) => ({
			...tasksOf(p).where,
			filters: { condition: [{ field: '任务 Task', operator: 'contains', value: 'Follow' }] },
		}),
		refused: [
			...TABLE,
			...LIMIT,
			[{ filters: { condition: [{ field: late(''), operator: 'equals', value: 'x' }] } }, 'Field Name or ID'],
			[{ filterBy: 'json', filterJson: late('[1]') }, 'Filter (JSON)'],
		],
	},
	get: {
		parameters: (p) => ({ ...tasksOf(p).where, record: list(tasksOf(p).record.record_id) }),
		refused: [...TABLE, ...RECORD],
	},
};
