import { createHash } from 'node:crypto';

import { InputError, pasted } from '../input';
import type { JsonObject } from '../json';
import type { Region, RegionChoice } from './regions';

/** An app of the platform, as a credential names it. What a credential does not have is empty. */
export interface App extends RegionChoice {
	appId: string;
	appSecret: string;
	/** With it posts of events are decrypted and their signatures are checked. */
	encryptKey: string;
	/** With it posts of events are recognized where there is no Encrypt Key. */
	verificationToken: string;
}

/** Where a credential keeps each of them. */
export const APP_FIELDS = {
	appId: 'appId',
	appSecret: 'appSecret',
	region: 'region',
	baseUrl: 'baseUrl',
	encryptKey: 'encryptSecretKey',
	verificationToken: 'verificationToken',
} as const satisfies Record<keyof App, string>;

/**
 * Reads the fields of a credential. Everything that needs to know an app reads it here, so that what was copied with a
 * blank or a line break works for all of it or for nothing.
 */
export function readApp(credential: JsonObject): App {
	const field = (name: keyof App) => pasted(credential[APP_FIELDS[name]]);
	return {
		appId: field('appId'),
		appSecret: field('appSecret'),
		region: (field('region') || 'feishu') as Region,
		baseUrl: field('baseUrl'),
		encryptKey: field('encryptKey'),
		verificationToken: field('verificationToken'),
	};
}

/** What no token is to be had without, as the panel calls it. */
const NEEDED = { appId: 'App ID', appSecret: 'App Secret' } as const;

/** @throws InputError where the credential has no App ID or no App Secret: the platform would speak of a wrong one */
export function filled(app: App): App {
	for (const [name, field] of Object.entries(NEEDED) as Array<[keyof typeof NEEDED, string]>)
		if (app[name] === '')
			throw new InputError(
				field,
				`The '${field}' of the credential is empty`,
				'Copy it from Credentials & Basic Info in the developer console',
			);
	return app;
}

/** For which App ID and App Secret tokens were given out, without telling the secret. `TOKEN_WHILE_GOOD` writes it as well. */
export function issuedFor({ appId, appSecret }: Pick<App, 'appId' | 'appSecret'>): string {
	return `${appId} ${createHash('sha256').update(appSecret, 'utf8').digest('hex')}`;
}
