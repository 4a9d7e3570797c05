import type { Endpoint } from '../../../../feishu/catalog';
import { InputError } from '../../../../feishu/input';
import type { Identity } from '../../../shared/client/identity';
import type { Params } from '../../../shared/operation/params';

/**
 * With whose token to call: the one that was chosen, else the tenant's, else the app's.
 * @throws InputError when the endpoint takes neither and none was chosen
 */
export function identityFor({ id, tokens }: Endpoint, param: Params): Identity {
	const chosen = param.optionalText('options.identity');
	if (chosen === 'tenant' || chosen === 'app') return chosen;
	if (!tokens || tokens.includes('tenant')) return 'tenant';
	if (tokens.includes('app')) return 'app';
	throw new InputError(
		param.label('endpoint'),
		`${id} takes a user's identity only, which the app's credential can't give`,
		"Choose an endpoint that takes the tenant's identity. If the documentation of this one says that it does, set the option Identity to Tenant to call it all the same",
	);
}
