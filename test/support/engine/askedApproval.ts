/** What a request about approvals has to name, as it is there for the first person. */
import { randomUUID } from 'node:crypto';

import { approve } from '../../../simulator/approval/decide';
import { addDefinition } from '../../../simulator/approval/definitions';
import { NOBODY } from '../../../simulator/approval/flow';
import { start } from '../../../simulator/approval/instances';
import { pendingOf } from './ownApproval';
import type { Platform } from './platform';

/** The values of a form with definitions, instances, tasks and people that are there in place of made-up ones. */
export function withApproval(p: Platform, values: Readonly<Record<string, string>>): Record<string, string> {
	const { store, user } = p;
	const me = user.open_id;
	const definition = addDefinition(store, { approval_name: 'Visit', nodes: [{ people: [me] }, { people: [me] }] });
	const instance = start(store, { definition, starter: me, form: [] }, NOBODY);
	const [first] = pendingOf(instance);
	if (first) approve({ store, definition, instance, witness: NOBODY }, first, {});
	const task = pendingOf(instance)[0]?.id ?? '';
	const people = JSON.stringify([me]);
	const known: Readonly<Record<string, string>> = {
		approval_code: definition.approval_code,
		instance_code: instance.instance_code,
		task_id: task,
		task_ids: JSON.stringify([task]),
		node_ids: JSON.stringify([definition.nodes[0]?.node_id]),
		form: '[]',
		uuid: randomUUID(),
		user_id_type: 'open_id',
		transfer_user_id: me,
		cc_user_ids: people,
		add_sign_user_ids: people,
		node_approver_list: '[]',
		node_cc_list: '[]',
		page_token: '',
	};
	const fitting = Object.entries(values).map(([name, value]) => [name, known[name.split('.')[1] ?? ''] ?? value]);
	return Object.fromEntries(fitting.filter(([, value]) => value !== '')) as Record<string, string>;
}
