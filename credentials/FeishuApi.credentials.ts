import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { issuedFor, readApp, tokenWhileGood } from '../feishu/api/app';
import { openApiOriginExpression } from '../feishu/api/regions';
import { readTokens, SIGN_IN_PATH, signIn } from '../feishu/api/tokens';
import { sendFrom } from './sendFrom';

/** A self-built app of Feishu or Lark. */
export class FeishuApi implements ICredentialType {
	name = 'feishuApi';

	displayName = 'Feishu API';

	icon = { light: 'file:../icons/feishu.svg', dark: 'file:../icons/feishu.dark.svg' } as const;

	documentationUrl = 'https://github.com/feishu-openapi/n8n-nodes-feishu-openapi#five-minutes-to-an-app';

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
			description:
				'Address of a private deployment, without /open-apis. It must start with https:// unless it is this machine.',
			displayOptions: { show: { region: ['custom'] } },
		},
		{
			displayName: 'Accounts URL',
			name: 'accountsUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://accounts.example.com',
			description:
				'Only for signing in without a secret. Leave it empty when it is the Base URL with accounts. in place of open.',
			displayOptions: { show: { region: ['custom'], signInWith: ['assertion'] } },
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
			displayName: 'Sign In With',
			name: 'signInWith',
			type: 'options',
			options: [
				{ name: 'App Secret', value: 'secret' },
				{ name: 'Client Assertion (Without a Secret)', value: 'assertion' },
			],
			default: 'secret',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Beside the App ID',
			displayOptions: { show: { signInWith: ['secret'] } },
		},
		{
			displayName: 'Client Assertion',
			name: 'assertionToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'A signed token (JWT) of the identity provider that the app trusts. It lasts for minutes, so take it from a vault by an expression. It serves actions, not the triggers.',
			displayOptions: { show: { signInWith: ['assertion'] } },
		},
		{
			displayName: 'The rest is for the Feishu Webhook Trigger and Event: Parse only. Without them, leave both empty.',
			name: 'webhookNotice',
			type: 'notice',
			default: '',
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
			displayName: 'Token While Good',
			name: 'tokenWhileGood',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{ displayName: 'Access Token', name: 'accessToken', type: 'hidden', typeOptions: { password: true }, default: '' },
		{
			displayName: 'App Access Token',
			name: 'appAccessToken',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{ displayName: 'Usable Until', name: 'usableUntil', type: 'hidden', default: 0 },
		{ displayName: 'Issued For', name: 'issuedFor', type: 'hidden', default: '' },
	];

	/**
	 * Gets the tokens. n8n calls it when `tokenWhileGood` is empty, and stores what it returns with the
	 * credential, where every worker reads it.
	 * @throws TokenError with the platform's words, InputError about the Base URL or what is empty
	 */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const app = readApp(credentials);
		const tokens = readTokens(await sendFrom(this, app)(signIn(app)), Date.now());
		return {
			tokenWhileGood: tokenWhileGood(),
			accessToken: tokens.tenantAccessToken,
			appAccessToken: tokens.appAccessToken,
			usableUntil: tokens.usableUntil,
			issuedFor: issuedFor(app),
		};
	}

	/**
	 * A function, because n8n resolves no expressions for a trigger that calls after its activation. `useAppToken` is set
	 * by our own client for calls in the app's own name; it is never stored.
	 */
	async authenticate(
		{ useAppToken, appAccessToken, accessToken }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const token = String((useAppToken ? appAccessToken : accessToken) ?? '');
		return { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } };
	}

	/** preAuthentication runs before this and says what is wrong in the platform's words; this call needs no scope and no bot. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: openApiOriginExpression(),
			url: SIGN_IN_PATH,
			method: 'POST',
			body: { app_id: '={{ $credentials.appId.trim() }}', app_secret: '={{ $credentials.appSecret.trim() }}' },
		},
	};
}
