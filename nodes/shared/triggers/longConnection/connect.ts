import { NodeOperationError, type INode, type ITriggerFunctions } from 'n8n-workflow';

import { isLongConnectionError, type ConnectionKey, type HttpPost } from '../../../../feishu/longConnection';
import { filled, type App } from '../../../../feishu/api/app';
import { openApiOrigin } from '../../../../feishu/api/regions';
import { bareRequest } from '../../client/bareRequest';
import { toNodeError } from '../../client/errors';

/** The connection of an app. @throws InputError about the Base URL, the App ID and the App Secret */
export function connectionKey(app: App): ConnectionKey {
	filled(app);
	return { appId: app.appId, appSecret: app.appSecret, origin: openApiOrigin(app) };
}

/** How the connection asks for its address; its own limit of time is shorter than that of the request. */
export function httpPost(context: ITriggerFunctions): HttpPost {
	return async (url, body, headers) => await bareRequest(context, { method: 'POST', url, body, headers });
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
