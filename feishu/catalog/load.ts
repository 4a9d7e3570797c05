import type { DomainName, Endpoint, IndexEntry } from './types';

/**
 * Reads the catalog: the index at the first search, a domain when one of its endpoints is needed, nothing before.
 * Node keeps what was read, so each file is parsed once in a process.
 */
export interface Index {
	domains: ReadonlyMap<string, DomainName>;
	entries: readonly IndexEntry[];
	byId: ReadonlyMap<string, IndexEntry>;
}

/** As the file has it: [id, domain, English, Chinese or "", flags]. */
type Row = readonly [id: string, domain: string, en: string, zh: string, flags: string];

interface IndexFile {
	domains: Record<string, DomainName>;
	endpoints: Row[];
}

let index: Promise<Index> | undefined;
const domains = new Map<string, Promise<ReadonlyMap<string, Endpoint>>>();
const texts = new Map<string, Promise<Texts>>();

/** A JSON file's content: loaders of modules give it bare, or as the default of a module. */
export async function loadJson<T>(file: Promise<unknown>): Promise<T> {
	const module = (await file) as { default?: unknown };
	return (module.default ?? module) as T;
}

export async function loadIndex(): Promise<Index> {
	index ??= loadJson<IndexFile>(import('../../catalog/index.json')).then(toIndex);
	return await index;
}

/** The endpoints of a domain by id. @throws Error when there is no such domain */
async function loadDomain(domain: string): Promise<ReadonlyMap<string, Endpoint>> {
	if (!(await loadIndex()).domains.has(domain)) throw new Error(`The catalog has no domain '${domain}'`);
	let loaded = domains.get(domain);
	if (!loaded) {
		loaded = loadJson<Endpoint[]>(import(`../../catalog/endpoints/${domain}.json`)).then(
			(endpoints) => new Map(endpoints.map((endpoint) => [endpoint.id, endpoint])),
		);
		domains.set(domain, loaded);
	}
	return await loaded;
}

/** The endpoint with exactly this id. */
export async function findEndpoint(id: string): Promise<Endpoint | undefined> {
	const entry = (await loadIndex()).byId.get(id);
	return entry && (await loadDomain(entry.domain)).get(id);
}

/** Every endpoint: all domains are read. */
export async function allEndpoints(): Promise<Endpoint[]> {
	const names = [...(await loadIndex()).domains.keys()];
	const loaded = await Promise.all(names.map(loadDomain));
	return loaded.flatMap((domain) => [...domain.values()]);
}

/** Help by field (`query.page_size`) by endpoint. */
type Texts = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** The parameters' help, which is there in the built package only. */
export async function parameterTexts({ id, domain }: Endpoint): Promise<Readonly<Record<string, string>>> {
	let loaded = texts.get(domain);
	if (!loaded) {
		loaded = loadJson<Texts>(import(`../../texts/${domain}.json`)).catch(() => ({}));
		texts.set(domain, loaded);
	}
	return (await loaded)[id] ?? {};
}

function toIndex({ domains: names, endpoints }: IndexFile): Index {
	const entries = endpoints.map(([id, domain, en, zh, flags]) => ({
		id,
		domain,
		en,
		zh,
		historical: flags.includes('h'),
		undocumented: flags.includes('n'),
		tenant: flags.includes('t'),
	}));
	return {
		domains: new Map(Object.entries(names)),
		entries,
		byId: new Map(entries.map((entry) => [entry.id, entry])),
	};
}
