import type { App, Grants, ScopeLists } from '../state/apps';
import type { Settings } from '../state/settings';
import { type Holder, isCoarse, knownScopes } from './knownScopes';

const HOLDERS: readonly Holder[] = ['tenant', 'user'];
/** Where an app keeps what is granted to each. */
const GRANTED = { tenant: 'scopes', user: 'user_scopes' } as const satisfies Record<Holder, keyof Grants>;

const none = (): ScopeLists => ({ tenant: [], user: [] });

/** Whether anything is in it. */
export const hasScopes = ({ tenant, user }: ScopeLists): boolean => tenant.length + user.length > 0;

/** The lists of `{"scopes": {"tenant": […], "user": […]}}`; what is not of this form is what the console calls wrong. */
function listsIn(json: unknown): ScopeLists | undefined {
	const scopes = (json as { scopes?: unknown } | null)?.scopes;
	if (typeof scopes !== 'object' || scopes === null || Array.isArray(scopes)) return undefined;
	const { tenant = [], user = [], ...others } = scopes as Record<string, unknown>;
	const isList = (list: unknown): list is string[] =>
		Array.isArray(list) && list.every((scope) => typeof scope === 'string');
	return isList(tenant) && isList(user) && Object.keys(others).length === 0 ? { tenant, user } : undefined;
}

export type Import = { added: ScopeLists } | { problem: string };

/**
 * The console's batch import: it adds what is not there, takes nothing away, and refuses all of a text with one name that is
 * unknown or not for whom it stands. Nothing holds before the next version.
 */
export function importScopes(app: App, { region }: Settings, json: unknown): Import {
	const lists = listsIn(json);
	if (!lists) return { problem: 'The text is not of the form {"scopes":{"tenant":[],"user":[]}}' };
	const isKnown = (scope: string, holder: Holder) =>
		knownScopes().get(scope)?.has(holder) && (region !== 'private' || isCoarse(scope));
	const wrong = HOLDERS.flatMap((holder) => lists[holder].filter((scope) => !isKnown(scope, holder)));
	if (wrong.length > 0) return { problem: `Unknown or not applicable: ${[...new Set(wrong)].join(', ')}` };
	const isThere = (scope: string, holder: Holder) =>
		(app[GRANTED[holder]]?.includes(scope) ?? true) ||
		app.drafted[holder].includes(scope) ||
		app.waiting[holder].includes(scope);
	const fresh = (holder: Holder) => [...new Set(lists[holder].filter((scope) => !isThere(scope, holder)))];
	const added = { tenant: fresh('tenant'), user: fresh('user') };
	for (const holder of HOLDERS) app.drafted[holder].push(...added[holder]);
	return { added };
}

/** A new version goes online; its new scopes are granted, or wait until the administrator has approved them. */
export function publishVersion(app: App, { approved }: { approved: boolean }): void {
	app.version += 1;
	app.applied = 0;
	for (const holder of HOLDERS) app.waiting[holder].push(...app.drafted[holder]);
	app.drafted = none();
	if (approved) approve(app);
}

/** The administrator grants what waits. */
export function approve(app: App): void {
	for (const holder of HOLDERS) {
		const granted = app[GRANTED[holder]];
		if (granted) app[GRANTED[holder]] = [...granted, ...app.waiting[holder]];
	}
	app.waiting = none();
}
