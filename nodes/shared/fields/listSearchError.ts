import type { ILoadOptionsFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { FeishuClient } from '../client/client';
import { toNodeError } from '../client/errors';

/** The error of a list's search, in the same words as an operation's. */
export async function listSearchError(
	context: ILoadOptionsFunctions,
	error: unknown,
	feishu: FeishuClient,
	scopes: readonly string[],
): Promise<NodeApiError | NodeOperationError> {
	const consoleUrl = await feishu.consoleUrl().catch(() => undefined);
	return toNodeError(context.getNode(), error, { scopes, consoleUrl });
}
