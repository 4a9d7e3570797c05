import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { readAccessToken, tryAccessToken } from '../feishu/api/accessToken';
import { openApiOriginExpression } from '../feishu/api/regions';
import { sendFrom } from './sendFrom';

/** A token that somebody has from elsewhere. Nothing can renew it. */
export class FeishuAccessTokenApi implements ICredentialType {
	name = 'feishuAccessTokenApi';

	displayName = 'Feishu Access Token API';

	icon = { light: 'file:../icons/feishu.svg', dark: 'file:../icons/feishu.dark.svg' } as const;

	documentationUrl = 'https://github.com/feishu-openapi/n8n-nodes-feishu-openapi#a-token-from-elsewhere';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Feishu (China)', value: 'feishu' },
				{ name: 'Lark (International)', value: 'lark' },
				{ name: 'Custom Base URL', value: 'custom' },
			],
			default: 'feishu',
			description: 'Where the token comes from. A token of one region is unknown to the other.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://open.example.com',
			description: 'Address of a private deployment, without /open-apis',
			displayOptions: { show: { region: ['custom'] } },
		},
		{
			displayName: 'Token Of',
			name: 'kind',
			type: 'options',
			options: [
				{ name: 'App', value: 'app', description: 'An app_access_token' },
				{ name: 'Person', value: 'user', description: 'A user_access_token' },
				{ name: 'Tenant', value: 'tenant', description: 'A tenant_access_token: an app in an organization' },
			],
			default: 'tenant',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234',
			description:
				'Two hours is the usual life of a token, and nothing here can renew it: take it from a vault by an expression, or use another credential',
		},
		{
			displayName: 'Tried',
			name: 'tokenTried',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: 'before',
		},
	];

	/** n8n calls it when the credential is tested, and at no other time, since `tokenTried` is never empty. @throws TokenError */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const token = readAccessToken(credentials);
		await tryAccessToken(token, sendFrom(this, token));
		return { tokenTried: 'now' };
	}

	/** A function, because n8n resolves no expressions for a trigger that calls after its activation. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { token } = readAccessToken(credentials);
		return { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } };
	}

	/** preAuthentication says what is wrong; this call needs nothing. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: openApiOriginExpression(),
			url: '/open-apis/auth/v3/app_access_token/internal',
			method: 'POST',
		},
	};
}
