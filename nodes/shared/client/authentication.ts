import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import { ACCESS_TOKEN_CREDENTIAL } from './accessTokenSession';
import { APP_CREDENTIAL } from './appSession';
import type { Authentication } from './callerIdentity';
import { AUTHENTICATION } from './mayAct';
import { PERSON_CREDENTIAL } from './personSession';
import { STORE_APP_CREDENTIAL } from './storeAppSession';

/** Which credential each choice takes. */
const CREDENTIALS = {
	app: APP_CREDENTIAL,
	person: PERSON_CREDENTIAL,
	storeApp: STORE_APP_CREDENTIAL,
	accessToken: ACCESS_TOKEN_CREDENTIAL,
} as const satisfies Record<Authentication, string>;

const NAMES: Readonly<Record<Authentication, string>> = {
	app: 'App',
	person: 'Person (OAuth2)',
	storeApp: 'Store App',
	accessToken: 'Access Token',
};

const ALL: readonly Authentication[] = ['app', 'person', 'storeApp', 'accessToken'];

/** The node's `credentials`: the one that Authentication asks for. */
export function credentialsFor(choices: readonly Authentication[] = ALL): INodeCredentialDescription[] {
	return choices.map((one) => ({
		name: CREDENTIALS[one],
		required: true,
		// The editor shows no choice of credentials for any other condition.
		displayOptions: { show: { authentication: [one] } },
	}));
}

/** At the top of the panel: as whom the node acts, and for a store app in which organization. */
export const authenticationFields = (): INodeProperties[] => [authenticationField(ALL), TENANT_KEY];

/** As whom the node acts. */
export function authenticationField(choices: readonly Authentication[] = ALL): INodeProperties {
	return {
		displayName: AUTHENTICATION,
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: choices.map((value) => ({ name: NAMES[value], value })),
		default: 'app',
		description: 'As whom to act',
	};
}

const TENANT_KEY: INodeProperties = {
	displayName: 'Tenant Key',
	name: 'tenantKey',
	type: 'string',
	default: '={{ $json.tenant_key }}',
	description: 'The organization to work for. Where it is empty, that of the credential.',
	displayOptions: { show: { authentication: ['storeApp'] } },
};

/**
 * Says as soon as an operation is chosen that it takes one identity only, where the node has the other.
 * @param identity who may carry it out
 */
export function noticesFor(identity: 'app' | 'user' | 'either' | undefined): INodeProperties[] {
	if (identity === 'app') return [ONLY_APP];
	return identity === 'user' ? [ONLY_PERSON] : [];
}

const ONLY_APP: INodeProperties = {
	displayName: 'Only an app can do this: choose a credential of the kind Feishu API',
	name: 'onlyApp',
	type: 'notice',
	default: '',
	displayOptions: { show: { authentication: ['person'] } },
};

const ONLY_PERSON: INodeProperties = {
	displayName: 'Only a person can do this: choose a credential of the kind Feishu OAuth2 API',
	name: 'onlyPerson',
	type: 'notice',
	default: '',
	displayOptions: { show: { authentication: ['app', 'storeApp'] } },
};
