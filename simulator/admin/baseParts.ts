import type { FastifyInstance } from 'fastify';
import type { Platform } from '../gateway/platform';
import { newId } from '../platform/ids';
import type { Base } from '../state/bases';
import type { Automation, Dashboard } from '../state/baseParts';
import { adminError } from './errors';

type OfBase = { Params: { app_token: string } };

/** What people put into a base that no call makes: dashboards and automations. */
export function basePartRoutes(server: FastifyInstance, { store }: Platform): void {
	function baseOf({ app_token: token }: OfBase['Params']): Base {
		const base = store.bases.all.get(token);
		if (!base) throw adminError(404, 'There is no such base');
		return base;
	}

	server.post<OfBase & { Body: { name: string } }>('/_sim/bases/:app_token/dashboards', ({ params, body }) => {
		const dashboard: Dashboard = { block_id: newId.dashboard(), name: body.name };
		baseOf(params).dashboards.push(dashboard);
		store.changed();
		return dashboard;
	});

	server.post<OfBase & { Body: Partial<Automation> & { title: string } }>(
		'/_sim/bases/:app_token/automations',
		({ params, body }) => {
			const automation: Automation = { workflow_id: newId.long(), status: 'Enable', kind: 'automation', ...body };
			baseOf(params).automations.push(automation);
			store.changed();
			return automation;
		},
	);
}
