import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { ailyApp } from '../ailyApp';
import { asset, WHERE_MADE, WRITE_KNOWLEDGE } from './asset';

/** Source: https://open.feishu.cn/document/aily-v1/data-knowledge/data-knowledge-management/delete */
export const deleteKnowledge = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a piece of knowledge',
	description: 'Take a piece of knowledge away from an assistant, where it is made',
	endpoint: 'DELETE /open-apis/aily/v1/apps/:app_id/data_assets/:data_asset_id',
	scopes: WRITE_KNOWLEDGE,
	identity: 'either',
	fields: [ailyApp, asset],
	output: doneOutput('deleted', 'data_asset_id'),
	async run({ read, feishu }) {
		const data_asset_id = read(asset);
		const path = { app_id: read(ailyApp), data_asset_id };
		await feishu.call(this.endpoint, { path, query: WHERE_MADE });
		return { deleted: true, data_asset_id };
	},
});
