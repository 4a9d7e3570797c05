import type { IDataObject } from 'n8n-workflow';

import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { defineOperation } from '../../../shared/operation/operation';
import { WIKI_NODE } from '../../../shared/wiki/wikiNodes';
import { PAGE, pageItem } from './output';

const page = anyDocumentField({
	displayName: 'Page',
	types: ['bitable', 'doc', 'docx', 'file', 'mindnote', 'sheet', 'slides'],
	takes: 'A folder lies in no wiki: paste the address of a page',
	description: 'A page by its address, or a document, spreadsheet or base that lies in a wiki',
});

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a page',
	description: 'Get the title, the place and the content of a page, by its address or by that of what lies in it',
	endpoint: WIKI_NODE,
	scopes: ['wiki:node:read', 'wiki:wiki:readonly', 'wiki:wiki'],
	identity: 'either',
	fields: [page],
	output: PAGE,
	async run({ read, feishu }) {
		const { type, token } = read(page).named;
		// A token of what lies in a page has to be told from one of a page.
		const query = { token, ...(type !== 'wiki' && { obj_type: type }) };
		const { node } = await feishu.call<{ node: IDataObject }>(this.endpoint, { query });
		return await pageItem(feishu, node);
	},
});
