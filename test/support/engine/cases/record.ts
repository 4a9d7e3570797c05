import { byId, list } from '..';
import { tasksOf } from '../ownBase';
import { late, type Cases } from './common';

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

export const record: Cases = {
	get: {
		parameters: (p) => ({ ...tasksOf(p).where, record: list(tasksOf(p).record.record_id) }),
		refused: [...TABLE, ...RECORD],
	},
};
