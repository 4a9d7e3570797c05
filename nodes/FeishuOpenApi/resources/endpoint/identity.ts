import type { TokenKind } from '../../../../feishu/api/accessToken';
import type { Endpoint } from '../../../../feishu/catalog';
import type { CallerIdentity } from '../../../shared/client/callerIdentity';
import { assertMayAct } from '../../../shared/client/mayAct';

/** The catalog may be behind the platform: whoever knows better may call all the same. */
const INSISTING = '. If the documentation says that it takes an app, set the option Identity to Tenant';

/**
 * With whose token to call, for an app: the one that was chosen, else the tenant's, else the app's. Whoever has only a
 * person's calls with that.
 * @param has whose tokens there are
 * @throws InputError when the endpoint takes none of them and none was chosen
 */
export function identityFor(
	{ id, tokens }: Endpoint,
	chosen: CallerIdentity | undefined,
	has: readonly TokenKind[],
): CallerIdentity {
	if (chosen) return chosen;
	if (!tokens || tokens.length === 0) return 'tenant';
	const takesApps = tokens.some((kind) => kind !== 'user');
	if (!takesApps) assertMayAct('user', has, id, INSISTING);
	else if (!tokens.includes('user')) assertMayAct('app', has, id);
	return tokens.includes('tenant') ? 'tenant' : 'app';
}
