import { tellApps } from '../../events/approvalEvents';
import { requireCondition } from '../../approval/conditions';
import { definitionOf, maySee } from '../../approval/definitions';
import { takeForm } from '../../approval/form';
import { start, type StartRequest } from '../../approval/instances';
import { refused } from '../../approval/problem';
import type { Call } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import type { UserIdType } from '../../platform/ids';
import { flag, integer, objects, required, text, texts } from '../../platform/validate';
import type { Definition, Instance } from '../../state/approvals';
import { openIdOf } from '../../state/operator';
import { approvalRoute, INSTANCES, personOf, placeOf } from './approvalRoute';

const linkOf = ({ instance_id: id }: Instance) =>
	`https://applink.feishu.cn/client/mini_program/open?mode=appCenter&path=pc%2Fpages%2Fdetail%2Findex%3FinstanceId%3D${id}`;

const CHOSEN = objects({ key: text(), value: texts() });
type Chosen = Array<{ key: string | undefined; value: string[] | undefined }> | undefined;

const peopleBy = (call: Call, chosen: Chosen, type: UserIdType): StartRequest['approvers'] =>
	(chosen ?? []).map(({ key = '', value = [] }) => ({ key, people: value.map((id) => personOf(call, id, type)) }));

/** A definition by which something can be started; 1390002, 1390015, 1390016 and, where people draw the process, 1390013. */
function startable(call: Call, code: string): Definition {
	const definition = definitionOf(call.platform.store, code);
	if (definition.status !== 'ACTIVE') throw refused.inactive();
	if (definition.free) throw refused.freeProcess();
	requireCondition(definition, 'start');
	return definition;
}

/** Who starts it: the user_id counts where both are given, and the open_id may be that of a bot. */
function starterOf(
	call: Call,
	{ user_id: userId = '', open_id: openId = '' }: { user_id?: string; open_id?: string },
): string {
	const { store } = call.platform;
	if (userId !== '') return personOf(call, userId, 'user_id');
	if (openId === '') throw refused.params('user_id and open_id are empty');
	return store.directory.bot(call.app, openId)?.bot_open_id ?? personOf(call, openId, 'open_id');
}

function departmentOf({ platform: { store } }: Call, starter: string, id: string | undefined): string | undefined {
	if (id === undefined || id === '') return undefined;
	const found = [...store.contact.departments.values()].find(
		({ open_department_id: open, department_id: own }) => open === id || own === id,
	);
	const own = store.contact.users.get(starter)?.department_ids ?? [];
	if (!found || !own.includes(found.open_department_id)) throw refused.department();
	return found.open_department_id;
}

const UUID = text({ max: 64 });
const empty = (call: Call) => (call.body as { uuid?: string }).uuid === '';

function requireUuid(call: Call): void {
	if (!empty(call)) return;
	throw new PlatformError(99992402, 'field validation failed', {
		error: { field_violations: [{ field: 'uuid', value: '', description: 'the min len is 1' }] },
	});
}

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/create; that for people is of the official command line */
export const approvalStartRoutes = [
	approvalRoute({
		method: 'POST',
		path: INSTANCES,
		scopes: ['approval:approval', 'approval:instance'],
		body: {
			...{ approval_code: required(text()), user_id: text(), open_id: text(), department_id: text() },
			form: required(text()),
			...{ node_approver_user_id_list: CHOSEN, node_approver_open_id_list: CHOSEN },
			...{ node_cc_user_id_list: CHOSEN, node_cc_open_id_list: CHOSEN, uuid: UUID },
			...{ allow_resubmit: flag(), allow_submit_again: flag(), cancel_bot_notification: text(), forbid_revoke: flag() },
			i18n_resources: objects({
				...{ locale: required(text()), is_default: required(flag()) },
				texts: required(objects({ key: required(text()), value: required(text()) })),
			}),
			...{ title: text(), title_display_method: integer({ min: 0, max: 1 }), byte_extra: text(), with_link: flag() },
			node_auto_approval_list: objects({ node_id_type: text(), node_id: text() }, { max: 10 }),
		},
		handle(call) {
			requireUuid(call);
			const { body, platform } = call;
			const definition = startable(call, body.approval_code);
			const starter = starterOf(call, body);
			if (!platform.store.apps.byBot(starter) && !maySee(platform.store, definition, starter))
				throw refused.mayNotStart();
			const words = body.i18n_resources?.find(({ is_default: isDefault }) => isDefault)?.texts ?? [];
			const instance = start(
				platform.store,
				{
					...{ definition, starter, uuid: body.uuid, forbid_revoke: body.forbid_revoke },
					department_id: departmentOf(call, starter, body.department_id),
					form: takeForm(body.form, definition, placeOf(call)),
					approvers: [
						...(peopleBy(call, body.node_approver_user_id_list, 'user_id') ?? []),
						...(peopleBy(call, body.node_approver_open_id_list, 'open_id') ?? []),
					],
					copies: [
						...(peopleBy(call, body.node_cc_user_id_list, 'user_id') ?? []),
						...(peopleBy(call, body.node_cc_open_id_list, 'open_id') ?? []),
					],
					automatic: (body.node_auto_approval_list ?? []).map(({ node_id: id = '' }) => id),
					title: words.find(({ key }) => key === body.title)?.value ?? body.title,
				},
				tellApps(platform),
			);
			const { instance_code } = instance;
			return { data: { instance_code, ...(body.with_link && { instance_link: linkOf(instance) }) } };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/initiate`,
		tokens: ['user'],
		scopes: ['approval:instance:write'],
		body: {
			...{ approval_code: required(text()), form: text(), uuid: UUID },
			...{ node_approver_list: CHOSEN, node_cc_list: CHOSEN },
		},
		handle(call) {
			requireUuid(call);
			const { body, platform, by } = call;
			const definition = startable(call, body.approval_code);
			const starter = openIdOf(by);
			if (!maySee(platform.store, definition, starter)) throw refused.mayNotStart();
			const instance = start(
				platform.store,
				{
					...{ definition, starter, uuid: body.uuid },
					form: takeForm(body.form ?? '[]', definition, placeOf(call)),
					approvers: peopleBy(call, body.node_approver_list, 'open_id'),
					copies: peopleBy(call, body.node_cc_list, 'open_id'),
				},
				tellApps(platform),
			);
			return { data: { instance_code: instance.instance_code, instance_link: linkOf(instance) } };
		},
	}),
];
