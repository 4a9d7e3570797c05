import type { Catalog } from './build';
import type { Endpoint } from './types';

/** Name of a tier: `100/min`, `5/s`, or `default` for 1000 a minute and 50 a second, and where nothing else is published. */
function tierName({ rate }: Pick<Endpoint, 'rate'>): string {
	if (typeof rate !== 'object') return 'default';
	const { perMinute, perSecond } = rate;
	if (perMinute !== undefined && perSecond !== undefined) return 'default';
	return perSecond !== undefined ? `${perSecond}/s` : `${perMinute}/min`;
}

/** What the governor reads instead of the domains' files: the endpoints of each tier. */
export function buildRates({ domains }: Pick<Catalog, 'domains'>): Record<string, string[]> {
	const tiers = new Map<string, string[]>();
	for (const endpoint of [...domains.values()].flat()) {
		const name = tierName(endpoint);
		tiers.set(name, [...(tiers.get(name) ?? []), endpoint.id]);
	}
	return Object.fromEntries([...tiers].sort(([a], [b]) => a.localeCompare(b)));
}
