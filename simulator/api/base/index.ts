import type { Route } from '../../gateway/route';
import { baseAppRoutes } from './apps';
import { baseAutomationRoutes } from './automations';
import { baseDashboardRoutes } from './dashboards';
import { baseFieldRoutes } from './fields';
import { baseFormRoutes } from './forms';
import { baseRecordReadRoutes } from './recordsRead';
import { baseRecordWriteRoutes } from './recordsWrite';
import { baseSearchRoutes } from './recordSearch';
import { baseRoleMemberRoutes } from './roleMembers';
import { baseRoleRoutes } from './roles';
import { baseTableRoutes } from './tables';
import { baseViewRoutes } from './views';

/** Bases with their tables, fields, views, records and forms, and who may do what in them. */
export const baseRoutes: readonly Route[] = [
	...baseAppRoutes,
	...baseTableRoutes,
	...baseFieldRoutes,
	...baseViewRoutes,
	...baseRecordWriteRoutes,
	...baseRecordReadRoutes,
	...baseSearchRoutes,
	...baseFormRoutes,
	...baseDashboardRoutes,
	...baseAutomationRoutes,
	...baseRoleRoutes,
	...baseRoleMemberRoutes,
];
