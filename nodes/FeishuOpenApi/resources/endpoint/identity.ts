import type { Endpoint } from '../../../../feishu/catalog';
import { InputError } from '../../../../feishu/input';
import type { CallerIdentity } from '../../../shared/client/callerIdentity';

/**
 * With whose token to call: the one that was chosen, else the tenant's, else the app's.
 * @param field the panel's name of the field that names the endpoint
 * @throws InputError when the endpoint takes neither and none was chosen
 */
export function identityFor(
	{ id, tokens }: Endpoint,
	chosen: CallerIdentity | undefined,
	field: string,
): CallerIdentity {
	if (chosen) return chosen;
	if (!tokens || tokens.length === 0 || tokens.includes('tenant')) return 'tenant';
	if (tokens.includes('app')) return 'app';
	throw new InputError(
		field,
		`${id} takes a user's identity only, which the app's credential can't give`,
		"Choose an endpoint that takes the tenant's identity. If the documentation of this one says that it does, set the option Identity to Tenant to call it all the same",
	);
}
