/** Bases for tests: the one that a fresh organization has, whose tables lead to one another. */
import type { Base, BaseRecord, Table } from '../../../simulator/state/bases';
import { only, type Platform } from './platform';

/** Its tables are `客户 Customers` and `任务 Tasks`. */
export const seededBase = (p: Platform): Base =>
	only([...p.store.bases.all.values()].filter(({ name }) => name.startsWith('项目管理')));

export function tableCalled(base: Base, name: string): Table {
	return only([...base.tables.values()].filter((table) => table.name.includes(name)));
}

export const recordsIn = (table: Table): BaseRecord[] => [...table.records.values()];

/** Where an operation on the tasks works: the address as a person copies it. */
export function tasksOf(p: Platform): {
	base: Base;
	table: Table;
	record: BaseRecord;
	where: { base: { __rl: true; mode: string; value: string } };
} {
	const base = seededBase(p);
	const table = tableCalled(base, 'Tasks');
	const value = `https://example.feishu.cn/base/${base.app_token}?table=${table.table_id}`;
	return { base, table, record: only(recordsIn(table)), where: { base: { __rl: true, mode: 'url', value } } };
}

/** The open_id in the store of the app's bot, who owns what the app makes. */
export const bot = (p: Platform): string => p.store.apps.get(p.simulator.appId)?.bot_open_id ?? '';
