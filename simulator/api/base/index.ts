import type { Route } from '../../gateway/route';
import { baseAppRoutes } from './apps';
import { baseFieldRoutes } from './fields';
import { baseRecordReadRoutes } from './recordsRead';
import { baseRecordWriteRoutes } from './recordsWrite';
import { baseSearchRoutes } from './recordSearch';
import { baseTableRoutes } from './tables';
import { baseViewRoutes } from './views';

/** Bases with their tables, fields, views and records. */
export const baseRoutes: readonly Route[] = [
	...baseAppRoutes,
	...baseTableRoutes,
	...baseFieldRoutes,
	...baseViewRoutes,
	...baseRecordWriteRoutes,
	...baseRecordReadRoutes,
	...baseSearchRoutes,
];
