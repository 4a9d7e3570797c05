import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { TokenKind } from '../../../feishu/api/accessToken';
import {
	endedLogin,
	expiredLogin,
	failedRefresh,
	grantedBy,
	notConnected,
	readLogin,
	type Login,
} from '../../../feishu/api/login';
import { pasted } from '../../../feishu/input';
import { appConsoleUrl, originOf, type Host, type Region, type RegionChoice } from '../../../feishu/api/regions';
import type { CallerIdentity, Session, Signature } from './callerIdentity';
import type { ClientContext } from './context';
import { readCredential } from './credential';
import type { Sender } from './pacing';

/** The name of the credential of a person. */
export const PERSON_CREDENTIAL = 'feishuOAuth2Api';

type Data = ICredentialDataDecryptedObject;

/**
 * A person who signed in. n8n keeps the login, signs each request with what is stored at that moment, and renews it, one
 * caller at a time over all processes. It does so by HTTP status, which tells nothing here: the platform's code decides,
 * and what is sent again is built anew.
 */
export class PersonSession implements Session {
	readonly authentication = 'person';

	readonly renewable = true;

	private loading: Promise<Data> | undefined;

	constructor(private readonly context: ClientContext) {}

	async tokenKinds(): Promise<readonly TokenKind[]> {
		return ['user'];
	}

	async origin(host: Host = 'open'): Promise<string> {
		return originOf(host, await this.region());
	}

	async sender(): Promise<Sender> {
		const origin = originOf('open', await this.region());
		const appId = pasted((await this.load()).clientId);
		return { origin, appId, person: this.context.getNode().credentials?.[PERSON_CREDENTIAL]?.id ?? '' };
	}

	async consoleUrl(): Promise<string> {
		return appConsoleUrl(await this.region(), pasted((await this.load()).clientId));
	}

	async grantedScopes(): Promise<readonly string[] | undefined> {
		return grantedBy(await this.login());
	}

	async use<T>(
		refused: string | undefined,
		_identity: CallerIdentity,
		send: (signature: Signature) => Promise<T>,
	): Promise<{ result: T; token: string }> {
		let login = await this.login();
		// Another item, execution or worker may have renewed it meanwhile.
		if (isSpent(login, refused)) login = await this.login(true);
		if (isSpent(login, refused)) login = await this.refreshed(login);
		const signature = { type: PERSON_CREDENTIAL, options: { oauth2: { skipTokenRefresh: true } } };
		return { result: await send(signature), token: login.token };
	}

	/** @throws TokenError in words that say what to do */
	private async refreshed(spent: Login): Promise<Login> {
		const { helpers } = this.context;
		if (typeof helpers.refreshOAuth2Token !== 'function') throw endedLogin();
		try {
			await helpers.refreshOAuth2Token.call(this.context, PERSON_CREDENTIAL);
		} catch (error) {
			throw failedRefresh(error, await this.region());
		}
		const login = await this.login(true);
		if (login.token === spent.token) throw expiredLogin(login);
		return login;
	}

	private async login(anew = false): Promise<Login> {
		const login = readLogin((await this.load(anew)).oauthTokenData);
		if (!login) throw notConnected();
		return login;
	}

	private async region(): Promise<RegionChoice> {
		const { region, baseUrl, accountsUrl } = await this.load();
		return {
			region: (pasted(region) || 'feishu') as Region,
			baseUrl: pasted(baseUrl),
			accountsUrl: pasted(accountsUrl),
		};
	}

	private async load(anew = false): Promise<Data> {
		if (anew) this.loading = undefined;
		this.loading ??= readCredential(this.context, PERSON_CREDENTIAL).then(({ data }) => data);
		return await this.loading;
	}
}

/** The platform has refused it, or its time is over. */
const isSpent = ({ token, endsAt }: Login, refused: string | undefined) => token === refused || endsAt <= Date.now();
