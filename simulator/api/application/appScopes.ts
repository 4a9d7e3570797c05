import { hasScopes } from '../../accounts/console';
import { type Holder, isCoarse, knownScopes } from '../../accounts/knownScopes';
import { defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import type { App } from '../../state/apps';
import type { Settings } from '../../state/settings';

/** The same version may ask the administrator so often. */
const MOST_APPLICATIONS = 10;

/** All that the platform has, for an app that was granted everything. */
const everyScope = (holder: Holder, { region }: Settings) =>
	[...knownScopes()]
		.filter(([scope, holders]) => holders.has(holder) && (region !== 'private' || isCoarse(scope)))
		.map(([scope]) => scope);

/** Scopes of the version that is online; those that were only added in the console are in none. */
export function scopesOf(
	app: App,
	settings: Settings,
): { scope_name: string; grant_status: 1 | 2; scope_type: Holder }[] {
	const of = (holder: Holder, granted: readonly string[] | null) => [
		...(granted ?? everyScope(holder, settings)).map((scope_name) => ({ scope_name, grant_status: 1 as const })),
		...app.waiting[holder].map((scope_name) => ({ scope_name, grant_status: 2 as const })),
	];
	const marked = (holder: Holder, granted: readonly string[] | null) =>
		of(holder, granted).map((entry) => ({ ...entry, scope_type: holder }));
	return [...marked('tenant', app.scopes), ...marked('user', app.user_scopes)];
}

/** What an app may do, for itself to read. It takes no scope. */
export const appScopeRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/scope/list */
	defineRoute({
		method: 'GET',
		path: '/open-apis/application/v6/scopes',
		tier: 3,
		handle: ({ app, platform: { store } }) => ({ data: { scopes: scopesOf(app, store.settings) } }),
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/scope/apply */
	defineRoute({
		method: 'POST',
		path: '/open-apis/application/v6/scopes/apply',
		tier: 3,
		handle({ app }) {
			if (!hasScopes(app.waiting)) throw new PlatformError(212002, 'unauthorized scopes were empty');
			if (app.applied >= MOST_APPLICATIONS) throw new PlatformError(212003, 'approval over limit');
			app.applied += 1;
			if (app.applied > 1) throw new PlatformError(212004, 'duplicate apply');
			return { data: {} };
		},
	}),
];
