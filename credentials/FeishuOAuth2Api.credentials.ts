import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { authorizeExpression, tokenExpression } from '../feishu/api/regions';
import { SCOPE_USES, scopeExpression } from '../feishu/api/scopeSets';

/**
 * A person of Feishu or Lark, who signs in at the platform and consents to what the app may do in their name. n8n keeps
 * the login and renews it; its addresses and scopes follow from the fields.
 * @see https://open.feishu.cn/document/common-capabilities/sso/api/obtain-oauth-code
 */
export class FeishuOAuth2Api implements ICredentialType {
	name = 'feishuOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Feishu OAuth2 API';

	icon = { light: 'file:../icons/feishu.svg', dark: 'file:../icons/feishu.dark.svg' } as const;

	documentationUrl = 'https://github.com/feishu-openapi/n8n-nodes-feishu-openapi#act-as-a-person';

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
			description: 'Where the app was created. An account of one region is unknown to the other.',
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
			displayName: 'Accounts URL',
			name: 'accountsUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://accounts.example.com',
			description: 'Where people sign in. Leave it empty when it is the Base URL with accounts. in place of open.',
			displayOptions: { show: { region: ['custom'] } },
		},
		{
			displayName:
				'In the developer console: add the OAuth Redirect URL above under Security Settings → Redirect URLs, switch on "Refresh user_access_token" there, add the scopes, and publish a version. Client ID and Client Secret are its App ID and App Secret.',
			name: 'consoleNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'App ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. cli_9f5343c580712544',
			// n8n's dialog calls it Client ID, whatever its name is here.
			description: 'The App ID. In the developer console: your app → Credentials & Basic Info.',
		},
		{
			displayName: 'App Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The App Secret, beside the App ID',
		},
		{
			displayName: 'Use For',
			name: 'useFor',
			type: 'multiOptions',
			options: SCOPE_USES.map(({ name, value }) => ({ name, value })),
			default: [],
			hint: 'Messages, groups and contacts, where nothing is chosen here or below',
			description:
				'The nodes with which the person is to work: what these take is what they are asked to allow. Each scope must be enabled for the app in the console. Feishu takes 50 scopes in all: with many nodes, what only some choices need is left out. After a change, connect again.',
		},
		{
			displayName: 'More Scopes',
			name: 'moreScopes',
			type: 'string',
			default: '',
			placeholder: 'e.g. minutes:minutes:readonly vc:record',
			description:
				'Further scopes, with blanks or commas between them. These are asked for in any case, of the 50 in all. offline_access is always asked for; without it the login ends after two hours.',
		},
		{
			displayName: 'Token Address',
			name: 'tokenUrl',
			type: 'options',
			options: [
				{ name: 'Open Platform (V2)', value: 'v2' },
				{ name: 'Accounts (V3)', value: 'v3' },
			],
			default: 'v2',
			description: 'Where n8n gets and renews the login. Both do the same; change it only when one of them fails.',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{ displayName: 'Use PKCE', name: 'usePkce', type: 'hidden', default: true },
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: authorizeExpression() },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: tokenExpression() },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: scopeExpression() },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}
