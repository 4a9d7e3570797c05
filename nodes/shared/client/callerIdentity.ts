import type { IAdditionalCredentialOptions } from 'n8n-workflow';

import type { TokenKind } from '../../../feishu/api/accessToken';
import type { Host } from '../../../feishu/api/regions';
import type { Sender } from './pacing';

/** In whose name an app makes a call: of the organization that uses it, or of the app itself. */
export type CallerIdentity = 'tenant' | 'app';

/** As whom a node acts: what Authentication holds. Saved workflows hold it. */
export type Authentication = 'app' | 'person' | 'storeApp' | 'accessToken';

/** How n8n is to sign a request. */
export interface Signature {
	/** The name of the credential. */
	type: string;
	options: IAdditionalCredentialOptions;
}

/** A node as the platform knows it: a credential with its tokens, for one execution. */
export interface Session {
	readonly authentication: Authentication;
	/** False where nothing can renew the token. */
	readonly renewable: boolean;
	/** Whose tokens it has. @throws what reading the credential throws */
	tokenKinds(): Promise<readonly TokenKind[]>;
	/** The origin of the platform, or of another of its hosts. @throws InputError about the Base URL */
	origin(host?: Host): Promise<string>;
	/** Whose limits a request counts against. @throws InputError about the Base URL */
	sender(): Promise<Sender>;
	/** The developer console's page of the app; undefined where the app is not known. @throws InputError about the Base URL */
	consoleUrl(): Promise<string | undefined>;
	/** What the person who signed in has granted; undefined where that is not known, or nobody has. */
	grantedScopes?(): Promise<readonly string[] | undefined>;
	/**
	 * Sends a request with a token that is good, or with a new one.
	 * @param refused the token that the platform has just refused
	 * @param send hands the credential to n8n, which signs the request with it
	 * @returns what `send` gave, and the token that was used
	 */
	use<T>(
		refused: string | undefined,
		identity: CallerIdentity,
		send: (signature: Signature) => Promise<T>,
	): Promise<{ result: T; token: string }>;
}
