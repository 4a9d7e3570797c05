import { type Call, defineRoute, type Route } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { page } from '../../platform/paging';
import type { Tier } from '../../platform/rate';
import type { UserIdType } from '../../platform/ids';
import { integer, type Shape, text, withDefault } from '../../platform/validate';
import { PERSON_IDS } from '../../task/actors';
import { refused } from '../../task/problem';
import type { Viewed } from '../../task/views';

export const V2 = '/open-apis/task/v2';

/** The tiers of the pages: 10 a second, 100 a minute, 1,000 a minute. */
export const FAST: Tier = 7;
export const SLOW: Tier = 3;

type Declared<Q extends Shape, B extends Shape> = Parameters<typeof defineRoute<Q, B>>[0];

/** An endpoint of tasks: for apps and people, whose ids are named as the query says, 1,000 times a minute unless its page says otherwise. */
export const taskRoute = <Q extends Shape = Record<never, never>, B extends Shape = Record<never, never>>({
	query,
	...declared
}: Declared<Q, B>): Route =>
	defineRoute({ tokens: BOTH, ...declared, query: { ...PERSON_IDS, ...query } } as unknown as Declared<Q, B>);

export const viewedBy = ({
	platform: { store },
	by,
	query,
}: Pick<Call, 'platform' | 'by'> & { query: object }): Viewed => ({
	store,
	by,
	idType: (query as { user_id_type?: UserIdType }).user_id_type,
});

export const PAGING = { page_size: withDefault(integer(), 50), page_token: text() };

/** One page in the words of tasks: the last one's token is empty, with which the list begins anew. */
export function taskPage<T>(
	{
		platform: { store },
		query,
	}: Pick<Call, 'platform'> & { query: { page_size: number; page_token: string | undefined } },
	all: readonly T[],
	scope: string,
	view: (one: T) => object,
) {
	if (query.page_size < 1 || query.page_size > 100) throw refused.params('page_size should be between 1 and 100');
	const { items, has_more, page_token } = page(all, {
		size: query.page_size,
		token: query.page_token,
		scope,
		invalidToken: () => refused.params('invalid page_token'),
		uneven: store.settings.pages === 'uneven',
	});
	return { data: { items: items.map(view), page_token: page_token ?? '', has_more } };
}
