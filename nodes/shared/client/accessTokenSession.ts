import { createHash } from 'node:crypto';

import { readAccessToken, type AccessToken, type TokenKind } from '../../../feishu/api/accessToken';
import { originOf, type Host } from '../../../feishu/api/regions';
import type { CallerIdentity, Session, Signature } from './callerIdentity';
import type { ClientContext } from './context';
import { readCredential, type Credential } from './credential';
import type { Sender } from './pacing';

/** The name of the credential of a token from elsewhere. */
export const ACCESS_TOKEN_CREDENTIAL = 'feishuAccessTokenApi';

/** A token that somebody brought along. */
export class AccessTokenSession implements Session {
	readonly authentication = 'accessToken';

	readonly renewable = false;

	private loading: Promise<Credential> | undefined;

	constructor(private readonly context: ClientContext) {}

	async tokenKinds(): Promise<readonly TokenKind[]> {
		return [(await this.token()).kind];
	}

	async origin(host: Host = 'open'): Promise<string> {
		return originOf(host, await this.token());
	}

	/** Which app it belongs to is not known, so its limits are those of the token. */
	async sender(): Promise<Sender> {
		const token = await this.token();
		return { origin: originOf('open', token), appId: createHash('sha256').update(token.token).digest('hex') };
	}

	async consoleUrl(): Promise<undefined> {
		return undefined;
	}

	async use<T>(
		_refused: string | undefined,
		_identity: CallerIdentity,
		send: (signature: Signature) => Promise<T>,
	): Promise<{ result: T; token: string }> {
		const { token } = await this.token();
		const credentialsDecrypted = await this.load();
		return { result: await send({ type: ACCESS_TOKEN_CREDENTIAL, options: { credentialsDecrypted } }), token };
	}

	private async token(): Promise<AccessToken> {
		return readAccessToken((await this.load()).data);
	}

	private async load(): Promise<Credential> {
		this.loading ??= readCredential(this.context, ACCESS_TOKEN_CREDENTIAL);
		return await this.loading;
	}
}
