import type { Route } from '../../gateway/route';
import { taskSubscriptionRoutes } from './taskSubscriptions';

export const taskRoutes: readonly Route[] = [...taskSubscriptionRoutes];
