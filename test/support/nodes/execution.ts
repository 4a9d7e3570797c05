/** n8n as a node sees it, as far as the shared kit uses it. The engine tests run the same in the real n8n-core. */
import { Readable } from 'node:stream';
import {
	NodeApiError,
	type IBinaryData,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type IN8nHttpFullResponse,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type JsonObject,
} from 'n8n-workflow';

import { issuedFor } from '../../../feishu/api/app';
import { FeishuApi } from '../../../credentials/FeishuApi.credentials';

type Data = ICredentialDataDecryptedObject;

export interface Setting {
	/** Of all items, or one object an item. */
	parameters?: object | object[];
	/** As the node holds the parameters: with the expressions that gave these values. */
	written?: INodeParameters;
	items?: INodeExecutionData[];
	/** What n8n has stored; a refresh is written back to it. */
	credential?: Data;
	continueOnFail?: boolean;
	cancel?: AbortSignal;
	timezone?: string;
	/** Files in n8n's storage by id. */
	stored?: Record<string, Buffer>;
	credentialId?: string;
	getCredentials?: () => Promise<Data>;
	/** Called with the level, the words and the details of each line in n8n's log. */
	log?(...line: unknown[]): void;
}

export const freshCredential = (baseUrl: string): Data => ({
	region: 'custom',
	baseUrl,
	appId: 'cli_fake',
	appSecret: 'fake-secret',
	tokenWhileGood: '',
	accessToken: '',
	appAccessToken: '',
	usableUntil: 0,
	issuedFor: '',
});

/** A credential with a token that is good for an hour. */
export const goodCredential = (baseUrl: string, token = 't-good'): Data => ({
	...freshCredential(baseUrl),
	tokenWhileGood: token,
	accessToken: token,
	appAccessToken: `app-${token}`,
	usableUntil: Date.now() + 3_600_000,
	issuedFor: issuedFor({ appId: 'cli_fake', appSecret: 'fake-secret' }),
});

const ONE_ITEM: INodeExecutionData[] = [{ json: {} }];

const credentialType = new FeishuApi();

export function execution(setting: Setting = {}): IExecuteFunctions {
	const { parameters = {}, items = ONE_ITEM, credential = {}, stored = {}, credentialId = 'cred-1' } = setting;
	const node: INode = {
		id: '1',
		name: 'Feishu',
		type: 'n8n-nodes-feishu-openapi.feishu',
		typeVersion: 1,
		position: [0, 0],
		parameters: setting.written ?? {},
		credentials: { feishuApi: { id: credentialId, name: 'Feishu' } },
	};
	const fake = {
		getNode: () => node,
		logger: Object.fromEntries(
			['debug', 'info', 'warn', 'error'].map((level) => [level, (...line: unknown[]) => setting.log?.(level, ...line)]),
		),
		getInputData: () => items,
		getTimezone: () => setting.timezone ?? 'Asia/Shanghai',
		continueOnFail: () => setting.continueOnFail ?? false,
		getExecutionCancelSignal: () => setting.cancel,
		getCredentials: setting.getCredentials ?? (async () => ({ ...credential })),
		getNodeParameter: (name: string, itemIndex: number, fallback?: unknown) =>
			valueAt(Array.isArray(parameters) ? (parameters as object[])[itemIndex] : parameters, name, fallback),
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => await send(options),
			httpRequestWithAuthentication: async (
				_type: string,
				options: IHttpRequestOptions,
				additional: { credentialsDecrypted: ICredentialsDecrypted },
			) =>
				await authenticatedRequest(
					fake as unknown as IExecuteFunctions,
					credential,
					options,
					additional,
					setting.cancel,
				),
			assertBinaryData: (itemIndex: number, name: string) => items[itemIndex]?.binary?.[name],
			getBinaryDataBuffer: async (itemIndex: number, name: string) =>
				Buffer.from(items[itemIndex]?.binary?.[name]?.data ?? '', 'base64'),
			getBinaryMetadata: async (id: string) => ({ fileSize: stored[id]?.length }),
			getBinaryStream: async (id: string) => Readable.from(halves(stored[id] ?? Buffer.alloc(0))),
			prepareBinaryData: async (body: Readable, fileName?: string, mimeType?: string): Promise<IBinaryData> => {
				const chunks: Buffer[] = [];
				for await (const chunk of body) chunks.push(Buffer.from(chunk as Uint8Array));
				return { data: Buffer.concat(chunks).toString('base64'), fileName, mimeType: mimeType ?? 'text/plain' };
			},
		},
	};
	return fake as unknown as IExecuteFunctions;
}

/** As n8n: a token is fetched when the expirable field is empty, stored, and everything that fails is wrapped. */
async function authenticatedRequest(
	context: IExecuteFunctions,
	stored: Data,
	options: IHttpRequestOptions,
	{ credentialsDecrypted }: { credentialsDecrypted: ICredentialsDecrypted },
	cancel?: AbortSignal,
): Promise<IN8nHttpFullResponse> {
	const held = credentialsDecrypted.data ?? {};
	try {
		if (held.tokenWhileGood === '') {
			const fresh = await credentialType.preAuthentication.call(context, held);
			Object.assign(held, fresh);
			Object.assign(stored, fresh);
		}
		const token = held.useAppToken ? held.appAccessToken : held.accessToken;
		return await send(
			{ ...options, headers: { ...options.headers, Authorization: `Bearer ${String(token)}` } },
			cancel,
		);
	} catch (error) {
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}

async function send(options: IHttpRequestOptions, cancel?: AbortSignal): Promise<IN8nHttpFullResponse> {
	const { method, url, body, encoding, timeout = 30_000 } = options;
	const headers = new Headers(options.headers as Record<string, string>);
	const plain = typeof body === 'object' && !(body instanceof FormData);
	if (plain) headers.set('Content-Type', 'application/json');
	const request = {
		method,
		headers,
		body: plain ? JSON.stringify(body) : (body as string | FormData | undefined),
		signal: AbortSignal.any([AbortSignal.timeout(timeout), ...(cancel ? [cancel] : [])]),
	};
	const response = await fetch(url, request).catch((error: unknown) => {
		// n8n's client has the code on the error itself, and the address in its words.
		const { code } = (error as { cause?: { code?: string } }).cause ?? {};
		throw Object.assign(new Error(`connect ${String(code)} ${url}`), { code });
	});
	return {
		statusCode: response.status,
		headers: Object.fromEntries(response.headers),
		body: encoding === 'stream' ? Readable.from(response.body ?? []) : await response.text(),
	};
}

/** `options.sort` in nested objects, as n8n looks parameters up. */
function valueAt(parameters: unknown, name: string, fallback: unknown): unknown {
	let value = parameters;
	for (const key of name.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
	if (value !== undefined) return value;
	if (fallback === undefined) throw new Error(`Could not get parameter "${name}"`);
	return fallback;
}

function halves(bytes: Buffer): Buffer[] {
	const middle = Math.floor(bytes.length / 2);
	return [bytes.subarray(0, middle), bytes.subarray(middle)];
}
