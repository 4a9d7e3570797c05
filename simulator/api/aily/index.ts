import type { Route } from '../../gateway/route';
import { ailyAssetRoutes } from './ailyAssets';
import { ailyKnowledgeRoutes } from './ailyKnowledge';
import { ailyMessageRoutes } from './ailyMessages';
import { ailyRunRoutes } from './ailyRuns';
import { ailySessionRoutes } from './ailySessions';
import { ailySkillRoutes } from './ailySkills';

export const ailyRoutes: readonly Route[] = [
	...ailySessionRoutes,
	...ailyMessageRoutes,
	...ailyRunRoutes,
	...ailySkillRoutes,
	...ailyKnowledgeRoutes,
	...ailyAssetRoutes,
];
