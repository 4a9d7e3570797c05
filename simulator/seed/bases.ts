import { addBase, addTable } from '../base/make';
import { writeRecords } from '../base/writeRecords';
import type { FieldRequest } from '../base/property';
import { newId } from '../platform/ids';
import type { App } from '../state/apps';
import type { BaseRecord, Table } from '../state/bases';
import { botOf } from '../state/operator';
import type { Store } from '../state/store';
import { byLogin } from './contact';

const CUSTOMERS: readonly FieldRequest[] = [
	{ field_name: '客户 Customer', type: 1 },
	{ field_name: '电话 Phone', type: 13 },
	{ field_name: '网站 Website', type: 15 },
];

const tasks = (customers: Table): readonly FieldRequest[] => [
	{ field_name: '任务 Task', type: 1 },
	{
		field_name: '状态 Status',
		type: 3,
		property: { options: [{ name: '待办 To do' }, { name: '进行中 Doing' }, { name: '完成 Done' }] },
	},
	{ field_name: '负责人 Owner', type: 11 },
	{ field_name: '截止 Due', type: 5, property: { date_formatter: 'yyyy-MM-dd' } },
	{ field_name: '金额 Amount', type: 2, ui_type: 'Currency', property: { formatter: '0.00', currency_code: 'CNY' } },
	{
		field_name: '客户 Customer',
		type: 21,
		property: { table_id: customers.table_id, back_field_name: '任务 Tasks' },
	},
	{ field_name: '附件 Files', type: 17 },
	{ field_name: '更新 Updated', type: 1002 },
];

/** What the examples write; every column that they need, and no record. */
const EXAMPLE_TABLES: ReadonlyArray<{ name: string; fields: readonly FieldRequest[] }> = [
	{
		name: '申请 Requests',
		fields: [
			{ field_name: 'Title', type: 1 },
			{ field_name: 'Details', type: 1 },
			{ field_name: 'Category', type: 3, property: { options: [{ name: 'Hardware' }, { name: 'Access' }] } },
			{ field_name: 'Email', type: 1, ui_type: 'Email' },
			{ field_name: 'Submitted', type: 5, property: { date_formatter: 'yyyy-MM-dd HH:mm' } },
			{ field_name: 'Status', type: 3, property: { options: [{ name: 'New' }, { name: 'Done' }] } },
		],
	},
	{
		name: '文章 Articles',
		fields: [
			{ field_name: 'Title', type: 1 },
			{ field_name: 'Link', type: 15 },
			{ field_name: 'Summary', type: 1 },
			{ field_name: 'Tags', type: 4 },
			{ field_name: 'Published', type: 5 },
		],
	},
	{
		name: '订单 Orders',
		fields: [
			{ field_name: 'Order No', type: 1 },
			{ field_name: 'Customer', type: 1 },
			{ field_name: 'Amount', type: 2, ui_type: 'Currency', property: { formatter: '0.00', currency_code: 'CNY' } },
			{ field_name: 'Paid', type: 7 },
			{ field_name: 'Ordered', type: 5 },
		],
	},
	{
		name: '图片 Pictures',
		fields: [
			{ field_name: 'Name', type: 1 },
			{ field_name: 'Picture', type: 17 },
			{ field_name: 'Received', type: 5 },
		],
	},
];

/** The token of the base, which the examples name. */
const EXAMPLE_BASE = 'ProjectsBaseOfTheExamples01';

const DAY = 86_400_000;

/** A base of a person, which the app may edit: tasks that lead to customers. */
export function seedBases(store: Store, app: App): void {
	const owner = byLogin(store, 'zhangsan');
	const { base, first } = addBase(store, {
		name: '项目管理 Projects',
		owner: owner.open_id,
		app_token: EXAMPLE_BASE,
	});
	base.tables.delete(first.table_id);
	base.dashboards.push({ block_id: newId.dashboard(), name: '概览 Overview' });
	base.automations.push(
		{ workflow_id: newId.long(), title: '到期提醒 Remind of what is due', status: 'Enable', kind: 'automation' },
		{ workflow_id: newId.long(), title: '每周汇总 Weekly report', status: 'Disable', kind: 'workflow' },
	);
	base.members.push({ member_type: 'appid', member_id: app.app_id, perm: 'full_access' });
	const customers = addTable(base, { name: '客户 Customers', fields: CUSTOMERS });
	const work = addTable(base, { name: '任务 Tasks', fields: tasks(customers) });
	for (const table of EXAMPLE_TABLES) addTable(base, table);
	const by = { ...botOf(app), user: owner };
	const write = (table: Table, rows: readonly Record<string, unknown>[]): BaseRecord[] => {
		const writing = { store, base, table, app, idType: 'open_id', by, lagMs: 0 } as const;
		return writeRecords(
			writing,
			rows.map((fields) => ({ fields })),
		).records;
	};
	const [east, west] = write(customers, [
		{ '客户 Customer': '东方贸易', '电话 Phone': '+8613800000001' },
		{ '客户 Customer': 'West Wind Ltd', '网站 Website': { text: 'West Wind', link: 'https://example.com' } },
	]).map(({ record_id: id }) => id);
	const now = store.clock.now();
	write(work, [
		{
			'任务 Task': '准备报价 Quote',
			'状态 Status': '进行中 Doing',
			'负责人 Owner': [{ id: owner.open_id }],
			'截止 Due': now + 3 * DAY,
			'金额 Amount': 12_000,
			'客户 Customer': [east],
		},
		{ '任务 Task': '发票 Invoice', '状态 Status': '待办 To do', '金额 Amount': 880.5, '客户 Customer': [west] },
		{ '任务 Task': '回访 Follow up', '状态 Status': '完成 Done', '客户 Customer': [east, west] },
	]);
}
