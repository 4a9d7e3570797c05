import type { Catalog } from './build';
import type { Endpoint } from './types';

/** Letters of an index row's flags, and what they stand for. */
export const FLAGS: Record<string, (endpoint: Endpoint) => boolean> = {
	u: ({ upload }) => upload === true,
	d: ({ download }) => download === true,
	p: ({ paging }) => paging !== undefined,
	t: ({ tokens }) => tokens?.includes('tenant') ?? false,
	a: ({ tokens }) => tokens?.includes('user') ?? false,
	h: ({ historical }) => historical === true,
	n: ({ undocumented }) => undocumented === true,
};

/** [id, domain, English name, Chinese name or "", flags] */
export type IndexRow = [id: string, domain: string, en: string, zh: string, flags: string];

export interface Index {
	domains: Record<string, { en: string; zh: string; count: number }>;
	endpoints: IndexRow[];
}

const flagsOf = (endpoint: Endpoint): string =>
	Object.entries(FLAGS)
		.filter(([, applies]) => applies(endpoint))
		.map(([letter]) => letter)
		.join('');

/** What a search looks through, without a domain's file being read. */
export function buildIndex({ domains, names }: Pick<Catalog, 'domains' | 'names'>): Index {
	const rows = [...domains.values()].flat();
	return {
		domains: Object.fromEntries(
			[...domains].map(([domain, { length }]) => {
				const { en = domain, zh = domain } = names[domain] ?? {};
				return [domain, { en, zh, count: length }];
			}),
		),
		endpoints: rows.map((row) => [row.id, row.domain, row.name.en, row.name.zh ?? '', flagsOf(row)]),
	};
}
