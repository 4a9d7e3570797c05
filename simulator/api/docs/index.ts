import { blockReadRoutes } from './blocksRead';
import { blockWriteRoutes } from './blocksWrite';
import { documentRoutes } from './documents';

export const docRoutes = [...documentRoutes, ...blockReadRoutes, ...blockWriteRoutes];
