import { readApp, type App } from '../../../feishu/api/app';
import { APP_CREDENTIAL } from './appSession';
import type { ClientContext } from './context';
import { readCredential } from './credential';

/**
 * The app of the node's credential, read anew each time: a credential may be corrected while a trigger listens.
 * @param itemIndex for which the credential's expressions are resolved
 */
export async function appOf(context: ClientContext, itemIndex?: number): Promise<App> {
	const { data } = await readCredential(context, APP_CREDENTIAL, itemIndex);
	return readApp(data);
}
