import { missingScopes, scopesToAdd } from '../../feishu/api/missingScopes';
import type { OperationNeeds, ScopeNeed } from '../../feishu/api/scopeNeeds';
import { SCOPE_USES, type ScopeUse, type UserScopes } from '../../feishu/api/scopeSets';

/** Where the scopes stand that the credential of a person asks for. */
export const USER_SCOPES_FILE = 'catalog/userScopes.json';

/** As that file holds it. */
export function userScopesJson(operations: readonly OperationNeeds[]): string {
	const of = (use: ScopeUse) => ({ fine: userScopes(use, operations), coarse: userScopes(use, operations, true) });
	return `${JSON.stringify(Object.fromEntries(SCOPE_USES.map((use) => [use.value, of(use)])), null, '\t')}\n`;
}

/** @param operations of all nodes */
export function userScopes(
	{ nodes, beside = [] }: ScopeUse,
	operations: readonly OperationNeeds[],
	coarse = false,
): UserScopes {
	const asked = operations
		.filter(({ node }) => nodes.includes(node))
		.map((row) => ({ ...row, needs: ofPerson(row), as: 'user' as const }));
	const missing = missingScopes(asked, { granted: {}, coarse });
	const scopes = (isAlways: boolean) => scopesToAdd(missing.filter(({ always }) => always === isAlways)).user;
	return { always: [...scopes(true)].sort(), sometimes: [...new Set([...scopes(false), ...beside])].sort() };
}

/** Where an app is served by another endpoint, what a person always needs stands first among what some choices need. */
function ofPerson({ needs }: OperationNeeds): readonly ScopeNeed[] {
	if (needs.some(({ of, sometimes }) => of !== 'tenant' && !sometimes)) return needs;
	const own = needs.find(({ of }) => of === 'user');
	return needs.map((need) => (need === own ? { ...need, sometimes: undefined } : need));
}
