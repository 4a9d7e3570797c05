import type { IWebhookFunctions } from 'n8n-workflow';

import { filled, readApp } from '../../../feishu/api/app';
import { openApiOrigin } from '../../../feishu/api/regions';
import { credentialWith, readCredential } from './credential';
import { forgetTenant, STORE_APP_CREDENTIAL } from './storeAppSession';

/**
 * Stores the ticket of a store app with its credential, where every worker and the next start of n8n read it. What n8n
 * stores is what the credential's `preAuthentication` gives back for a request; no request is sent.
 * @throws what storing it throws
 */
export async function keepTicket(context: IWebhookFunctions, ticket: string): Promise<void> {
	const { data: stored } = await readCredential(context, STORE_APP_CREDENTIAL);
	if (stored.ticketToken === ticket) return;
	const data = { ...stored, receivedTicket: ticket, tokenWhileGood: '' };
	const url = openApiOrigin(filled(readApp(stored)));
	const request = context.helpers.httpRequestWithAuthentication.call(
		context,
		STORE_APP_CREDENTIAL,
		{ method: 'GET', url },
		{ credentialsDecrypted: credentialWith(context, STORE_APP_CREDENTIAL, data) },
	);
	// The credential signs nothing with it: once it is stored, it ends the request.
	const error: unknown = await request.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if ((data as { ticketToken?: unknown }).ticketToken !== ticket) throw error;
}

/** An organization has removed the app, or stopped it: what is kept of it in this process is forgotten. */
export async function forgetOrganization(context: IWebhookFunctions, tenant: string): Promise<void> {
	forgetTenant((await readCredential(context, STORE_APP_CREDENTIAL)).data, tenant);
}
