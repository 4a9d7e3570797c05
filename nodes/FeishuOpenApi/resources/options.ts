import type { INodeProperties } from 'n8n-workflow';

/** Options that every way to call an endpoint has. */

/** Read with `param.optionalText('options.identity')`. */
export function identityOption(description: string): INodeProperties {
	return {
		displayName: 'Identity',
		name: 'identity',
		type: 'options',
		options: [
			{ name: 'App', value: 'app', description: 'With the app access token, which a few endpoints want' },
			{
				name: 'Tenant',
				value: 'tenant',
				description: 'With the tenant access token, which nearly every endpoint takes',
			},
		],
		default: 'tenant',
		description,
	};
}

/** Read with `param.optionalText('options.pageSize')`. */
export function pageSizeOption(description: string): INodeProperties {
	return {
		displayName: 'Page Size',
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description,
	};
}

/** Read with `param.flag('options.idempotent')`. */
export function idempotentOption(): INodeProperties {
	return {
		displayName: 'Safe to Repeat',
		name: 'idempotent',
		type: 'boolean',
		default: false,
		description:
			'Whether the request may be sent again when its answer was lost. Reads always may, and what carries a uuid or client_token.',
	};
}
