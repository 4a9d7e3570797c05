import { hasScope } from '../platform/scopes';
import type { App } from '../state/apps';
import type { Settings } from '../state/settings';
import { ALWAYS_GRANTED, isCoarse, knownScopes } from './knownScopes';

/** As many may be asked for at a time. */
const MOST = 50;

/** Those for people, which many consoles do not offer. */
const OF_APPROVALS = /^approval:(approval|instance|task):(read|write)$/;

/** Names apart by blanks, which may be several. */
export const scopesIn = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter((name) => name !== '');

const hasTwice = (scopes: readonly string[]) => new Set(scopes).size < scopes.length;

/** Why an app may not ask people for these. Source: https://open.feishu.cn/document/common-capabilities/sso/api/obtain-oauth-code */
export function refusedScopes(
	app: App,
	{ region, approvalUserScopes }: Settings,
	asked: readonly string[],
): { code: number; words: string } | undefined {
	const isKnown = (scope: string) => knownScopes().get(scope)?.has('user') && (region !== 'private' || isCoarse(scope));
	const unknown = asked.filter((scope) => !isKnown(scope));
	const isAbsent = (scope: string) => approvalUserScopes === 'absent' && OF_APPROVALS.test(scope);
	const off = asked.filter(
		(scope) => scope !== ALWAYS_GRANTED && (isAbsent(scope) || !hasScope({ scopes: app.user_scopes }, [scope])),
	);
	if (asked.length > MOST) return { code: 20001, words: `At most ${MOST} scopes may be asked for at a time` };
	if (hasTwice(asked)) return { code: 20067, words: 'The scope list contains duplicate scopes' };
	if (unknown.length > 0) return { code: 20043, words: `Invalid scope: ${unknown.join(' ')}` };
	if (off.length > 0) return { code: 20027, words: `The app has not applied for these scopes: ${off.join(' ')}` };
	return undefined;
}

/** The part of what was granted that a token is to have: all of it, or what the request names. */
export function narrowed(
	granted: readonly string[],
	wanted: string | undefined,
	permitted: readonly string[] = granted,
): { scopes: readonly string[] } | { code: 20067 | 20068 } {
	const scopes = scopesIn(wanted);
	if (scopes.length === 0) return { scopes: granted };
	if (hasTwice(scopes)) return { code: 20067 };
	if (scopes.some((scope) => !permitted.includes(scope))) return { code: 20068 };
	return { scopes };
}
