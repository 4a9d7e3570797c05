import { NodeOperationError, type IN8nHttpFullResponse, type INode, type ITriggerFunctions } from 'n8n-workflow';

import { isLongConnectionError, type ConnectionKey, type HttpPost } from '../../../../feishu/longConnection';
import { openApiOrigin } from '../../../../feishu/api/regions';
import { appOf } from '../../client/appOf';
import { asText } from '../../client/httpAnswer';
import { toNodeError } from '../../client/errors';

/** Milliseconds; the connection has a limit of its own, which is shorter. */
const TIMEOUT_MS = 30_000;

/** The app of the node's credential. @throws InputError about the Base URL */
export async function connectionKey(context: ITriggerFunctions): Promise<ConnectionKey> {
	const app = await appOf(context);
	return { appId: app.appId, appSecret: app.appSecret, origin: openApiOrigin(app) };
}

/** n8n's own way to the network, which knows its proxies. */
export function httpPost(
	context: { helpers: Pick<ITriggerFunctions['helpers'], 'httpRequest'> },
	{ method = 'POST', timeoutMs = TIMEOUT_MS }: { method?: 'POST' | 'PATCH'; timeoutMs?: number } = {},
): HttpPost {
	return async (url, body, headers) => {
		const answer = (await context.helpers.httpRequest({
			method,
			url,
			body,
			headers,
			encoding: 'text',
			json: false,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: timeoutMs,
		})) as IN8nHttpFullResponse;
		const { status, body: text } = await asText(answer);
		return { status, body: text };
	};
}

/** The runtime's WebSocket looks at the proxy settings of the environment only when it is told to. */
const PROXY_HINT =
	'Where n8n reaches the internet only through a proxy, set NODE_USE_ENV_PROXY=1 beside HTTPS_PROXY for it.';

/**
 * The error that n8n shows. Of a failed activation n8n keeps the message alone, so that holds the advice as well.
 */
export function connectionError(node: INode, error: unknown): NodeOperationError {
	if (!isLongConnectionError(error)) {
		const other = toNodeError(node, error);
		return other instanceof NodeOperationError ? other : operationError(node, other.message, other.description ?? '');
	}
	return operationError(node, error.message, error.code === 'handshake' ? `${error.hint} ${PROXY_HINT}` : error.hint);
}

function operationError(node: INode, what: string, advice: string): NodeOperationError {
	const message = `${what}. ${advice}`.trim();
	const error = new NodeOperationError(node, message);
	// n8n rewrites messages with certain words in them.
	error.message = message;
	return error;
}
