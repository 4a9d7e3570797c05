import { blockReadRoutes } from './blocksRead';
import { blockWriteRoutes } from './blocksWrite';
import { boardRoutes } from './boards';
import { convertRoutes } from './convert';
import { documentRoutes } from './documents';
import { markdownContentRoutes } from './markdownContent';

export const docRoutes = [
	...documentRoutes,
	...convertRoutes,
	...blockReadRoutes,
	...blockWriteRoutes,
	...markdownContentRoutes,
	...boardRoutes,
];
