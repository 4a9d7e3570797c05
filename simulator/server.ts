import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { accountRoutes } from './accounts';
import { adminPlugin } from './admin';
import { routes } from './api';
import { catalogBeside } from './catalog';
import { takeHandshakes } from './longConnection/handshake';
import { serve } from './gateway/serve';
import type { Platform } from './gateway/platform';

/** More than any limit of the platform, so that its own refusals (234006, 230025) are what a caller sees. */
const MAX_BODY = 64 * 1024 * 1024;

function bareServer(): FastifyInstance {
	const server = Fastify({
		bodyLimit: MAX_BODY,
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
	});
	// A few endpoints take a GET with a body.
	server.addHttpMethod('GET', { hasBody: true, overrideExisting: true });
	// Bodies are read as bytes: the gateway decides about tokens and scopes before it looks at them.
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	return server;
}

/** The host where people consent, and no endpoint of the API is. */
export function buildAccountsServer(platform: Platform): FastifyInstance {
	const server = bareServer();
	for (const route of accountRoutes) {
		const found = { route, params: {} };
		server.route({
			method: route.method,
			url: route.path,
			handler: (request, reply) => serve(platform, found, request, reply),
		});
	}
	server.setNotFoundHandler((request, reply) => serve(platform, undefined, request, reply));
	return server;
}

/** The HTTP server: the OpenAPI endpoints, the long connections, the admin API under /_sim, and the pages at / and /base. */
export function buildServer(platform: Platform): FastifyInstance {
	const server = bareServer();
	void server.register(multipart, { limits: { fileSize: MAX_BODY, fieldSize: MAX_BODY }, throwFileSizeLimit: false });

	const { catalogRoute, nearest } = catalogBeside(routes);
	// The paths of the accounts host, for those who set that both are one.
	for (const route of accountRoutes) {
		const found = () => (platform.store.settings.accountsHost === 'same' ? { route, params: {} } : undefined);
		server.route({
			method: route.method,
			url: route.path,
			handler: (request, reply) => serve(platform, found(), request, reply),
		});
	}
	for (const route of routes) {
		server.route({
			method: route.method,
			url: route.path,
			handler: (request, reply) => serve(platform, nearest(route, request), request, reply),
		});
	}
	// What has no behaviour of its own answers from the catalog.
	server.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) =>
		serve(platform, catalogRoute(request), request, reply),
	);
	void server.register(adminPlugin, { platform });
	takeHandshakes(server, platform.longConnection);
	return server;
}
