import type { IDataObject } from 'n8n-workflow';

import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/tasklist/list */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many task lists',
	description: 'List the task lists that the app or the person may see',
	endpoint: 'GET /open-apis/task/v2/tasklists',
	scopes: ['task:tasklist:read', 'task:tasklist:write'],
	identity: 'either',
	fields: [pagingFields],
	output: outputOf({ guid: 'string', 'name?': 'string', 'url?': 'string' }),
	async run({ read, feishu }) {
		const limit = read(pagingFields);
		const { items = [] } = await feishu.call<{ items?: IDataObject[] }>(this.endpoint, { query: { page_size: 100 } });
		return items.slice(0, limit);
	},
});
