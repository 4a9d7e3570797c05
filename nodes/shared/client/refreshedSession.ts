import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { TokenKind } from '../../../feishu/api/accessToken';
import { filled, readApp, type App } from '../../../feishu/api/app';
import { appConsoleUrl, originOf, type Host } from '../../../feishu/api/regions';
import type { Authentication, CallerIdentity, Session, Signature } from './callerIdentity';
import type { ClientContext } from './context';
import { credentialWith, readCredential } from './credential';
import type { Sender } from './pacing';

type Data = ICredentialDataDecryptedObject;

/** Stands in `tokenWhileGood` for one request whose token is known to be good. */
const GOOD = 'good';

/** Refreshes under way in this process, by credential: whoever else needs one waits for it. */
const refreshes = new Map<string, Promise<Data>>();

/**
 * The credential of an app, whose tokens n8n's `preAuthentication` gets, as one execution of a node sees it. It is read
 * once; n8n stores what a refresh brings.
 */
export abstract class RefreshedSession implements Session {
	abstract readonly authentication: Authentication;

	readonly renewable = true;

	/** The name of the credential. */
	protected abstract readonly type: string;

	/** The fields of the credential that a refresh changes. */
	protected abstract readonly tokenFields: readonly string[];

	private loading: Promise<Data> | undefined;

	constructor(private readonly context: ClientContext) {}

	/** Whether the held tokens may be used. */
	protected abstract isGood(held: Data, identity: CallerIdentity): boolean;

	/** What one refresh serves, beside the credential itself. */
	protected abstract readonly purpose: string;

	/** What the credential is told besides for a refresh. */
	protected abstract asked(held: Data, refused: string | undefined): Promise<Data>;

	async tokenKinds(): Promise<readonly TokenKind[]> {
		return ['tenant', 'app'];
	}

	async origin(host: Host = 'open'): Promise<string> {
		return originOf(host, filled(await this.app()));
	}

	async sender(): Promise<Sender> {
		const app = await this.app();
		return { origin: originOf('open', app), appId: app.appId };
	}

	async consoleUrl(): Promise<string> {
		const app = await this.app();
		return appConsoleUrl(app, app.appId);
	}

	/**
	 * The first that needs a new token gets it together with its own request; the others wait for that.
	 * @param send hands the credential to n8n, which fetches a token when `tokenWhileGood` is empty
	 */
	async use<T>(
		refused: string | undefined,
		identity: CallerIdentity,
		send: (signature: Signature) => Promise<T>,
	): Promise<{ result: T; token: string }> {
		const held = await this.load();
		if (!(await this.needsRefresh(held, identity, refused))) return await this.sendWith(held, identity, send);
		const key = this.key(held);
		const underWay = refreshes.get(key);
		if (underWay) {
			this.take(held, await underWay);
			return await this.sendWith(held, identity, send);
		}
		return await this.refreshAndSend(key, held, identity, refused, send);
	}

	/** The app that the credential names. */
	protected async app(): Promise<App> {
		return readApp(await this.load());
	}

	/** The credential as it is stored now. */
	protected async read(): Promise<Data> {
		return (await readCredential(this.context, this.type)).data;
	}

	/** Takes over new tokens. */
	protected take(held: Data, tokens: Data): void {
		Object.assign(held, tokens);
	}

	private async refreshAndSend<T>(
		key: string,
		held: Data,
		identity: CallerIdentity,
		refused: string | undefined,
		send: (signature: Signature) => Promise<T>,
	) {
		const asking = this.asked(held, refused).then(
			(asked): Data => ({
				...held,
				...asked,
				tokenWhileGood: '',
				useAppToken: identity === 'app',
			}),
		);
		const sent = asking.then(async (data) => await send(this.signature(data)));
		const refresh = sent.then(
			async () => this.tokensIn(await asking),
			async (error: unknown) => {
				const data = await asking;
				if (data.tokenWhileGood === '') throw error;
				return this.tokensIn(data);
			},
		);
		refreshes.set(key, refresh);
		try {
			this.take(held, await refresh);
		} finally {
			refreshes.delete(key);
		}
		return { result: await sent, token: String(held.accessToken) };
	}

	private async sendWith<T>(held: Data, identity: CallerIdentity, send: (signature: Signature) => Promise<T>) {
		const token = String(held.accessToken);
		// n8n has the credential renew what is empty, as it is in a credential that keeps the token of another tenant.
		const data = { ...held, tokenWhileGood: GOOD, useAppToken: identity === 'app' };
		return { result: await send(this.signature(data)), token };
	}

	/** A refused token may have been replaced meanwhile, by another item, another execution or another worker. */
	private async needsRefresh(held: Data, identity: CallerIdentity, refused: string | undefined): Promise<boolean> {
		if (!this.isGood(held, identity)) return true;
		if (refused === undefined || held.accessToken !== refused) return false;
		if (refreshes.has(this.key(held))) return true;
		const stored = await this.read();
		if (held.accessToken !== refused) return false;
		if (!this.isGood(stored, identity) || stored.accessToken === refused) return true;
		this.take(held, this.tokensIn(stored));
		return false;
	}

	private async load(): Promise<Data> {
		this.loading ??= this.read();
		return await this.loading;
	}

	private signature(data: Data): Signature {
		return { type: this.type, options: { credentialsDecrypted: credentialWith(this.context, this.type, data) } };
	}

	private key(data: Data): string {
		const id = this.context.getNode().credentials?.[this.type]?.id ?? readApp(data).appId;
		return JSON.stringify([this.type, id, this.purpose]);
	}

	private tokensIn(data: Data): Data {
		return Object.fromEntries(this.tokenFields.map((name) => [name, data[name] ?? '']));
	}
}
