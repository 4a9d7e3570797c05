import { type MissingScope, missingScopes, scopesToAdd } from '../../feishu/api/missingScopes';
import type { OperationNeeds } from '../../feishu/api/scopeNeeds';
import { SCOPE_USES, type ScopeUse, type UserScopes } from '../../feishu/api/scopeSets';

/** Where the scopes stand that the credential of a person asks for. */
export const USER_SCOPES_FILE = 'catalog/userScopes.json';

/** As that file holds it. */
export function userScopesJson(operations: readonly OperationNeeds[]): string {
	const scopes = Object.fromEntries(SCOPE_USES.map((use) => [use.value, userScopes(use, operations)]));
	return `${JSON.stringify(scopes, null, '\t')}\n`;
}

function userScopes({ nodes, beside = [] }: ScopeUse, operations: readonly OperationNeeds[]): UserScopes {
	const asked = operations.filter(({ node }) => nodes.includes(node)).map((row) => ({ ...row, as: 'user' as const }));
	const scopes = (missing: readonly MissingScope[]) => [...new Set([...scopesToAdd(missing).user, ...beside])].sort();
	const all = missingScopes(asked, { granted: {} });
	return {
		all: scopes(all),
		coarse: scopes(missingScopes(asked, { granted: {}, coarse: true })),
		always: scopes(all.filter(({ always }) => always)),
	};
}
