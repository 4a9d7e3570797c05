import { byId, type Platform } from '..';
import { clickListeners } from '../../../../nodes/shared/im/sendAndWait/clickListeners';
import { copyTo } from '../../../../simulator/approval/flow';
import { EXPENSE_CODE, LEAVE_CODE, ownInstance } from '../ownApproval';
import { person, several } from '../ownChat';
import { DEFINITION } from './approvalDefinition';
import { late, LIMIT, type Cases } from './common';

/** What no operation takes for an instance. */
export const INSTANCE = [
	[{ approvalInstance: byId(late('')) }, 'Instance'],
	[{ approvalInstance: byId(late('A1')) }, 'Instance'],
	[{ approvalInstance: { __rl: true, mode: 'uuid', value: late('of my own') } }, 'Instance'],
] as const;

const PERIOD = { startedAfter: '2026-11-30T00:00:00Z', startedBefore: '2026-11-29T00:00:00Z' };

const values = (value: Record<string, unknown>) => ({ mappingMode: 'defineBelow', value }) as never;
const claim = {
	...{ widgetReason: 'Pens', widgetKind: 'kind-2', widgetTotal: '30 USD' },
	widgetItems: JSON.stringify([{ widgetItem: 'Pen', widgetPrice: 15, widgetQuantity: 2 }]),
};
const own = (p: Platform) => ({ approvalInstance: byId(ownInstance(p).instance.instance_code) });
const expense = { approvalDefinition: byId(EXPENSE_CODE) };

export const approvalInstance: Cases = {
	cancel: { parameters: own, refused: INSTANCE },
	copyTo: {
		parameters: (p) => ({ ...own(p), copyTo: person(p.user.open_id) }),
		refused: [...INSTANCE, [{ copyTo: {} }, 'Copy To'], [{ copyTo: several('ou_1, on_1') }, 'Copy To']],
	},
	create: {
		parameters: (p) => ({ ...expense, starter: byId(p.user.open_id), approvalForm: values(claim) }),
		refused: [
			...DEFINITION,
			[{ starter: byId(late('')) }, 'Start As'],
			[{ approvalForm: late('') }, 'Form'],
			[{ options: { ownId: 'x'.repeat(65) } }, 'Own ID'],
			[{ stepApprovers: { rows: [{ step: late(''), people: person('ou_1') }] } }, 'Step'],
			[{ stepCopies: { rows: [{ step: 'START', people: {} }] } }, 'People'],
			[
				{
					stepCopies: {
						rows: [{ step: 'START', people: several(Array.from({ length: 21 }, (_, at) => `ou_${at}`).join()) }],
					},
				},
				'Copies',
			],
		],
	},
	createAndWait: {
		parameters: (p) => {
			clickListeners().join('case', { app: { appId: p.simulator.appId }, activation: 'manual' });
			return { ...expense, starter: byId(p.user.open_id), approvalForm: values(claim) };
		},
		refused: [
			...DEFINITION,
			[{ starter: byId(late('')) }, 'Start As'],
			[{ stepCopies: { rows: [{ step: 'START', people: {} }] } }, 'People'],
			[{ options: { limitWaitTime: { values: { resumeAmount: 0 } } } }, 'Limit Wait Time'],
		],
	},
	get: { parameters: own, refused: INSTANCE },
	getAll: {
		parameters: (p) => {
			for (const instance of p.store.approvals.instances.values()) instance.start = Date.now() - 1000;
			return { approvalDefinition: byId(LEAVE_CODE), whose: byId(''), returnAll: true };
		},
		records: (p) => [...p.store.approvals.instances.values()].filter((one) => one.approval_code === LEAVE_CODE).length,
		refused: [
			...LIMIT,
			[{ approvalDefinition: byId(late('leave')) }, 'Definition'],
			[{ approvalDefinition: byId(late('')) }, 'Definition'],
			[{ filters: PERIOD }, 'Started After'],
		],
	},
	getCodes: {
		parameters: (p) => {
			for (const instance of p.store.approvals.instances.values()) instance.start = Date.now() - 1000;
			return { approvalDefinition: byId(LEAVE_CODE), returnAll: true };
		},
		records: (p) => [...p.store.approvals.instances.values()].filter((one) => one.approval_code === LEAVE_CODE).length,
		refused: [...DEFINITION, ...LIMIT, [PERIOD, 'Started After']],
	},
	getCopies: {
		parameters: (p) => {
			p.store.approvals.instances.clear();
			const course = ownInstance(p);
			copyTo(course, [p.user.open_id], p.user.open_id);
			return { approvalDefinition: byId(EXPENSE_CODE), whose: byId(p.user.open_id), returnAll: true };
		},
		refused: [
			...LIMIT,
			[{ approvalDefinition: byId(late('')), whose: byId(late('')) }, 'Definition'],
			[{ filters: { copiedAfter: PERIOD.startedAfter, copiedBefore: PERIOD.startedBefore } }, 'Copied After'],
		],
	},
	previewRoute: {
		parameters: (p) => ({ ...expense, previewStarter: byId(p.user.open_id), approvalForm: values(claim) }),
		records: () => 4,
		refused: [...DEFINITION, [{ previewStarter: byId(late('')) }, 'Start As']],
	},
	remind: { parameters: own, refused: INSTANCE },
};
