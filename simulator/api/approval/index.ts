import type { Route } from '../../gateway/route';
import { approvalSubscriptionRoutes } from './approvalSubscriptions';

export const approvalRoutes: readonly Route[] = [...approvalSubscriptionRoutes];
