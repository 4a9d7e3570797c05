import { PlatformError } from './envelope';

interface Scoped {
	app_id: string;
	/** null: every scope. */
	scopes: readonly string[] | null;
}

export const hasScope = (app: Scoped, scopes: readonly string[]): boolean =>
	app.scopes === null || scopes.some((scope) => app.scopes?.includes(scope));

/** Throws 99991672 with the scopes of which one would do, as the gateway spells it. */
export function requireScope(app: Scoped, scopes: readonly string[]): void {
	if (scopes.length === 0 || hasScope(app, scopes)) return;
	const url = `https://open.feishu.cn/app/${app.app_id}/auth?q=${scopes.join(',')}&op_from=openapi&token_type=tenant`;
	throw new PlatformError(
		99991672,
		`Access denied. One of the following scopes is required: [${scopes.join(', ')}]. Apply for the scopes: ${url}`,
		{
			error: {
				permission_violations: scopes.map((subject) => ({ type: 'action_scope_required', subject })),
				helps: [{ url, description: 'Click the link to apply for permissions that are required to call this API' }],
			},
		},
	);
}
