import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { pageField } from '../../../shared/wiki/page';
import { WIKI_NODE, wikiNodes } from '../../../shared/wiki/wikiNodes';
import { targetOf } from './copy';
import { PAGE, pageItem } from './output';
import { placeField } from './place';

const page = pageField({ description: 'The page to move, with all pages below it (2,000 at most)' });

export const move = defineOperation({
	value: 'move',
	name: 'Move',
	action: 'Move a page',
	description: 'Move a page with all pages below it, within its wiki or to another one',
	endpoint: 'POST /open-apis/wiki/v2/spaces/:space_id/nodes/:node_token/move',
	alsoCalls: [WIKI_NODE],
	scopes: ['wiki:node:move', 'wiki:wiki'],
	identity: 'either',
	fields: [page, placeField],
	output: PAGE,
	orderBy: () => 'pages',
	async run({ read, ...asking }) {
		const { feishu, context, errorContext } = asking;
		const { node_token } = read(page);
		const place = read(placeField);
		const source = await wikiNodes(context, feishu, errorContext)(node_token);
		const where = await place.of(asking);
		const { node } = await feishu.call<{ node: IDataObject }>(this.endpoint, {
			path: { space_id: source.space_id ?? '', node_token },
			body: targetOf(where),
		});
		return await pageItem(feishu, node, where.origin);
	},
});
