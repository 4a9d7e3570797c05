import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { pageField } from '../../../shared/wiki/page';
import { WIKI_NODE, wikiNodes } from '../../../shared/wiki/wikiNodes';
import { titleField } from './title';

const page = pageField();

/** Renames anything by its own token. */
const RENAME_FILE = 'PATCH /open-apis/drive/v1/files/:file_token';

/** What the wiki itself renames. Source: …/wiki-v2/space-node/update_title */
const BY_WIKI: ReadonlySet<string> = new Set(['doc', 'docx']);

export const rename = defineOperation({
	value: 'rename',
	name: 'Rename',
	action: 'Rename a page',
	description: 'Give a page another title',
	endpoint: 'POST /open-apis/wiki/v2/spaces/:space_id/nodes/:node_token/update_title',
	alsoCalls: [WIKI_NODE, RENAME_FILE],
	scopes: ['wiki:node:update', 'wiki:wiki'],
	identity: 'either',
	fields: [page, titleField],
	output: outputOf({ node_token: 'string', title: 'string' }),
	async run({ read, ...asking }) {
		const { feishu, context, errorContext } = asking;
		const { node_token } = read(page);
		const title = read(titleField);
		const { space_id = '', obj_type, obj_token } = await wikiNodes(context, feishu, errorContext)(node_token);
		if (BY_WIKI.has(obj_type))
			await feishu.call(this.endpoint, { path: { space_id, node_token }, body: { title }, idempotent: true });
		else
			await feishu.call(RENAME_FILE, {
				path: { file_token: obj_token },
				query: { type: obj_type },
				body: { new_title: title },
				idempotent: true,
			});
		return { node_token, title };
	},
});
