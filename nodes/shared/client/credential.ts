import type { ICredentialDataDecryptedObject, ICredentialsDecrypted } from 'n8n-workflow';

import type { ClientContext } from './context';

/** A credential with its data. */
export type Credential = ICredentialsDecrypted & { data: ICredentialDataDecryptedObject };

/**
 * Reads a credential of the node, as it is stored at this moment. Nothing else asks n8n for one: what it says is read by
 * a session (`sessions.ts`), by `appOf`, or by the client of the custom bot.
 * @param itemIndex for which its expressions are resolved
 */
export async function readCredential(context: ClientContext, type: string, itemIndex?: number): Promise<Credential> {
	const data = await context.getCredentials(type, itemIndex);
	return credentialWith(context, type, { ...data });
}

/** The node's credential with other data, to be handed to n8n. */
export function credentialWith(context: ClientContext, type: string, data: ICredentialDataDecryptedObject): Credential {
	const reference = context.getNode().credentials?.[type];
	return { id: reference?.id ?? '', name: reference?.name ?? '', type, data };
}
