import type { Route } from '../../gateway/route';
import { calendarSubscriptionRoutes } from './calendarSubscriptions';

export const calendarRoutes: readonly Route[] = [...calendarSubscriptionRoutes];
