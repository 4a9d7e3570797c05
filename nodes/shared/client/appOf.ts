import { readApp, type App } from '../../../feishu/api/app';
import { InputError } from '../../../feishu/input';
import { APP_CREDENTIAL } from './appSession';
import type { ClientContext } from './context';
import { readCredential } from './credential';
import { AUTHENTICATION, CHOOSE_APP } from './mayAct';
import { PERSON_CREDENTIAL } from './personSession';
import { authenticationOf } from './sessions';
import { STORE_APP_CREDENTIAL } from './storeAppSession';

/**
 * The app of the node's credential, read anew each time: a credential may be corrected while a trigger listens.
 * @param itemIndex for which the credential's expressions are resolved
 * @throws InputError for a token alone, which does not say whose it is
 */
export async function appOf(context: ClientContext, itemIndex?: number): Promise<App> {
	const authentication = authenticationOf(context);
	if (authentication === 'accessToken') {
		throw new InputError(
			AUTHENTICATION,
			'An access token alone does not say which app it belongs to, and this needs to know the app',
			CHOOSE_APP,
		);
	}
	if (authentication === 'app') return readApp((await readCredential(context, APP_CREDENTIAL, itemIndex)).data);
	if (authentication === 'storeApp') {
		const { data } = await readCredential(context, STORE_APP_CREDENTIAL, itemIndex);
		return { ...readApp(data), ofStore: data };
	}
	const { data } = await readCredential(context, PERSON_CREDENTIAL, itemIndex);
	return readApp({ ...data, appId: data.clientId, appSecret: data.clientSecret });
}
