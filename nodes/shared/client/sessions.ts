import { AppSession } from './appSession';
import type { ClientContext } from './context';
import type { Session } from './callerIdentity';

/**
 * The session of the credential that the node holds. Each kind of credential has a file of its own beside
 * `appSession.ts`; here, and nowhere else, is decided which one a node uses.
 */
export function sessionOf(context: ClientContext): Session {
	return new AppSession(context);
}
