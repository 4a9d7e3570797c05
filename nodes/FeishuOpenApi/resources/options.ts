import { choiceField, flagField, numberField } from '../../shared/fields/plain';

/** Options that every way to call an endpoint has. */

/** With whose token the request is made. */
export function identityOption(description: string) {
	return choiceField({
		displayName: 'Identity',
		name: 'identity',
		options: [
			{
				name: 'Tenant',
				value: 'tenant',
				description: 'With the tenant access token, which nearly every endpoint takes',
			},
			{ name: 'App', value: 'app', description: 'With the app access token, which a few endpoints want' },
		],
		default: 'tenant',
		description,
	});
}

export function pageSizeOption(description: string) {
	return numberField({
		displayName: 'Page Size',
		name: 'pageSize',
		typeOptions: { minValue: 1 },
		default: 50,
		description,
	});
}

export const idempotentOption = flagField({
	displayName: 'Safe to Repeat',
	name: 'idempotent',
	default: false,
	description:
		'Whether the request may be sent again when its answer was lost. Reads always may, and what carries a uuid or client_token.',
});
