import type { FastifyInstance } from 'fastify';
import type { Platform } from '../gateway/platform';
import { ailyAdminRoutes } from './aily';
import { approvalAdminRoutes } from './approvals';
import { appRoutes } from './apps';
import { baseContentRoutes } from './baseContent';
import { baseFileRoutes } from './baseFiles';
import { basePageRoutes } from './basePage';
import { basePartRoutes } from './baseParts';
import { baseAdminRoutes } from './bases';
import { calendarAdminRoutes } from './calendar';
import { cardActionRoutes } from './cardActions';
import { circumstanceRoutes } from './circumstances';
import { companyAdmin, companyRoutes } from './companies';
import { consentRoutes } from './consents';
import { consoleRoutes } from './console';
import { controlRoutes } from './control';
import { customBotRoutes } from './customBots';
import { documentAdminRoutes } from './documents';
import { driveAdminRoutes } from './drive';
import { longConnectionRoutes } from './longConnection';
import { pageRoutes } from './page';
import { peopleRoutes } from './people';
import { peopleActionRoutes } from './peopleActions';
import { sheetPageRoutes } from './sheetPage';
import { sheetAdminRoutes } from './sheets';
import { stateRoutes } from './state';
import { taskAdminRoutes } from './tasks';

/** Bodies are JSON, whatever the content type says. */
function readJson(server: FastifyInstance): void {
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
		try {
			done(null, body === '' ? {} : JSON.parse(String(body)));
		} catch {
			done(Object.assign(new Error('The body is not JSON'), { statusCode: 400 }), undefined);
		}
	});
}

/** What is done with the state of one company. */
function stateOfCompany(server: FastifyInstance, platform: Platform): void {
	readJson(server);
	for (const register of [
		stateRoutes,
		peopleRoutes,
		peopleActionRoutes,
		circumstanceRoutes,
		baseAdminRoutes,
		basePartRoutes,
		baseContentRoutes,
		basePageRoutes,
		baseFileRoutes,
		sheetAdminRoutes,
		sheetPageRoutes,
		documentAdminRoutes,
		driveAdminRoutes,
		ailyAdminRoutes,
		approvalAdminRoutes,
		calendarAdminRoutes,
		taskAdminRoutes,
		cardActionRoutes,
		customBotRoutes,
		appRoutes,
		consoleRoutes,
		consentRoutes,
		longConnectionRoutes,
		controlRoutes,
	])
		register(server, platform);
}

/** The admin API and the pages; it has no login and therefore listens on loopback only, like the whole simulator. */
export async function adminPlugin(server: FastifyInstance, { platform }: { platform: Platform }): Promise<void> {
	stateOfCompany(server, platform);
	companyRoutes(server, platform);
	await server.register(companyAdmin, { platform, register: stateOfCompany });
	await pageRoutes(server);
}
