import { keyOf, type InstanceState, type TaskState, type Witness } from '../approval/flow';
import type { ApprovalTask, Definition, Instance } from '../state/approvals';
import type { App } from '../state/apps';
import type { SubscriptionKind } from '../state/subscriptions';
import { newId } from '../platform/ids';
import { attendanceEvents } from './attendanceEvents';
import { idsFor } from './eventIds';
import type { Outlet } from './push';

const V1 = { schema: '1.0' } as const;

/** The apps that have subscribed to a definition, or to what concerns their people. */
function subscribers({ store }: Outlet, kind: SubscriptionKind, resource: string): App[] {
	const of = store.subscriptions.list().filter((one) => one.kind === kind && one.resource === resource);
	return of.flatMap(({ app_id: id }) => store.apps.get(id) ?? []);
}

/** The apps of people who have subscribed to what they are concerned with, or administer. */
function ofPeople(outlet: Outlet, kind: SubscriptionKind, instance: Instance, concerned: readonly string[]): App[] {
	const { store } = outlet;
	const admins = definitionOf(outlet, instance)?.admins ?? [];
	const heard = { INVOLVED_APPROVAL: concerned, MANAGED_APPROVAL: admins };
	return store.subscriptions
		.list()
		.filter((one) => one.kind === kind && one.subscribers?.some(({ open_id, type }) => heard[type].includes(open_id)))
		.flatMap(({ app_id: id }) => store.apps.get(id) ?? []);
}

/** user_id and open_id as events of version 1.0 have them; nobody is two empty texts. */
function two({ store }: Outlet, app: App, openId: string): { user_id: string; open_id: string } {
	if (openId === '') return { user_id: '', open_id: '' };
	const { user_id, open_id } = idsFor(store, app, openId);
	return { user_id: user_id ?? '', open_id };
}

const definitionOf = ({ store }: Outlet, { approval_code: code }: Instance): Definition | undefined =>
	store.approvals.definitions.get(code);

function tellInstance(outlet: Outlet, instance: Instance, status: InstanceState): void {
	const { store, push } = outlet;
	const { approval_code, instance_code, uuid } = instance;
	const now = store.clock.now();
	for (const app of subscribers(outlet, 'approval', approval_code)) {
		push.event(
			app.app_id,
			'approval_instance',
			{
				...{ approval_code, instance_code, status },
				// A number in this one case, as the page says.
				operate_time: status === 'REVERTED' ? now : String(now),
				instance_operate_time: String(now),
				...(uuid !== '' && store.settings.approvalEventUuid === 'given' && { uuid }),
			},
			V1,
		);
		const definition = definitionOf(outlet, instance);
		const shown = { store, app, host: '' };
		for (const [type, event] of definition ? attendanceEvents(shown, definition, instance, status) : [])
			push.event(app.app_id, type, event, V1);
	}
	const concerned = [instance.starter, ...instance.tasks.map((task) => task.open_id)];
	for (const app of ofPeople(outlet, 'approval.instances', instance, concerned))
		push.event(app.app_id, 'approval.instance.status_changed_v4', {
			...{ approval_code, instance_code, external_id: '', status, operate_time: String(now) },
			start_user: idsFor(store, app, instance.starter),
		});
}

function tellTask(outlet: Outlet, instance: Instance, task: ApprovalTask, status: TaskState, extra?: string): void {
	const { store, push } = outlet;
	const { approval_code, instance_code } = instance;
	const operate_time = String(store.clock.now());
	const definition = definitionOf(outlet, instance);
	const node = definition?.nodes.find(({ node_id: id }) => id === task.node_id);
	for (const app of subscribers(outlet, 'approval', approval_code))
		push.event(
			app.app_id,
			'approval_task',
			{
				...{ approval_code, instance_code, task_id: task.id, ...two(outlet, app, task.open_id), status, operate_time },
				custom_key: node?.custom_node_id ?? '',
				def_key: definition ? keyOf(definition, task.node_id) : '',
				...(extra !== undefined && { extra }),
			},
			V1,
		);
	for (const app of ofPeople(outlet, 'approval.tasks', instance, [instance.starter, task.open_id]))
		push.event(app.app_id, 'approval.task.status_changed_v4', {
			...{ approval_code, instance_code, task_id: task.id, task_external_id: '', status, operate_time },
			...(task.open_id !== '' && { assigned_user: idsFor(store, app, task.open_id) }),
		});
}

function tellCopy(outlet: Outlet, instance: Instance, copy: Instance['copies'][number], operate: string): void {
	const { push } = outlet;
	const { approval_code, instance_code } = instance;
	for (const app of subscribers(outlet, 'approval', approval_code)) {
		const { user_id, open_id } = two(outlet, app, copy.open_id);
		const from = copy.from === '' ? '' : two(outlet, app, copy.from).user_id;
		// A number, where the other events have texts.
		const fields = { id: copy.cc_id, user_id, open_id, create_time: copy.time, operate, from };
		push.event(app.app_id, 'approval_cc', { approval_code, instance_code, ...fields }, V1);
	}
}

/** A definition was changed, which is told in an object. Source: https://open.feishu.cn/document/ukTMukTMukTM/uIDO24iM4YjLygjN/event/custom-approval-event */
export function tellDefinition(outlet: Outlet, { approval_code, approval_id }: Definition): void {
	const { store, push } = outlet;
	const version = { version_id: newId.long(), widget_group_type: 0, form_definition_id: newId.long() };
	const timestamp = String(Math.floor(store.clock.now() / 1000));
	const object = { approval_id, approval_code, ...version, process_obj: '{}', timestamp, extra: '' };
	for (const app of subscribers(outlet, 'approval', approval_code))
		push.event(app.app_id, 'approval.approval.updated_v4', { object });
}

/**
 * Tells the apps that have subscribed. Sources: https://open.feishu.cn/document/ukTMukTMukTM/uIDO24iM4YjLygjN/event/common-event/approval-instance-event
 * and its neighbors; those of version 2.0 are in the types of the official SDK alone
 */
export const tellApps = (outlet: Outlet): Witness => ({
	instance: (instance, status) => tellInstance(outlet, instance, status),
	task: (instance, task, status, extra) => tellTask(outlet, instance, task, status, extra),
	copy: (instance, copy, operate) => tellCopy(outlet, instance, copy, operate),
});
