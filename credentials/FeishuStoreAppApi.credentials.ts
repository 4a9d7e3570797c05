import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { readApp } from '../feishu/api/app';
import { openApiOriginExpression } from '../feishu/api/regions';
import { RESEND_PATH, storeAppTokens, TICKET_KEPT_ONLY } from '../feishu/api/storeApp';
import { sendFrom } from './sendFrom';

/**
 * An app of the app directory, which serves many tenants. Its ticket comes to the Feishu Webhook Trigger, which stores
 * it here, where every worker reads it.
 * @see https://open.feishu.cn/document/server-docs/authentication-management/access-token/app_ticket_resend
 */
export class FeishuStoreAppApi implements ICredentialType {
	name = 'feishuStoreAppApi';

	displayName = 'Feishu Store App API';

	icon = { light: 'file:../icons/feishu.svg', dark: 'file:../icons/feishu.dark.svg' } as const;

	documentationUrl = 'https://github.com/feishu-openapi/n8n-nodes-feishu-openapi#an-app-for-many-tenants';

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
			description: 'Where the app was created. An app of one region is unknown to the other.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://open.example.com',
			description: 'Address of another platform, without /open-apis',
			displayOptions: { show: { region: ['custom'] } },
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. cli_9f5343c580712544',
			description: 'In the developer console: your app → Credentials & Basic Info',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Beside the App ID',
		},
		{
			displayName: 'Tenant Key',
			name: 'tenantKey',
			type: 'string',
			default: '',
			placeholder: 'e.g. 736588c9260f175d',
			description:
				'The organization to work for. Leave it empty when the nodes say which, such as by the tenant_key of an event.',
		},
		{
			displayName: 'Encrypt Key',
			name: 'encryptSecretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'In the developer console: your app → Events & Callbacks → Encryption Strategy. With it, events arrive encrypted and signed.',
		},
		{
			displayName: 'Verification Token',
			name: 'verificationToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only needed when there is no Encrypt Key. It stands on the same page.',
		},
		{
			displayName:
				'Feishu pushes a ticket to the Request URL of the app each hour. A published workflow with a Feishu Webhook Trigger and this credential keeps it; without one, enter it by hand.',
			name: 'ticketNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'App Ticket',
			name: 'ticketToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The newest one that came. The Feishu Webhook Trigger writes it here.',
		},
		{
			displayName: 'Token While Good',
			name: 'tokenWhileGood',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{ displayName: 'Access Token', name: 'accessToken', type: 'hidden', typeOptions: { password: true }, default: '' },
		{ displayName: 'Usable Until', name: 'usableUntil', type: 'hidden', default: 0 },
		{ displayName: 'Held Tenant', name: 'heldTenant', type: 'hidden', default: '' },
		{
			displayName: 'App Access Token',
			name: 'appAccessToken',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{ displayName: 'App Token Usable Until', name: 'appUsableUntil', type: 'hidden', default: 0 },
		{ displayName: 'Issued For', name: 'issuedFor', type: 'hidden', default: '' },
	];

	/**
	 * Gets the tokens. n8n calls it when `tokenWhileGood` is empty, and stores what it returns with the credential.
	 * What our own client adds to the credential for one call, and never stores: `wantedTenant`, whose token is wanted
	 * in place of that of `tenantKey`; `receivedTicket`, to be kept without a call; `refusedToken`.
	 * @throws TokenError with the platform's words, InputError about the Base URL or the Tenant Key
	 */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		return { ...(await storeAppTokens(credentials, sendFrom(this, readApp(credentials)), Date.now())) };
	}

	/** A function, because n8n resolves no expressions for a trigger that calls after its activation. */
	async authenticate(
		{ useAppToken, receivedTicket, appAccessToken, accessToken }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		if (receivedTicket) throw new Error(TICKET_KEPT_ONLY);
		const token = String((useAppToken ? appAccessToken : accessToken) ?? '');
		return { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } };
	}

	/** preAuthentication runs before this and says what is wrong in the platform's words; this asks for the ticket anew. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: openApiOriginExpression(),
			url: RESEND_PATH,
			method: 'POST',
			body: { app_id: '={{ $credentials.appId.trim() }}', app_secret: '={{ $credentials.appSecret.trim() }}' },
		},
	};
}
