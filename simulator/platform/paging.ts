/** Where an empty first page stands. */
const BEFORE_ALL = -1;

export interface Page<T> {
	items: T[];
	has_more: boolean;
	page_token?: string;
}

/**
 * One page of a list. The token is opaque and bound to the list it came from (`scope`: the query without paging), so a
 * token of another query is refused with the endpoint's own code.
 */
export function page<T>(
	all: readonly T[],
	options: {
		size: number;
		token?: string;
		scope: string;
		invalidToken: () => Error;
		/** The first page is empty and the others lack one, although more follow: what may not be seen is left out after paging. */
		uneven?: boolean;
	},
): Page<T> {
	const start = options.token ? offsetOf(options.token, options) : options.uneven ? BEFORE_ALL : 0;
	const size = options.uneven ? Math.max(1, options.size - 1) : options.size;
	const items = start === BEFORE_ALL ? [] : all.slice(start, start + size);
	const next = start === BEFORE_ALL ? 0 : start + items.length;
	if (next >= all.length) return { items, has_more: false };
	return {
		items,
		has_more: true,
		page_token: Buffer.from(JSON.stringify([next, options.scope])).toString('base64url'),
	};
}

function offsetOf(token: string, { scope, invalidToken }: { scope: string; invalidToken: () => Error }): number {
	try {
		const [offset, tokenScope] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [unknown, unknown];
		if (typeof offset === 'number' && tokenScope === scope) return offset;
	} catch {
		// Not a token of ours: refused below like one of another query.
	}
	throw invalidToken();
}
