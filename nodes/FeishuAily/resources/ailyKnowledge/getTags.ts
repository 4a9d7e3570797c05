import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ailyApp } from '../ailyApp';
import { KNOWLEDGE_A_PAGE, READ_KNOWLEDGE } from '../ailyPickers';

/** Source: https://open.feishu.cn/document/aily-v1/data-knowledge/data-knowledge-management/list-2 */
export const getTags = defineOperation({
	value: 'getTags',
	name: 'Get Tags',
	action: 'Get the tags of knowledge',
	description: 'List the tags that the knowledge of an assistant has',
	endpoint: 'GET /open-apis/aily/v1/apps/:app_id/data_asset_tags',
	scopes: READ_KNOWLEDGE,
	identity: 'either',
	fields: [ailyApp, pagingFields],
	output: outputOf({ data_asset_tag_id: 'string', name: 'string' }),
	async run({ read, feishu }) {
		const path = { app_id: read(ailyApp) };
		return await feishu.list(this.endpoint, { path, limit: read(pagingFields), pageSize: KNOWLEDGE_A_PAGE });
	},
});
