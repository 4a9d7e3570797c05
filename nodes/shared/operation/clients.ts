import type { IExecuteFunctions } from 'n8n-workflow';

import type { Authentication } from '../client/callerIdentity';
import { FeishuClient, type ClientOptions } from '../client/client';
import { authenticationOf, sessionOf } from '../client/sessions';

/** The platform for each item of a run: one client for all, or for a store app one for each tenant that the items name. */
export class Clients {
	readonly authentication: Authentication;

	private readonly byTenant = new Map<string, FeishuClient>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly options: ClientOptions,
	) {
		this.authentication = authenticationOf(context);
	}

	/** The tenant that an item names; empty where the credential does. */
	tenantOf(itemIndex: number): string {
		if (this.authentication !== 'storeApp') return '';
		const key = this.context.getNodeParameter('tenantKey', itemIndex, '') as unknown;
		return typeof key === 'string' || typeof key === 'number' ? String(key).trim() : '';
	}

	/** For an item by its tenant. */
	for(tenant: string): FeishuClient {
		const known = this.byTenant.get(tenant);
		if (known) return known;
		const client = new FeishuClient(this.context, this.options, sessionOf(this.context, tenant));
		this.byTenant.set(tenant, client);
		return client;
	}

	ofItem(itemIndex: number): FeishuClient {
		return this.for(this.tenantOf(itemIndex));
	}
}
