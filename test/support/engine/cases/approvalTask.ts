import { byId, type Platform } from '..';
import { rollBack } from '../../../../simulator/approval/decide';
import { EXPENSE_CODE, ownInstance, pendingOf } from '../ownApproval';
import { person, several } from '../ownChat';
import { INSTANCE } from './approvalInstance';
import { late, LIMIT, type Cases } from './common';

/** An instance that waits for the first person. */
const own = (p: Platform) => ({
	approvalInstance: byId(ownInstance(p).instance.instance_code),
	approver: byId(p.user.open_id),
});

const other = (p: Platform) => [...p.store.contact.users.values()].find(({ open_id }) => open_id !== p.user.open_id);

export const approvalTask: Cases = {
	addApprovers: {
		parameters: (p) => ({ ...own(p), addedApprovers: person(other(p)?.open_id ?? '') }),
		refused: [
			...INSTANCE,
			[{ addedApprovers: {} }, 'Approvers'],
			[{ addedApprovers: several('ou_1, on_1') }, 'Approvers'],
			[{ addedWhen: late('never') }, 'When'],
			[{ addedMethod: late('none') }, 'Who Has to Agree'],
		],
	},
	approve: {
		parameters: own,
		refused: [...INSTANCE, [{ options: { formValues: late('x') } }, 'Form Values']],
	},
	getAll: {
		parameters: (p) => {
			p.store.approvals.instances.clear();
			ownInstance(p);
			return { whose: byId(p.user.open_id), returnAll: true };
		},
		refused: [...LIMIT, [{ whose: byId(late('')) }, 'Whose'], [{ taskList: late('all') }, 'List']],
	},
	reject: { parameters: own, refused: INSTANCE },
	resubmit: {
		parameters: (p) => {
			const course = ownInstance(p);
			const [task] = pendingOf(course.instance);
			if (task) rollBack(course, task, ['START']);
			const items = [{ '物品 Item': 'Pen', '单价 Price': 20, '数量 Quantity': 2 }];
			const resubmittedForm = { widgetReason: 'Pens', '类型 Kind': 'kind-1', total: 40, items };
			return {
				approvalInstance: byId(course.instance.instance_code),
				resubmittedForm: JSON.stringify(resubmittedForm),
			};
		},
		refused: [...INSTANCE, [{ resubmittedForm: '{}' }, 'Form (JSON)'], [{ resubmittedForm: late('x') }, 'Form (JSON)']],
	},
	rollBack: { parameters: own, refused: INSTANCE },
	search: {
		parameters: (p) => {
			p.store.approvals.instances.clear();
			ownInstance(p);
			return { approvalDefinition: byId(EXPENSE_CODE), whose: byId(p.user.open_id), returnAll: true };
		},
		refused: [...LIMIT, [{ approvalDefinition: byId(late('')), whose: byId(late('')) }, 'Definition']],
	},
	transfer: {
		parameters: (p) => ({ ...own(p), transferTo: byId(other(p)?.open_id ?? '') }),
		refused: [...INSTANCE, [{ transferTo: byId(late('')) }, 'Hand To']],
	},
};
