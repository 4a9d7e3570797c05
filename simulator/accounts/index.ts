import type { Route } from '../gateway/route';
import { accountPages } from './authorize';
import { newestTokenRoute } from './tokenRoutes';

/** What the accounts host has, which on the real platform is another one than that of the API. */
export const accountRoutes: readonly Route[] = [...accountPages, newestTokenRoute];
