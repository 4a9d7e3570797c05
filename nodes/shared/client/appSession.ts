import type { ICredentialDataDecryptedObject, ICredentialsDecrypted } from 'n8n-workflow';

import { filled, issuedFor, readApp } from '../../../feishu/api/app';
import { appConsoleUrl, originOf, type Host } from '../../../feishu/api/regions';
import type { ClientContext } from './context';
import { credentialWith, readCredential } from './credential';
import type { CallerIdentity, Session } from './callerIdentity';
import type { Sender } from './pacing';

/** The name of the credential of a self-built app. */
export const APP_CREDENTIAL = 'feishuApi';

/** The part of the credential that a refresh changes. */
type Tokens = Pick<ICredentialDataDecryptedObject, (typeof TOKEN_FIELDS)[number]>;

const TOKEN_FIELDS = ['tokenWhileGood', 'accessToken', 'appAccessToken', 'usableUntil', 'issuedFor'] as const;

/** Refreshes under way in this process, by credential: whoever else needs one waits for it. */
const refreshes = new Map<string, Promise<Tokens>>();

/**
 * The credential of an app as one execution of a node sees it. It is read once; n8n stores what a refresh brings.
 */
export class AppSession implements Session {
	private loading: Promise<ICredentialDataDecryptedObject> | undefined;

	constructor(private readonly context: ClientContext) {}

	async origin(host: Host = 'open'): Promise<string> {
		return originOf(host, filled(readApp(await this.load())));
	}

	async sender(): Promise<Sender> {
		const app = readApp(await this.load());
		return { origin: originOf('open', app), appId: app.appId };
	}

	async consoleUrl(): Promise<string> {
		const app = readApp(await this.load());
		return appConsoleUrl(app, app.appId);
	}

	/**
	 * The first that needs a new token gets it together with its own request; the others wait for that.
	 * @param send hands the credential to n8n, which fetches a token when `tokenWhileGood` is empty
	 */
	async use<T>(
		refused: string | undefined,
		identity: CallerIdentity,
		send: (credential: ICredentialsDecrypted) => Promise<T>,
	): Promise<{ result: T; token: string }> {
		const held = await this.load();
		if (!(await this.needsRefresh(held, refused))) return await this.sendWith(held, identity, send);
		const key = this.key(held);
		const underWay = refreshes.get(key);
		if (underWay) {
			Object.assign(held, await underWay);
			return await this.sendWith(held, identity, send);
		}
		return await this.refreshAndSend(key, held, identity, send);
	}

	private async refreshAndSend<T>(
		key: string,
		held: ICredentialDataDecryptedObject,
		identity: CallerIdentity,
		send: (credential: ICredentialsDecrypted) => Promise<T>,
	) {
		const credential = this.decrypted({ ...held, tokenWhileGood: '', useAppToken: identity === 'app' });
		const sent = send(credential);
		const refresh = sent.then(
			() => tokensOf(credential),
			(error: unknown) => {
				if (credential.data?.tokenWhileGood === '') throw error;
				return tokensOf(credential);
			},
		);
		refreshes.set(key, refresh);
		try {
			Object.assign(held, await refresh);
		} finally {
			refreshes.delete(key);
		}
		return { result: await sent, token: String(held.accessToken) };
	}

	private async sendWith<T>(
		held: ICredentialDataDecryptedObject,
		identity: CallerIdentity,
		send: (credential: ICredentialsDecrypted) => Promise<T>,
	) {
		const token = String(held.accessToken);
		return { result: await send(this.decrypted({ ...held, useAppToken: identity === 'app' })), token };
	}

	/** A refused token may have been replaced meanwhile, by another item, another execution or another worker. */
	private async needsRefresh(held: ICredentialDataDecryptedObject, refused: string | undefined): Promise<boolean> {
		if (!isGood(held)) return true;
		if (refused === undefined || held.accessToken !== refused) return false;
		if (refreshes.has(this.key(held))) return true;
		const stored = await this.read();
		if (held.accessToken !== refused) return false;
		if (!isGood(stored) || stored.accessToken === refused) return true;
		Object.assign(held, tokensIn(stored));
		return false;
	}

	private async load(): Promise<ICredentialDataDecryptedObject> {
		this.loading ??= this.read();
		return await this.loading;
	}

	private async read(): Promise<ICredentialDataDecryptedObject> {
		return (await readCredential(this.context, APP_CREDENTIAL)).data;
	}

	private decrypted(data: ICredentialDataDecryptedObject): ICredentialsDecrypted {
		return credentialWith(this.context, APP_CREDENTIAL, data);
	}

	private key(data: ICredentialDataDecryptedObject): string {
		return this.context.getNode().credentials?.[APP_CREDENTIAL]?.id ?? readApp(data).appId;
	}
}

function isGood(data: ICredentialDataDecryptedObject): boolean {
	return (
		Boolean(data.tokenWhileGood) &&
		Boolean(data.accessToken) &&
		Number(data.usableUntil) > Date.now() &&
		data.issuedFor === issuedFor(readApp(data))
	);
}

function tokensOf(credential: ICredentialsDecrypted): Tokens {
	return tokensIn(credential.data ?? {});
}

function tokensIn(data: ICredentialDataDecryptedObject): Tokens {
	return Object.fromEntries(TOKEN_FIELDS.map((name) => [name, data[name] ?? ''])) as Tokens;
}
