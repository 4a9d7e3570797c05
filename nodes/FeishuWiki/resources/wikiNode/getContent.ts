import { text } from '../../../../feishu/json';
import { A } from '../../../shared/drive/anyDocument';
import { InputError } from '../../../../feishu/input';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { pageField } from '../../../shared/wiki/page';
import { WIKI_NODE, wikiNodes } from '../../../shared/wiki/wikiNodes';
import type { DocumentType } from '../../../../feishu/drive/documentAddress';

const page = pageField();

/** With which node what lies in a page is read. */
const NODES: Readonly<Record<string, string>> = {
	bitable: 'Feishu Base',
	file: 'Feishu Drive (File: Download)',
	sheet: 'Feishu Sheets',
};

export const getContent = defineOperation({
	value: 'getContent',
	name: 'Get Content',
	action: 'Get the content of a page',
	description: 'Get the Markdown of the document in a page; Feishu Docs gives it with pictures or as blocks',
	endpoint: 'GET /open-apis/docs/v1/content',
	alsoCalls: [WIKI_NODE],
	scopes: ['docs:document.content:read'],
	identity: 'either',
	fields: [page],
	output: outputOf({ node_token: 'string', obj_token: 'string', obj_type: 'string', markdown: 'string' }),
	async run({ read, label, feishu, context, errorContext }) {
		const { node_token } = read(page);
		const { obj_type, obj_token } = await wikiNodes(context, feishu, errorContext)(node_token);
		if (obj_type !== 'docx')
			throw new InputError(
				label(page),
				`In this page lies ${A[obj_type as DocumentType] ?? obj_type}, not a document`,
				NODES[obj_type] === undefined ? 'Choose another page' : `Read it with ${NODES[obj_type]}`,
			);
		const { content } = await feishu.call(this.endpoint, {
			query: { doc_token: obj_token, doc_type: 'docx', content_type: 'markdown' },
		});
		return { node_token, obj_token, obj_type, markdown: text(content) };
	},
});
