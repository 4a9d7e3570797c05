import { createHash } from 'node:crypto';

import { InputError, pasted } from '../input';
import type { JsonObject } from '../json';
import type { Region, RegionChoice } from './regions';

/** An app of the platform, as a credential names it. What a credential does not have is empty. */
export interface App extends RegionChoice {
	appId: string;
	appSecret: string;
	/** Signed by somebody else for the app, in place of its secret; it proves for a short time who the app is. */
	clientAssertion: string;
	/** With it posts of events are decrypted and their signatures are checked. */
	encryptKey: string;
	/** With it posts of events are recognized where there is no Encrypt Key. */
	verificationToken: string;
	/** Of a store app: the whole credential, from which its tokens come (`storeApp.ts`). */
	ofStore?: JsonObject;
}

/** Where a credential keeps each of them. */
export const APP_FIELDS = {
	appId: 'appId',
	appSecret: 'appSecret',
	clientAssertion: 'assertionToken',
	region: 'region',
	baseUrl: 'baseUrl',
	accountsUrl: 'accountsUrl',
	encryptKey: 'encryptSecretKey',
	verificationToken: 'verificationToken',
} as const satisfies Record<Exclude<keyof App, 'ofStore'>, string>;

/**
 * Reads the fields of a credential. Everything that needs to know an app reads it here, so that what was copied with a
 * blank or a line break works for all of it or for nothing.
 */
export function readApp(credential: JsonObject): App {
	const field = (name: keyof typeof APP_FIELDS) => pasted(credential[APP_FIELDS[name]]);
	return {
		appId: field('appId'),
		appSecret: field('appSecret'),
		clientAssertion: credential.signInWith === 'assertion' ? field('clientAssertion') : '',
		region: (field('region') || 'feishu') as Region,
		baseUrl: field('baseUrl'),
		accountsUrl: field('accountsUrl'),
		encryptKey: field('encryptKey'),
		verificationToken: field('verificationToken'),
	};
}

/** What no token is to be had without, as the panel calls it. */
const NEEDED = { appId: 'App ID', appSecret: 'App Secret' } as const;

/** @throws InputError where the credential has no App ID or no App Secret: the platform would speak of a wrong one */
export function filled(app: App): App {
	for (const [name, field] of Object.entries(NEEDED) as Array<[keyof typeof NEEDED, string]>)
		if (app[name] === '' && (name !== 'appSecret' || app.clientAssertion === ''))
			throw new InputError(
				field,
				`The '${field}' of the credential is empty`,
				'Copy it from Credentials & Basic Info in the developer console',
			);
	return app;
}

/** For which App ID and App Secret tokens were given out, without telling the secret. `tokenWhileGood` writes it as well. */
export function issuedFor({ appId, appSecret }: Pick<App, 'appId' | 'appSecret'>): string {
	return `${appId} ${createHash('sha256').update(appSecret, 'utf8').digest('hex')}`;
}

/**
 * The expression that n8n looks at: the stored token, and empty as soon as that is no longer good. n8n resolves it
 * whenever a node asks for the credential and, finding it empty, calls preAuthentication. That renews the token ahead of
 * its end for every node, n8n's own HTTP Request included, although the platform never answers 401. A token of another
 * App ID or App Secret is not good, so that a changed credential is tried at once; where one of them is an expression,
 * its value is not known here.
 * @param besides a further condition
 */
export function tokenWhileGood(besides = 'true'): string {
	const unknown = 'String($self["appId"]).startsWith("=") || String($self["appSecret"]).startsWith("=")';
	const own =
		'$self["issuedFor"] === String($self["appId"]).trim() + " " + String($self["appSecret"]).trim().hash("sha256")';
	return `={{ $self["usableUntil"] > Date.now() && (${unknown} || ${own}) && ${besides} ? $self["accessToken"] : "" }}`;
}
