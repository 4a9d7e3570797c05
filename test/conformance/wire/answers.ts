import { isDeepStrictEqual } from 'node:util';

import { pagesOf, type PageNames } from './endpoints';
import type { Call } from './generate';
import type { Answerer, Recorded } from './recorder';

const DOWNLOAD = { bytes: Buffer.from('%PDF-1.4 \u0000 not a real one', 'latin1'), fileName: 'answer.pdf' };

/** Downloads give a file, lists have two pages, everything else answers with no data. */
export function answersFor(calls: readonly Call[]): Answerer {
	return (index, request) => {
		const endpoint = calls[index]?.endpoint;
		if (endpoint?.download) return DOWNLOAD;
		const pages = endpoint && pagesOf(endpoint);
		return { json: { code: 0, msg: 'success', data: pages ? page(pages, calls[index] as Call, request) : {} } };
	};
}

function page(pages: PageNames, call: Call, request: Recorded): Record<string, unknown> {
	const records = [{ record: call.index }];
	const list = pages.itemsAreText ? JSON.stringify(records) : records;
	const data = pages.items === undefined ? {} : nested(pages.items.split('.'), list);
	const next = call.request[pages.part][pages.token];
	const isLast = isDeepStrictEqual(tokenIn(pages, request), next);
	return isLast ? { ...data, has_more: false } : { ...data, has_more: true, [pages.nextToken]: next };
}

function tokenIn(pages: PageNames, request: Recorded): unknown {
	if (pages.part === 'query') return new URL(request.url, 'http://x').searchParams.get(pages.token);
	return (JSON.parse(request.body.toString() || '{}') as Record<string, unknown>)[pages.token];
}

function nested([name = '', ...rest]: readonly string[], value: unknown): Record<string, unknown> {
	return { [name]: rest.length > 0 ? nested(rest, value) : value };
}
