import { AccessTokenSession } from './accessTokenSession';
import { AppSession } from './appSession';
import type { Authentication, Session } from './callerIdentity';
import type { ClientContext } from './context';
import { PersonSession } from './personSession';
import { StoreAppSession } from './storeAppSession';

/** Makes the session of each choice. */
const SESSIONS: Readonly<Record<Exclude<Authentication, 'storeApp'>, (context: ClientContext) => Session>> = {
	app: (context) => new AppSession(context),
	person: (context) => new PersonSession(context),
	accessToken: (context) => new AccessTokenSession(context),
};

/**
 * The session of the credential that the node holds. Each kind of credential has a file of its own beside
 * `appSession.ts`; here, and nowhere else, is decided which one a node uses.
 * @param tenant of a store app: the organization's key; empty for that of the credential
 */
export function sessionOf(context: ClientContext, tenant = ''): Session {
	const authentication = authenticationOf(context);
	return authentication === 'storeApp' ? new StoreAppSession(context, tenant) : SESSIONS[authentication](context);
}

/** As whom the node acts; the choice takes no expression. A node without it acts as an app. */
export function authenticationOf(context: Pick<ClientContext, 'getNode'>): Authentication {
	const chosen = context.getNode().parameters?.authentication;
	return typeof chosen === 'string' && (chosen === 'storeApp' || chosen in SESSIONS)
		? (chosen as Authentication)
		: 'app';
}
