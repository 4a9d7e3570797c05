import { setTimeout as wait } from 'node:timers/promises';
import { type Call, defineRoute, type Route } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import type { Shape } from '../../platform/validate';
import type { Space } from '../../state/wiki';
import { refused } from '../../wiki/problem';

export const SPACES = '/open-apis/wiki/v2/spaces';
export const NODES = `${SPACES}/:space_id/nodes`;
export const ONE_NODE = `${NODES}/:node_token`;

export const WRITE = ['wiki:wiki'];
export const READ = ['wiki:wiki', 'wiki:wiki:readonly'];

/** An endpoint of wikis: for apps and people, 100 times a minute, unless its page says otherwise. */
export const wikiRoute = <Q extends Shape = Record<never, never>, B extends Shape = Record<never, never>>(
	declared: Parameters<typeof defineRoute<Q, B>>[0],
): Route => defineRoute<Q, B>({ tokens: BOTH, tier: 3, ...declared });

/** One change at a time in each space: another one meanwhile is refused. */
export async function changing<T>(
	{ platform: { store } }: Pick<Call, 'platform'>,
	spaces: readonly Space[],
	work: () => T,
): Promise<T> {
	if (spaces.some(({ writing }) => writing)) throw refused.contention();
	for (const space of spaces) space.writing = true;
	try {
		const done = work();
		store.changed();
		await wait(store.settings.wikiWriteMs);
		return done;
	} finally {
		for (const space of spaces) space.writing = false;
	}
}
