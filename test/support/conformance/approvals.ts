import { EXPENSE_CODE, LEAVE_CODE } from '../../../simulator/seed/approval';
import { first } from './harness';
import { startWiki, type WikiFixture } from './wikis';

export { ALL_WIDGETS_CODE, EXPENSE_CODE, LEAVE_CODE } from '../../../simulator/seed/approval';

/** The app, people by their logins, and one of them as a caller. */
export interface ApprovalFixture extends WikiFixture {
	idOf(login: string): string;
	/** Headers of a bare request of somebody. */
	as(login: string): Promise<{ authorization: string }>;
}

export async function startApprovals(options: Parameters<typeof startWiki>[0] = {}): Promise<ApprovalFixture> {
	const fixture = await startWiki(options);
	const { contact } = fixture.simulator.store;
	const idOf = (login: string) => {
		const user = contact.find('email', `${login}@example.com`);
		if (!user) throw new Error(`There is no ${login}`);
		return user.open_id;
	};
	return {
		...fixture,
		idOf,
		async as(login) {
			const { token } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: idOf(login) });
			return { authorization: `Bearer ${token}` };
		},
	};
}

/** A claim as a request brings it. */
export const claimForm = (total = 240, more: object[] = []): string =>
	JSON.stringify([
		{ id: 'reason', type: 'textarea', value: 'Two keyboards & a mouse' },
		{ id: 'widgetKind', type: 'radioV2', value: 'kind-2' },
		{ id: 'total', type: 'amount', value: total, currency: 'CNY' },
		...more,
	]);

const leaveForm = (): string =>
	JSON.stringify([
		{
			id: 'widgetLeaveGroupV2',
			type: 'leaveGroupV2',
			value: [
				{ id: 'widgetLeaveGroupType', type: 'radioV2', value: 'leave-sick' },
				{ id: 'widgetLeaveGroupStartTime', type: 'date', value: '2026-10-01T09:00:00+08:00' },
				{ id: 'widgetLeaveGroupEndTime', type: 'date', value: '2026-10-02T09:00:00+08:00' },
				{ id: 'widgetLeaveGroupReason', type: 'textarea', value: 'Flu' },
			],
		},
	]);

/** Starts a claim or a leave of somebody, as the app. */
export async function begin(
	fixture: ApprovalFixture,
	more: { login?: string; code?: string; form?: string; uuid?: string } = {},
): Promise<string> {
	const { login = 'alice', code = EXPENSE_CODE, form = code === LEAVE_CODE ? leaveForm() : claimForm(), uuid } = more;
	const data = { approval_code: code, open_id: fixture.idOf(login), form, uuid };
	const { data: made } = await fixture.sdk.approval.v4.instance.create({ data });
	return made?.instance_code ?? '';
}

/** An instance as the app reads it. */
export async function read(fixture: ApprovalFixture, instance_id: string) {
	const { data } = await fixture.sdk.approval.v4.instance.get({ path: { instance_id } });
	if (!data) throw new Error('There is no instance');
	return data;
}

/** The task that waits for somebody. */
async function taskFor(fixture: ApprovalFixture, code: string, login: string): Promise<string> {
	const { task_list: tasks } = await read(fixture, code);
	return first(tasks.filter(({ open_id, status }) => open_id === fixture.idOf(login) && status === 'PENDING')).id;
}

export interface Decided {
	approval_code: string;
	instance_code: string;
	user_id: string;
	task_id: string;
}

/** What a decision names: the definition, the instance, the task and its approver. */
export async function decisionOf(fixture: ApprovalFixture, code: string, login: string): Promise<Decided> {
	const { approval_code } = await read(fixture, code);
	const task_id = await taskFor(fixture, code, login);
	return { approval_code, instance_code: code, user_id: fixture.idOf(login), task_id };
}
