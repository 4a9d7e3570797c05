import { type DefinitionRequest, addDefinition } from '../approval/definitions';
import { approve } from '../approval/decide';
import { type Course, NOBODY } from '../approval/flow';
import { takeForm } from '../approval/form';
import { start } from '../approval/instances';
import type { App } from '../state/apps';
import type { Definition, Instance } from '../state/approvals';
import type { Store } from '../state/store';
import { EVERY_WIDGET, EXPENSE_FORM, LEAVE_FORM } from './approvalForms';
import { byLogin } from './contact';

/** The codes of the seeded definitions; the first one is the sample of the platform's pages. */
export const LEAVE_CODE = '7C468A54-8745-2245-9675-08B7C63E7A85';
export const EXPENSE_CODE = '7C468A54-8745-2245-9675-08B7C63E7A86';
export const ALL_WIDGETS_CODE = '7C468A54-8745-2245-9675-08B7C63E7A87';

type Seeded = DefinitionRequest & { approval_code: string };

function definitions(store: Store): Seeded[] {
	const id = (login: string) => byLogin(store, login).open_id;
	return [
		{
			approval_code: LEAVE_CODE,
			approval_name: '@i18n@approval_name',
			description: 'Annual leave, sick leave and the like',
			texts: new Map([
				['zh-CN', { '@i18n@approval_name': '请假 Leave', '@i18n@manager': '直属上级' }],
				['en-US', { '@i18n@approval_name': 'Leave', '@i18n@manager': 'Manager' }],
			]),
			form: LEAVE_FORM,
			nodes: [
				{ custom_node_id: 'manager', name: '@i18n@manager', people: [id('zhangsan')] },
				{ name: '抄送', node_type: 'CC_NODE', people: [id('chenjing')] },
			],
			admins: [id('zhangsan')],
			revertDays: 30,
		},
		{
			approval_code: EXPENSE_CODE,
			approval_name: '报销 Expense Claim',
			description: 'Costs of journeys and purchases',
			form: EXPENSE_FORM,
			nodes: [
				{ custom_node_id: 'lead', name: '部门主管 Lead', node_type: 'OR', people: [id('zhangsan'), id('chenjing')] },
				{ custom_node_id: 'finance', name: '财务 Finance', node_type: 'SEQUENTIAL', people: [id('carol'), id('bob')] },
			],
			admins: [id('carol')],
		},
		{
			approval_code: ALL_WIDGETS_CODE,
			approval_name: '通用申请 Every Widget',
			description: 'One of each that a form can have; who starts it chooses the approvers',
			form: EVERY_WIDGET,
			nodes: [{ custom_node_id: 'chosen', name: '审批人 Approver', need_approver: true, approver_chosen_multi: true }],
			admins: [id('zhangsan')],
		},
	];
}

function begin(store: Store, app: App, definition: Definition, login: string, form: object[]): Instance {
	const starter = byLogin(store, login).open_id;
	const filled = takeForm(JSON.stringify(form), definition, { store, app, host: '' });
	return start(store, { definition, starter, form: filled }, NOBODY);
}

function pass(store: Store, definition: Definition, instance: Instance): void {
	const course: Course = { store, definition, instance, witness: NOBODY };
	while (instance.status === 'PENDING') {
		const task = instance.tasks.find(({ status }) => status === 'PENDING');
		if (!task) return;
		approve(course, task, { comment: '同意' });
	}
}

const claim = (item: string, price: number, quantity: number) => [
	{ id: 'widgetReason', type: 'textarea', value: `Bought: ${item}` },
	{ id: 'widgetKind', type: 'radioV2', value: 'kind-2' },
	{ id: 'widgetTotal', type: 'amount', value: price * quantity, currency: 'CNY' },
	{
		id: 'widgetItems',
		type: 'fieldList',
		value: [
			[
				{ id: 'widgetItem', type: 'input', value: item },
				{ id: 'widgetPrice', type: 'number', value: price },
				{ id: 'widgetQuantity', type: 'number', value: quantity },
				{ id: 'widgetCost', type: 'formula', value: price * quantity },
			],
		],
	},
];

const leave = (reason: string) => [
	{
		id: 'widgetLeaveGroupV2',
		type: 'leaveGroupV2',
		value: [
			{ id: 'widgetLeaveGroupType', type: 'radioV2', value: 'leave-annual' },
			{ id: 'widgetLeaveGroupStartTime', type: 'date', value: '2026-10-01T00:00:00+08:00' },
			{ id: 'widgetLeaveGroupEndTime', type: 'date', value: '2026-10-03T00:00:00+08:00' },
			{ id: 'widgetLeaveGroupReason', type: 'textarea', value: reason },
		],
	},
];

/** Three definitions; a leave and a claim that wait, and a claim that is through. */
export function seedApproval(store: Store, app: App): void {
	const [leaves, claims] = definitions(store).map((request) => addDefinition(store, request));
	if (!leaves || !claims) return;
	begin(store, app, leaves, 'lisi', leave('Home for the holidays'));
	pass(store, claims, begin(store, app, claims, 'alice', claim('Keyboard', 120, 2)));
	begin(store, app, claims, 'wangxiaoming', claim('Monitor', 900, 1));
}
