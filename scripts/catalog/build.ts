import { correctAll } from './corrections';
import { fieldAt, merge, orderedEndpoint, type Said } from './merge';
import { distinguish } from './names';
import { readCorrections, readDomains, readFacts } from './sources/facts';
import { readExplorer, readExplorerAnswers } from './sources/explorer';
import { readMcp } from './sources/mcp';
import { readSdk } from './sources/sdk';
import type { Endpoint, McpEndpoint } from './types';

export interface Catalog {
	/** Every endpoint, by domain; domains and rows in written order. */
	domains: Map<string, Endpoint[]>;
	names: Record<string, { en: string; zh: string }>;
	/** What in the corrections changes nothing any more. */
	idle: string[];
	/** Fields that the facts speak of and that no endpoint has any more. */
	stale: string[];
	mcp: McpEndpoint[];
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const byPath = (a: Endpoint, b: Endpoint): number => {
	if (a.path !== b.path) return a.path < b.path ? -1 : 1;
	return METHODS.indexOf(a.method) - METHODS.indexOf(b.method);
};

/** /open-apis/im/v1/chats → im */
const domainOf = (path: string): string => path.match(/^\/open-apis\/([^/]+)\//)?.[1] ?? 'other';

/** Everything that the sources say, side by side. */
function gather(mcp: McpEndpoint[]): Said[] {
	const said = new Map<string, Said>();
	const entry = (id: string, domain: string): Said => {
		const found = said.get(id) ?? { id, domain };
		said.set(id, found);
		return found;
	};
	for (const { domain, facts } of readFacts()) entry(facts.id, domain).facts = facts;
	const answers = readExplorerAnswers();
	for (const { domain, explorer } of readExplorer())
		Object.assign(entry(explorer.id, domain), { explorer, shape: answers.get(explorer.id) });
	for (const sdk of readSdk()) entry(`${sdk.method} ${sdk.path}`, domainOf(sdk.path)).sdk = sdk;
	for (const each of mcp) entry(each.id, domainOf(each.id.split(' ')[1] ?? '')).mcp = each;
	return [...said.values()];
}

function staleFacts(said: Said[], endpoints: Endpoint[]): string[] {
	const requests = new Map(endpoints.map(({ id, request }) => [id, request]));
	return said.flatMap(({ id, facts, explorer }) =>
		[...Object.keys(facts?.fields ?? {}), ...(explorer?.undocumentedFields ?? [])]
			.filter((path) => !fieldAt(requests.get(id), path))
			.map((path) => `${id}: ${path}`),
	);
}

/** The whole catalog, in memory. Takes some ten seconds: most of them go into parsing the SDK. */
export function buildCatalog(): Catalog {
	const names = readDomains();
	const mcp = readMcp();
	const said = gather(mcp);
	const { endpoints, idle } = correctAll(said.map(merge), readCorrections());
	const stale = staleFacts(said, endpoints);
	const domains = new Map<string, Endpoint[]>();
	for (const endpoint of endpoints.sort(byPath)) {
		domains.set(endpoint.domain, [...(domains.get(endpoint.domain) ?? []), endpoint]);
	}
	const sorted = new Map([...domains].sort(([a], [b]) => (a < b ? -1 : 1)));
	for (const [domain, rows] of sorted) {
		if (!names[domain]) throw new Error(`catalog/facts/domains.json has no name for the domain ${domain}`);
		distinguish(rows);
		sorted.set(domain, rows.map(orderedEndpoint));
	}
	return { domains: sorted, names, idle, stale, mcp };
}
