import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../../feishu/json';
import { jsonField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const known = jsonField({
	displayName: 'Instances (JSON)',
	name: 'externalInstances',
	required: true,
	default: '[]',
	description:
		'What your system knows, such as [{"instance_id": "order-1107", "update_time": "1796068627971", "tasks": [{"task_id": "order-1107-manager", "update_time": "1796068627971"}]}]',
});

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
		const body = { instances: instances.map(({ tasks, ...instance }) => ({ ...instance, tasks: tasks ?? [] })) };
		const { diff_instances = [] } = await feishu.call<{ diff_instances?: IDataObject[] }>(this.endpoint, {
			body,
			idempotent: true,
		});
		return diff_instances;
	},
});
