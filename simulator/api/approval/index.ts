import type { Route } from '../../gateway/route';
import { approvalDefinitionRoutes } from './approvalDefinitions';
import { approvalFileRoutes } from './approvalFiles';
import { approvalInstanceRoutes } from './approvalInstances';
import { approvalStartRoutes } from './approvalStarts';
import { approvalSubscriptionRoutes } from './approvalSubscriptions';
import { approvalTaskRoutes } from './approvalTasks';

export const approvalRoutes: readonly Route[] = [
	...approvalSubscriptionRoutes,
	...approvalDefinitionRoutes,
	...approvalFileRoutes,
	...approvalStartRoutes,
	...approvalInstanceRoutes,
	...approvalTaskRoutes,
];
