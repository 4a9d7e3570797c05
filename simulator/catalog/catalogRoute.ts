import type { Call, Route } from '../gateway/route';
import type { Result } from '../platform/envelope';
import { DEFAULT_TIER, type Tier } from '../platform/rate';
import { answerOf } from './answer';
import { checkBase } from './inBase';
import { checkSpreadsheet } from './inSheets';
import { checkExclusive, dropOverruled } from './exclusive';
import { checkIdKinds } from './idForms';
import { checkParents } from './unknown';
import type { Endpoint } from './endpoints';
import { fieldsOf, readForm } from './form';
import { shapeOf } from './fields';

/** The platform's tiers by what the catalog says of them; "special" ones have no published limit. */
const TIERS: readonly { perMinute?: number; perSecond?: number; tier: Tier }[] = [
	{ perMinute: 10, tier: 1 },
	{ perMinute: 20, tier: 2 },
	{ perMinute: 100, tier: 3 },
	{ perMinute: 1000, perSecond: 50, tier: 4 },
	{ perSecond: 1, tier: 5 },
	{ perSecond: 5, tier: 6 },
	{ perSecond: 10, tier: 7 },
	{ perSecond: 20, tier: 8 },
	{ perSecond: 50, tier: 9 },
	{ perSecond: 100, tier: 11 },
	{ perSecond: 3, tier: 21 },
];

/** The tier of a catalogued rate; throws for a rate that no tier has. */
export function tierOf(rate: Endpoint['rate']): Tier {
	if (rate === undefined || rate === 'special') return DEFAULT_TIER;
	const { perMinute, perSecond } = rate;
	const found = TIERS.find((tier) => tier.perMinute === perMinute && tier.perSecond === perSecond);
	if (!found) throw new Error(`No tier has the rate ${JSON.stringify(rate)}`);
	return found.tier;
}

/**
 * An endpoint that checks what the catalog knows of it, and keeps what is created where its path says that it can.
 * @param isOwn which endpoints the simulator has in its own way
 */
export function routeOf(endpoint: Endpoint, isOwn: (endpoint: Endpoint) => boolean): Route {
	const { method, path, request = {}, upload = false } = endpoint;
	const form = fieldsOf(endpoint);
	return {
		method: method as Route['method'],
		path,
		auth: endpoint.tokens?.length === 0 ? 'none' : 'tenant',
		tokens: endpoint.tokens ?? ['tenant', 'user'],
		scopes: endpoint.scopes ?? [],
		tier: tierOf(endpoint.rate),
		params: shapeOf(request.path),
		query: shapeOf(request.query),
		body: upload ? {} : shapeOf(request.body),
		async handle(call: Call): Promise<Result> {
			checkIdKinds(endpoint, { path: call.params, query: call.query, body: call.body });
			checkExclusive(request, call);
			dropOverruled(request, call);
			checkBase(endpoint, call);
			checkSpreadsheet(endpoint, call);
			checkParents(call.platform.store, endpoint, call.params, isOwn);
			if (upload) await readForm(form, call);
			return answerOf(endpoint, call, isOwn);
		},
	};
}
