import type { Route } from '../../gateway/route';
import { approvalMessageRoutes } from './approvalMessages';
import { approvalDistrictRoutes } from './approvalDistricts';
import { approvalExternalRoutes } from './approvalExternal';
import { approvalSearchRoutes } from './approvalSearches';
import { approvalPersonalRoutes } from './approvalPersonal';
import { approvalPreviewRoutes } from './approvalPreview';
import { approvalMineRoutes } from './approvalMine';
import { approvalCommentRoutes } from './approvalComments';
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
	...approvalPersonalRoutes,
	...approvalPreviewRoutes,
	...approvalDistrictRoutes,
	...approvalExternalRoutes,
	...approvalMessageRoutes,
	...approvalCommentRoutes,
	...approvalMineRoutes,
	...approvalSearchRoutes,
];
