import { text } from '../../../feishu/json';
import type { Asking } from '../client/asking';
import type { WantedContent } from './contentOf';
import { WIKI_NODE, wikiNodes } from './wikiNodes';

const CREATE_NODE = 'POST /open-apis/wiki/v2/spaces/:space_id/nodes';

/** What `createInWiki` may call. */
export const CREATE_IN_WIKI = [WIKI_NODE, CREATE_NODE];

/** What was made: the content with its page. */
export interface MadeInWiki {
	token: string;
	url: string;
	node_token: string;
	space_id: string;
}

/**
 * Makes a document below a page of a wiki, or beside it, where the endpoints of documents refuse it: there it is a page that holds one.
 * Its address is at the host from which the page's was copied.
 * @throws CallError
 * @see https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-v2/space-node/create
 */
export async function createInWiki(
	{ feishu, context, errorContext }: Asking,
	{ wikiNode, origin, beside }: { wikiNode: string; origin: string; beside?: boolean },
	obj_type: WantedContent['type'],
	title: string,
): Promise<MadeInWiki> {
	const { space_id = '', parent_node_token = '' } = await wikiNodes(context, feishu, errorContext)(wikiNode);
	const { scopes } = errorContext;
	errorContext.scopes = ['wiki:node:create', 'wiki:wiki'];
	const { node = {} } = await feishu.call<{ node?: Record<string, unknown> }>(CREATE_NODE, {
		path: { space_id },
		body: { obj_type, node_type: 'origin', parent_node_token: beside ? parent_node_token : wikiNode, title },
	});
	errorContext.scopes = scopes;
	const node_token = text(node.node_token);
	return { token: text(node.obj_token), url: `${origin}/wiki/${node_token}`, node_token, space_id };
}
