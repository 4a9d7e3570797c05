import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../client/client';

export const GET_SPACES = 'GET /open-apis/wiki/v2/spaces';
export const GET_NODES = 'GET /open-apis/wiki/v2/spaces/:space_id/nodes';

/** Scopes of which one is enough to list wikis, and to list their pages. */
export const SPACE_SCOPES = ['wiki:space:retrieve', 'wiki:wiki:readonly', 'wiki:wiki'];
export const NODE_SCOPES = ['wiki:node:retrieve', 'wiki:wiki:readonly', 'wiki:wiki'];

/** The largest page of both lists. Source: …/wiki-v2/space/list, …/wiki-v2/space-node/list */
const PAGE = 50;

/** Wikis that whoever asks may see, as they come. An app sees those that it was let into. @throws CallError */
export const spacesSeen = (feishu: FeishuClient): AsyncGenerator<IDataObject> =>
	feishu.records(GET_SPACES, { pageSize: PAGE, itemsKey: 'items' });

/** The pages of one level, as they come. @param parent_node_token without it the first level of the wiki @throws CallError */
export const pagesBelow = (
	feishu: FeishuClient,
	space_id: string,
	parent_node_token?: string,
): AsyncGenerator<IDataObject> =>
	feishu.records(GET_NODES, { path: { space_id }, query: { parent_node_token }, pageSize: PAGE, itemsKey: 'items' });
