import type { FastifyRequest } from 'fastify';
import type { Route } from '../gateway/route';
import type { Found } from '../gateway/serve';
import { type Endpoint, findEndpoint } from './endpoints';
import { routeOf } from './catalogRoute';

const withoutNames = (path: string) => path.replace(/:\w+/g, ':').replace(/\/$/, '');
const find = (request: FastifyRequest) => findEndpoint(request.method, (request.raw.url ?? '').split('?', 1)[0] ?? '');
const parameters = (path: string) => path.split('/:').length;

export interface Catalog {
	/** The catalogued endpoint of a request. */
	catalogRoute: (request: FastifyRequest) => Found | undefined;
	/**
	 * An endpoint with behaviour of its own, unless its path only took the request for want of a closer one:
	 * `departments/batch` is not the department "batch".
	 */
	nearest: (route: Route, request: FastifyRequest) => Found;
}

/** The catalog beside the endpoints that have behaviour of their own, whose records it leaves to them. */
export function catalogBeside(own: readonly Route[]): Catalog {
	const stored = new Set(own.map(({ method, path }) => `${method} ${withoutNames(path)}`));
	const isOwn = ({ method, path }: Endpoint) => stored.has(`${method} ${withoutNames(path)}`);
	const routes = new WeakMap<Endpoint, Route>();

	function cachedRoute(endpoint: Endpoint): Route {
		const route = routes.get(endpoint) ?? routeOf(endpoint, isOwn);
		routes.set(endpoint, route);
		return route;
	}

	function catalogRoute(request: FastifyRequest): Found | undefined {
		const found = find(request);
		return found && { route: cachedRoute(found.endpoint), params: found.params };
	}

	function nearest(route: Route, request: FastifyRequest): Found {
		const itself = { route, params: request.params as Record<string, string> };
		if (parameters(route.path) === 1) return itself;
		const found = find(request);
		if (!found || parameters(found.endpoint.path) >= parameters(route.path)) return itself;
		return { route: cachedRoute(found.endpoint), params: found.params };
	}

	return { catalogRoute, nearest };
}
