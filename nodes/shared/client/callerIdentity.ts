import type { ICredentialsDecrypted } from 'n8n-workflow';

import type { Host } from '../../../feishu/api/regions';
import type { Sender } from './pacing';

/** In whose name an app makes a call: of the organization that uses it, or of the app itself. */
export type CallerIdentity = 'tenant' | 'app';

/** A node as the platform knows it: a credential with its tokens, for one execution. */
export interface Session {
	/** The origin of the platform, or of another of its hosts. @throws InputError about the Base URL */
	origin(host?: Host): Promise<string>;
	/** Whose limits a request counts against. @throws InputError about the Base URL */
	sender(): Promise<Sender>;
	/** The developer console's page of the app. @throws InputError about the Base URL */
	consoleUrl(): Promise<string>;
	/**
	 * Sends a request with a token that is good, or with a new one.
	 * @param refused the token that the platform has just refused
	 * @param send hands the credential to n8n, which signs the request with it
	 * @returns what `send` gave, and the token that was used
	 */
	use<T>(
		refused: string | undefined,
		identity: CallerIdentity,
		send: (credential: ICredentialsDecrypted) => Promise<T>,
	): Promise<{ result: T; token: string }>;
}
