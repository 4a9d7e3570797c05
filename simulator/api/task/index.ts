import type { Route } from '../../gateway/route';
import { activityRoutes } from './activitySubscriptions';
import { customFieldRoutes } from './customFields';
import { sectionRoutes } from './sections';
import { taskAttachmentRoutes } from './taskAttachments';
import { taskCommentRoutes } from './taskComments';
import { tasklistRoutes } from './tasklists';
import { taskPartRoutes } from './taskParts';
import { taskSearchRoutes } from './taskSearch';
import { taskSubscriptionRoutes } from './taskSubscriptions';
import { taskCoreRoutes } from './tasks';
import { troubled } from './trouble';

export const taskRoutes: readonly Route[] = [
	...taskSubscriptionRoutes,
	...taskSearchRoutes,
	...taskCoreRoutes,
	...taskPartRoutes,
	...tasklistRoutes,
	...sectionRoutes,
	...customFieldRoutes,
	...taskCommentRoutes,
	...taskAttachmentRoutes,
	...activityRoutes,
].map(troubled);
