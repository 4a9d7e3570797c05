import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { ailyApp } from '../ailyApp';
import { isoTimes } from '../isoTimes';
import { plainKnowledge } from '../plain';
import { READ_KNOWLEDGE } from '../ailyPickers';
import { ALL_OF_IT, asset, KNOWLEDGE } from './asset';

/** Source: https://open.feishu.cn/document/aily-v1/data-knowledge/data-knowledge-management/get */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a piece of knowledge',
	description: 'Get one piece of what an assistant knows, and whether it is ready',
	endpoint: 'GET /open-apis/aily/v1/apps/:app_id/data_assets/:data_asset_id',
	scopes: READ_KNOWLEDGE,
	identity: 'either',
	fields: [ailyApp, asset],
	output: KNOWLEDGE,
	async run({ read, feishu }) {
		const path = { app_id: read(ailyApp), data_asset_id: read(asset) };
		const request = { path, query: ALL_OF_IT };
		const { data_asset } = await feishu.call<{ data_asset: IDataObject }>(this.endpoint, request);
		return plainKnowledge(isoTimes(data_asset));
	},
});
