import type { Route } from '../../gateway/route';
import { wikiChangeRoutes } from './wikiChanges';
import { wikiMemberRoutes } from './wikiMembers';
import { wikiMoveRoutes } from './wikiMoves';
import { wikiNodeRoutes } from './wikiNodes';
import { wikiSearchRoutes } from './wikiSearch';
import { wikiSpaceRoutes } from './wikiSpaces';

export const wikiRoutes: readonly Route[] = [
	...wikiSpaceRoutes,
	...wikiMemberRoutes,
	...wikiNodeRoutes,
	...wikiChangeRoutes,
	...wikiMoveRoutes,
	...wikiSearchRoutes,
];
