import { PlatformError } from '../platform/envelope';
import { hasScope, USER_ID_SCOPES } from '../platform/scopes';
import type { Operator } from '../state/operator';

type Kind = 'action_scope_required' | 'field_scope_required';

/** The app lacks a scope; says which ones would do and where to ask for them, as the gateway spells it. */
function appLacks({ app }: Operator, scopes: readonly string[], type: Kind): PlatformError {
	const url = `https://open.feishu.cn/app/${app.app_id}/auth?q=${scopes.join(',')}&op_from=openapi&token_type=tenant`;
	return new PlatformError(
		99991672,
		`Access denied. One of the following scopes is required: [${scopes.join(', ')}]. Apply for the scopes: ${url}`,
		{
			error: {
				permission_violations: scopes.map((subject) => ({ type, subject })),
				helps: [{ url, description: 'Click the link to apply for permissions that are required to call this API' }],
			},
		},
	);
}

/**
 * The person has not granted a scope.
 * Source: https://open.feishu.cn/document/authentication-management/access-token/obtain-oauth-code
 */
const personLacks = (scopes: readonly string[]) =>
	new PlatformError(
		99991679,
		'Unauthorized. You do not have permission to perform the requested operation on the resource. Please request user ' +
			`re-authorization and try again. required one of these privileges: [${scopes.join(', ')}]`,
		{ error: { permission_violations: scopes.map((subject) => ({ type: 'action_privilege_required', subject })) } },
	);

/** Throws 99991672 for an app and 99991679 for a person without any of the scopes; no scopes ask for none. */
export function requireScope(by: Operator, scopes: readonly string[], kind: Kind = 'action_scope_required'): void {
	if (scopes.length === 0 || hasScope(by, scopes)) return;
	throw by.user ? personLacks(scopes) : appLacks(by, scopes, kind);
}

const ID_TYPES = ['user_id_type', 'receive_id_type', 'member_id_type'];

/** Naming people by their user_id, or wanting it in the answer, takes a scope of its own. */
export function requireUserId(by: Operator, query: Record<string, unknown>): void {
	if (ID_TYPES.some((name) => query[name] === 'user_id')) requireScope(by, USER_ID_SCOPES, 'field_scope_required');
}
