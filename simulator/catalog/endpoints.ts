import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Endpoint } from '../../scripts/catalog/types';

export type { Endpoint,  Schema } from '../../scripts/catalog/types';

const FOLDER = join(__dirname, '../../catalog/endpoints');

interface Entry {
	endpoint: Endpoint;
	segments: string[];
}

const domains = new Map<string, readonly Entry[]>();

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '');
const isParameter = (segment: string) => segment.startsWith(':');

/** '0' for a fixed segment, '1' for a parameter: in this order `messages/merge_forward` comes before `messages/:id`. */
const rank = ({ segments }: Entry) => segments.map((segment) => (isParameter(segment) ? '1' : '0')).join('');

/** The endpoints of one domain, browser pages left out, in the order in which paths are tried; read once. */
function entriesOf(domain: string): readonly Entry[] {
	const known = domains.get(domain);
	if (known) return known;
	const file = join(FOLDER, `${domain}.json`);
	const rows = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Endpoint[]) : [];
	const entries = rows
		.filter(({ host }) => host !== 'accounts')
		.map((endpoint) => ({ endpoint, segments: segmentsOf(endpoint.path) }))
		.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
	domains.set(domain, entries);
	return entries;
}

/** Every domain that the catalog has. */
export const catalogDomains = (): string[] => readdirSync(FOLDER).map((name) => basename(name, '.json'));

/** The endpoints of one domain, in the order in which paths are tried. */
export const endpointsOf = (domain: string): Endpoint[] => entriesOf(domain).map(({ endpoint }) => endpoint);

/** Path parameters by name, decoded; nothing where the path is another one. */
function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
	if (pattern.length !== segments.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, part] of pattern.entries()) {
		const segment = segments[index] ?? '';
		if (isParameter(part)) params[part.slice(1)] = segment;
		else if (part !== segment) return undefined;
	}
	return params;
}

/**
 * The domain of a path: /open-apis/im/v1/…, or /approval/openapi/v2/… of the `www` host, which the simulator is too.
 */
function domainOf([first = '', second = '']: readonly string[]): string | undefined {
	const domain = first === 'open-apis' ? second : second === 'openapi' ? first : '';
	return /^[a-z][a-z0-9_]*$/.test(domain) ? domain : undefined;
}

/** The endpoint of a request's path (encoded, without query), with or without a slash at its end. */
export function findEndpoint(
	method: string,
	path: string,
): { endpoint: Endpoint; params: Record<string, string> } | undefined {
	const segments = segmentsOf(path).map(decodeURIComponent);
	const domain = domainOf(segments);
	if (domain === undefined) return undefined;
	for (const { endpoint, segments: pattern } of entriesOf(domain)) {
		const params = endpoint.method === method ? match(pattern, segments) : undefined;
		if (params) return { endpoint, params };
	}
	return undefined;
}
