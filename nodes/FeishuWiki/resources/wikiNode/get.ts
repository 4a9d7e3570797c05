import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { WIKI_NODE } from '../../../shared/wiki/wikiNodes';
import { wikiPageField } from './wikiPage';

const page = wikiPageField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a page',
	description: 'Get the title, the place and the content of a page, by its address',
	endpoint: WIKI_NODE,
	scopes: ['wiki:node:read', 'wiki:wiki:readonly', 'wiki:wiki'],
	identity: 'either',
	fields: [page],
	output: outputOf({
		node_token: 'string',
		obj_token: 'string',
		obj_type: 'string',
		space_id: 'string',
		title: 'string',
		'*': 'any',
	}),
	async run({ read, feishu }) {
		const token = read(page);
		const { node } = await feishu.call<{ node: IDataObject }>(this.endpoint, { query: { token } });
		return node;
	},
});
