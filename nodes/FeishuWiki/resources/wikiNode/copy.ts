import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { pageField } from '../../../shared/wiki/page';
import { WIKI_NODE, wikiNodes } from '../../../shared/wiki/wikiNodes';
import { PAGE, pageItem } from './output';
import { placeField } from './place';
import { optionalTitleField } from './title';

const page = pageField({ description: 'The page to copy' });

export const copy = defineOperation({
	value: 'copy',
	name: 'Copy',
	action: 'Copy a page',
	description: 'Make a second page of one that is there, in any wiki; the pages below are not copied',
	endpoint: 'POST /open-apis/wiki/v2/spaces/:space_id/nodes/:node_token/copy',
	alsoCalls: [WIKI_NODE],
	scopes: ['wiki:node:copy', 'wiki:wiki'],
	identity: 'either',
	fields: [page, optionalTitleField, placeField],
	output: PAGE,
	orderBy: ({ read }) => read(placeField).key,
	async run({ read, ...asking }) {
		const { feishu, context, errorContext } = asking;
		const { node_token } = read(page);
		const title = read(optionalTitleField);
		const place = read(placeField);
		const source = await wikiNodes(context, feishu, errorContext)(node_token);
		const where = await place.of(asking);
		const { node } = await feishu.call<{ node: IDataObject }>(this.endpoint, {
			path: { space_id: source.space_id ?? '', node_token },
			body: { ...targetOf(where), ...(title !== '' && { title }) },
		});
		return await pageItem(feishu, node, where.origin);
	},
});

/** The platform takes a page, or a wiki for its first level. */
export const targetOf = ({ space_id, parent_node_token }: { space_id: string; parent_node_token?: string }) =>
	parent_node_token === undefined ? { target_space_id: space_id } : { target_parent_token: parent_node_token };
