import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { ailyApp } from '../ailyApp';
import { isoTimes } from '../isoTimes';
import { plainKnowledge } from '../plain';
import { KNOWLEDGE_A_PAGE, LIST_KNOWLEDGE, READ_KNOWLEDGE } from '../ailyPickers';
import { ALL_OF_IT, assets, KNOWLEDGE, tags } from './asset';

const keyword = textField({
	displayName: 'Title Contains',
	name: 'keyword',
	placeholder: 'e.g. Handbook',
	description: 'Only what has these words in its title',
});
const filters = collectionField({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' }, [
	assets,
	keyword,
	tags,
]);

/** Source: https://open.feishu.cn/document/aily-v1/data-knowledge/data-knowledge-management/list */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many pieces of knowledge',
	description: 'List what an assistant knows: files, documents, tables',
	endpoint: LIST_KNOWLEDGE,
	scopes: READ_KNOWLEDGE,
	identity: 'either',
	fields: [ailyApp, pagingFields, filters],
	output: KNOWLEDGE,
	async run({ read, feishu }) {
		const path = { app_id: read(ailyApp) };
		const { dataAssetIds: data_asset_ids, dataAssetTagIds: data_asset_tag_ids, keyword: word } = read(filters);
		const query = { ...ALL_OF_IT, data_asset_ids, data_asset_tag_ids, keyword: word === '' ? undefined : word };
		const request = { path, query, limit: read(pagingFields), pageSize: KNOWLEDGE_A_PAGE };
		return isoTimes(await feishu.list(this.endpoint, request)).map(plainKnowledge);
	},
});
