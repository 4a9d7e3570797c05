import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { issuedFor, readApp } from '../../../feishu/api/app';
import { InputError, pasted } from '../../../feishu/input';
import type { CallerIdentity } from './callerIdentity';
import type { ClientContext } from './context';
import type { Sender } from './pacing';
import { RefreshedSession } from './refreshedSession';

/** The name of the credential of an app of the app directory. */
export const STORE_APP_CREDENTIAL = 'feishuStoreAppApi';

type Data = ICredentialDataDecryptedObject;

/** The token of each tenant in this process, by app and tenant: the credential itself keeps only the last one. */
const tenantTokens = new Map<string, Data>();

const keyOf = (data: Data, tenant: string) => JSON.stringify([issuedFor(readApp(data)), data.baseUrl ?? '', tenant]);

/** A tenant has removed the app, or its token was refused: nothing of it is kept. */
export function forgetTenant(data: Data, tenant: string): void {
	tenantTokens.delete(keyOf(data, tenant));
}

/** An app that serves many tenants, in the name of one of them. */
export class StoreAppSession extends RefreshedSession {
	readonly authentication = 'storeApp';

	protected readonly type = STORE_APP_CREDENTIAL;

	protected readonly tokenFields = [
		'tokenWhileGood',
		'accessToken',
		'heldTenant',
		'usableUntil',
		'appAccessToken',
		'appUsableUntil',
		'issuedFor',
		'ticketToken',
	];

	/** @param chosen the key of the tenant; empty for that of the credential */
	constructor(
		context: ClientContext,
		private readonly chosen: string,
	) {
		super(context);
	}

	protected get purpose(): string {
		return this.chosen;
	}

	override async sender(): Promise<Sender> {
		return { ...(await super.sender()), tenant: this.tenantOf(await this.read()) };
	}

	protected isGood(data: Data, identity: CallerIdentity): boolean {
		const app = readApp(data);
		if (data.issuedFor !== issuedFor(app)) return false;
		if (identity === 'app') return Boolean(data.appAccessToken) && Number(data.appUsableUntil) > Date.now();
		const tenant = this.tenantOf(data);
		if (data.heldTenant !== tenant) Object.assign(data, tenantTokens.get(keyOf(data, tenant)));
		return data.heldTenant === tenant && Boolean(data.accessToken) && Number(data.usableUntil) > Date.now();
	}

	/** With the newest ticket, which may have come while the workflow was running. */
	protected async asked(held: Data, refused: string | undefined): Promise<Data> {
		const tenant = this.tenantOf(held);
		forgetTenant(held, tenant);
		const { ticketToken = '' } = await this.read();
		return { ticketToken, wantedTenant: tenant, refusedToken: refused ?? '' };
	}

	protected override take(held: Data, tokens: Data): void {
		super.take(held, tokens);
		const { accessToken = '', heldTenant = '', usableUntil = 0 } = held;
		if (accessToken === '') return;
		for (const [key, kept] of tenantTokens) if (Number(kept.usableUntil) <= Date.now()) tenantTokens.delete(key);
		tenantTokens.set(keyOf(held, String(heldTenant)), { accessToken, heldTenant, usableUntil });
	}

	private tenantOf(data: Data): string {
		const tenant = this.chosen || pasted(data.tenantKey);
		if (tenant !== '') return tenant;
		throw new InputError(
			'Tenant Key',
			"The field 'Tenant Key' is empty, and so is that of the credential",
			'Enter the key of the organization to work for, such as {{ $json.tenant_key }} of the event that started the workflow',
		);
	}
}
