import type { WikiNode } from '../../../feishu/catalog/wikiLinks';
import type { FeishuClient } from '../client/client';
import type { ErrorContext } from '../client/errors';

export const WIKI_NODE = 'GET /open-apis/wiki/v2/spaces/get_node';

const SCOPES = ['wiki:node:read', 'wiki:wiki:readonly', 'wiki:wiki'];

/** Pages that an execution has looked up: items mostly name the same one. */
const looked = new WeakMap<object, Map<string, Promise<WikiNode>>>();

/**
 * Looks a wiki's pages up, each once in an execution. Its error names the scopes that this needs.
 * @param context of the execution, or of the list that is being filled
 */
export function wikiNodes(
	context: object,
	feishu: FeishuClient,
	errorContext: ErrorContext,
): (token: string) => Promise<WikiNode> {
	const nodes = looked.get(context) ?? new Map<string, Promise<WikiNode>>();
	looked.set(context, nodes);
	return async (token) => {
		const { scopes } = errorContext;
		const found = nodes.get(token) ?? read(feishu, token);
		nodes.set(token, found);
		errorContext.scopes = SCOPES;
		const node = await found;
		errorContext.scopes = scopes;
		return node;
	};
}

async function read(feishu: FeishuClient, token: string): Promise<WikiNode> {
	const { node } = await feishu.call<{ node?: WikiNode }>(WIKI_NODE, { query: { token } });
	return node ?? { obj_type: '', obj_token: token };
}
