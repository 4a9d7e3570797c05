import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { adminPlugin } from './admin';
import { routes } from './api';
import { catalogBeside } from './catalog';
import { takeHandshakes } from './longConnection/handshake';
import { serve } from './gateway/serve';
import type { Platform } from './gateway/platform';

/** More than any limit of the platform, so that its own refusals (234006, 230025) are what a caller sees. */
const MAX_BODY = 64 * 1024 * 1024;

/** The HTTP server: the OpenAPI endpoints, the long connections, the admin API under /_sim, and the chat page at /. */
export function buildServer(platform: Platform): FastifyInstance {
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
	void server.register(multipart, { limits: { fileSize: MAX_BODY, fieldSize: MAX_BODY }, throwFileSizeLimit: false });

	const { catalogRoute, nearest } = catalogBeside(routes);
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
