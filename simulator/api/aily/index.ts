import type { Route } from '../../gateway/route';

export const ailyRoutes: readonly Route[] = [];
