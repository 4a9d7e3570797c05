import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { install, isStoreApp, joinGroups, stop, uninstall } from '../accounts/installs';
import { askForTicket } from '../accounts/tickets';
import { platformOf } from '../gateway/company';
import type { Platform } from '../gateway/platform';
import { seedCompany } from '../seed/company';
import type { Store } from '../state/store';
import { adminError } from './errors';

type OfApp = { Params: { app_id: string; tenant_key: string } };

/** Companies beside the first one, and the apps of the store in them. */
export function companyRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	const storeApp = (appId: string) => {
		const app = store.apps.get(appId);
		if (!app || !isStoreApp(app)) throw adminError(404, 'There is no such app of the store');
		return app;
	};
	const company = (tenantKey: string): Store => {
		const found = store.companies.get(tenantKey);
		if (!found) throw adminError(404, 'There is no such company');
		return found;
	};
	const shown = ({ tenantKey, companyName, contact, im }: Store) => ({
		tenant_key: tenantKey,
		name: companyName,
		people: contact.users.size,
		chats: im.chats.size,
	});

	server.get('/_sim/companies', () => [...store.companies.values()].map(shown));
	server.post<{ Body: { name?: string; tenant_key?: string } }>('/_sim/companies', ({ body }) => {
		const key = body.tenant_key ?? randomBytes(8).toString('hex');
		if (store.companies.has(key)) throw adminError(400, 'There is a company with this tenant_key');
		return shown(seedCompany(store, body.name ?? `Company ${store.companies.size + 1}`, key));
	});

	server.put<OfApp & { Body: { status?: 'on' | 'stopped'; groups?: boolean } }>(
		'/_sim/apps/:app_id/installs/:tenant_key',
		({ params, body }) => {
			const [app, where] = [storeApp(params.app_id), company(params.tenant_key)];
			if (body.status === 'stopped') stop(platform, app, where);
			else install(platform, app, where);
			if (body.groups) joinGroups(platform, app, where);
			return app.installs;
		},
	);
	server.delete<OfApp>('/_sim/apps/:app_id/installs/:tenant_key', ({ params }) => {
		const app = storeApp(params.app_id);
		uninstall(platform, app, company(params.tenant_key));
		return app.installs;
	});
	server.post<OfApp>('/_sim/apps/:app_id/ticket', ({ params }) => {
		askForTicket(platform, storeApp(params.app_id));
		return {};
	});
}

/** All of `/_sim` for the people of another company, under `/_sim/companies/:tenant_key`. */
export async function companyAdmin(
	server: FastifyInstance,
	{ platform, register }: { platform: Platform; register: (company: FastifyInstance, platform: Platform) => void },
): Promise<void> {
	const started = new Map<Store, Promise<FastifyInstance>>();
	const start = async (store: Store) => {
		const company = Fastify();
		register(company, platformOf(platform, store));
		await company.ready();
		return company;
	};
	// The company's own server reads the body.
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', (_request, _payload, done) => done(null));
	server.all<{ Params: { tenant_key: string; '*': string } }>(
		'/_sim/companies/:tenant_key/*',
		async (request, reply) => {
			const store = platform.store.companies.get(request.params.tenant_key);
			if (!store) throw adminError(404, 'There is no such company');
			const running = started.get(store) ?? start(store);
			started.set(store, running);
			const company = await running;
			reply.hijack();
			request.raw.url = (request.raw.url ?? '').replace(/^\/_sim\/companies\/[^/]+\//, '/_sim/');
			company.routing(request.raw, reply.raw);
		},
	);
}
