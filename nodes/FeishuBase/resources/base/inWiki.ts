import { text } from '../../../../feishu/json';
import type { Asking } from '../../../shared/base/basePlace';
import { GET_TABLES } from '../../../shared/base/contents';
import { WIKI_NODE, wikiNodes } from '../../../shared/wiki/wikiNodes';
import type { MadeBase } from './output';

const CREATE_NODE = 'POST /open-apis/wiki/v2/spaces/:space_id/nodes';

/** What `createInWiki` may call. */
export const WIKI_CALLS = [WIKI_NODE, CREATE_NODE, GET_TABLES];

/**
 * Makes a base below a page of a wiki, where the endpoint for bases refuses it (1254002): there it is a page that holds a
 * base. Its address is at the host from which the page's was copied.
 * @throws CallError
 * @see https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-v2/space-node/create
 */
export async function createInWiki(
	{ feishu, context, errorContext }: Asking,
	{ wikiNode, origin }: { wikiNode: string; origin: string },
	title: string,
): Promise<MadeBase> {
	const { space_id = '' } = await wikiNodes(context, feishu, errorContext)(wikiNode);
	const { scopes } = errorContext;
	errorContext.scopes = ['wiki:node:create', 'wiki:wiki'];
	const { node = {} } = await feishu.call<{ node?: Record<string, unknown> }>(CREATE_NODE, {
		path: { space_id },
		body: { obj_type: 'bitable', node_type: 'origin', parent_node_token: wikiNode, title },
	});
	errorContext.scopes = scopes;
	const [app_token, node_token] = [text(node.obj_token), text(node.node_token)];
	return { app_token, name: title, url: `${origin}/wiki/${node_token}`, node_token, space_id };
}
