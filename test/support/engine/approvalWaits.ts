/** Executions that wait for approvals, and a trigger that hears of them. */
import type { INodeParameters } from 'n8n-workflow';

import { FeishuApproval } from '../../../nodes/FeishuApproval/FeishuApproval.node';
import { forgetWaits } from '../../../nodes/FeishuApproval/waiting/lookAgain';
import { approve, reject } from '../../../simulator/approval/decide';
import { NOBODY } from '../../../simulator/approval/flow';
import type { Instance } from '../../../simulator/state/approvals';
import { byId, only, type Platform } from '.';
import { definitionOf, EXPENSE_CODE, pendingOf } from './ownApproval';
import { until } from './until';
import { NODE, WaitingExecutions } from './waiting';

const CLAIM = {
	...{ widgetReason: 'Pens', widgetKind: 'kind-2', widgetTotal: '30 USD' },
	widgetItems: JSON.stringify([{ widgetItem: 'Pen', widgetPrice: 15, widgetQuantity: 2 }]),
};

const claim = (p: Platform, more: INodeParameters = {}): INodeParameters => ({
	resource: 'approvalInstance',
	operation: 'createAndWait',
	approvalDefinition: byId(EXPENSE_CODE),
	starter: byId(p.user.open_id),
	approvalForm: { mappingMode: 'defineBelow', value: CLAIM },
	...more,
});

/** All who are asked decide, and no event says so. */
export function settle(p: Platform, instance: Instance, deed: 'approve' | 'reject'): void {
	const definition = definitionOf(p, instance.approval_code);
	const course = { store: p.store, definition, instance, witness: NOBODY };
	const decide = deed === 'approve' ? approve : reject;
	while (instance.status === 'PENDING') decide(course, only(pendingOf(instance)), { form: [] });
}

type Rest = Parameters<WaitingExecutions['begin']> extends [unknown, unknown, ...infer R] ? R : never;

/** Puts something to wait. */
export function useApprovalWaits(p: Platform) {
	const waiting = new WaitingExecutions(() => new FeishuApproval());
	beforeAll(async () => await waiting.start());
	afterAll(async () => {
		await forgetWaits();
		await waiting.stop();
	});

	const act = async (instance: Instance, path: string, body: object = {}) => {
		const url = `${p.simulator.url}/_sim/approvals/instances/${instance.instance_code}/${path}`;
		expect((await fetch(url, { method: 'POST', body: JSON.stringify(body) })).ok).toBe(true);
	};
	const decide = async (instance: Instance, deed: 'approve' | 'reject', comment = 'Fine') => {
		while (instance.status === 'PENDING') {
			const { id, open_id } = only(pendingOf(instance));
			await act(instance, 'decisions', { deed, task_id: id, open_id, comment });
		}
	};
	return {
		waiting,
		decide,
		withdraw: async (instance: Instance) => await act(instance, 'withdraw'),
		/** Of the node's run. */
		async begin(more: INodeParameters = {}, ...rest: Rest) {
			const before = new Set(p.store.approvals.instances.keys());
			const { id, run } = await waiting.begin(claim(p, more), p.credential, ...rest);
			const [task] = run.data.resultData.runData[NODE] ?? [];
			const instances = [...p.store.approvals.instances.values()].filter((one) => !before.has(one.instance_code));
			return { id, run, instances, error: task?.error, token: run.data.resumeToken ?? '' };
		},
		async done(id: string) {
			await until(() => waiting.status(id) !== 'waiting', 'the end of the wait');
			await until(() => waiting.status(id) !== 'running', 'the end of the execution');
			return waiting.output(id).map(({ json }) => json);
		},
		/** A post to the address that resumes the execution. */
		async post(id: string, token: string, told?: string) {
			const url = `${waiting.url}/webhook-waiting/${id}/approval?signature=${token}`;
			const body = new FormData();
			if (told !== undefined) body.append('decision', told);
			const answer = await fetch(url, { method: 'POST', ...(told !== undefined && { body }) });
			return { status: answer.status, body: await answer.text() };
		},
	};
}
