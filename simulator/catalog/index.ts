import type { FastifyRequest } from 'fastify';
import type { Route } from '../gateway/route';
import type { Found } from '../gateway/serve';
import { type Endpoint, findEndpoint } from './endpoints';
import { routeOf } from './catalogRoute';

const routes = new WeakMap<Endpoint, Route>();

function cachedRoute(endpoint: Endpoint): Route {
	const route = routes.get(endpoint) ?? routeOf(endpoint);
	routes.set(endpoint, route);
	return route;
}

const find = (request: FastifyRequest) => findEndpoint(request.method, (request.raw.url ?? '').split('?', 1)[0] ?? '');

/** The catalogued endpoint of a request, which answers with nothing in it. */
export function catalogRoute(request: FastifyRequest): Found | undefined {
	const found = find(request);
	return found && { route: cachedRoute(found.endpoint), params: found.params };
}

const parameters = (path: string) => path.split('/:').length;

/**
 * An endpoint with behaviour of its own, unless its path only took the request for want of a closer one:
 * `departments/batch` is not the department "batch".
 */
export function nearest(route: Route, request: FastifyRequest): Found {
	const own = { route, params: request.params as Record<string, string> };
	if (parameters(route.path) === 1) return own;
	const found = find(request);
	if (!found || parameters(found.endpoint.path) >= parameters(route.path)) return own;
	return { route: cachedRoute(found.endpoint), params: found.params };
}
