import type { Route } from '../../gateway/route';
import type { PlatformError } from '../../platform/envelope';
import type { TaskTrouble } from '../../state/troubles';
import { refused } from '../../task/problem';
import { V2 } from './taskRoute';

/** By the trouble that there is, what a call meets; searches have a service of their own. */
const MET: Readonly<Record<TaskTrouble, (isSearch: boolean) => PlatformError | undefined>> = {
	none: () => undefined,
	internal: () => refused.internal(),
	searchFails: (isSearch) => (isSearch ? refused.searchFails() : undefined),
	searchUnreachable: (isSearch) => (isSearch ? refused.searchUnreachable() : undefined),
};

/** The endpoint, where it meets what is the matter with tasks for the moment before it does anything. */
export function troubled(route: Route): Route {
	if (!route.path.startsWith(V2)) return route;
	const isSearch = route.path.endsWith('/search');
	return {
		...route,
		async handle(call) {
			const met = MET[call.platform.store.settings.taskTrouble](isSearch);
			if (met) throw met;
			return await route.handle(call);
		},
	};
}
