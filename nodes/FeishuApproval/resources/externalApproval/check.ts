import type { IDataObject } from 'n8n-workflow';

import { isObject, text, type JsonObject } from '../../../../feishu/json';
import { jsonField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

import { withIsoTimes } from '../../external/isoTimes';

const known = jsonField({
	displayName: 'Instances (JSON)',
	name: 'externalInstances',
	required: true,
	default: '[]',
	description:
		'What your system knows, such as [{"instance_id": "order-1107", "update_time": "1796068627971", "tasks": [{"task_id": "order-1107-manager", "update_time": "1796068627971"}]}]',
});

const EXAMPLE = 'It looks like [{"instance_id": "order-1107", "update_time": "1796068627971", "tasks": []}]';

/** An instance as the platform takes it: it says of none what is missing. @throws InputError */
function instanceFrom({ tasks = [], ...instance }: JsonObject): JsonObject {
	const id = idIn(instance.instance_id);
	if (id === '') throw known.refuse('has an instance without its instance_id', EXAMPLE);
	if (!Array.isArray(tasks)) throw known.refuse(`has no list of tasks for ${id}`, EXAMPLE);
	return {
		...instance,
		instance_id: id,
		update_time: msIn(instance.update_time, id),
		tasks: tasks.filter(isObject).map((task) => {
			const task_id = idIn(task.task_id);
			if (task_id === '') throw known.refuse(`has a task of ${id} without its task_id`, EXAMPLE);
			return { ...task, task_id, update_time: msIn(task.update_time, task_id) };
		}),
	};
}

const idIn = (value: unknown): string => (typeof value === 'number' ? String(value) : text(value).trim());

/** Milliseconds as text, of such or of a moment as Get Tasks tells it. */
function msIn(value: unknown, of: string): string {
	const given = idIn(value);
	if (given === '') throw known.refuse(`has no update_time for ${of}`, EXAMPLE);
	const ms = /^\d+$/.test(given) ? Number(given) : Date.parse(given);
	if (Number.isNaN(ms))
		throw known.refuse(`has an update_time for ${of} that is no moment: ${given.slice(0, 40)}`, EXAMPLE);
	return String(ms);
}

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/external_instance/check */
export const check = defineOperation({
	value: 'check',
	name: 'Check Instances',
	action: 'Check instances of external approvals',
	description: 'See which instances Feishu knows in another state than your system; those that agree are left out',
	endpoint: 'POST /open-apis/approval/v4/external_instances/check',
	scopes: ['approval:external_instance', 'approval:approval:readonly', 'approval:approval'],
	identity: 'app',
	fields: [known],
	output: outputOf({ instance_id: 'string', 'update_time?': 'string', 'tasks?': 'any' }),
	async run({ read, feishu }) {
		const given = read(known);
		const instances = Array.isArray(given) ? given.filter(isObject) : isObject(given) ? [given] : [];
		if (instances.length === 0) throw known.refuse('holds no instances', 'Give a list of them');
		const body = { instances: instances.map(instanceFrom) };
		const { diff_instances = [] } = await feishu.call<{ diff_instances?: IDataObject[] }>(this.endpoint, {
			body,
			idempotent: true,
		});
		return diff_instances.map(withIsoTimes);
	},
});
