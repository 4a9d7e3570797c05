import { isDeepStrictEqual } from 'node:util';

import { differences, wireOf, type Difference, type Wire } from './compare';
import { pagesOf, type PageNames } from './endpoints';
import type { Call } from './generate';
import type { Recorded } from './recorder';

/** What came of a call at its caller. */
export interface Result {
	/** Of a download. */
	bytes?: Buffer;
	error?: string;
	/** Entered values for which the form has no field. */
	missingFields?: string[];
}

export interface Side {
	requests: readonly Recorded[];
	result: Result;
}

export type Verdict = 'equal' | 'different' | 'impossible';

export interface Outcome {
	id: string;
	verdict: Verdict;
	differences: Difference[];
	/** Why one of the two made no request. */
	error?: string;
}

/** Judges the call by what arrived. Of a list over two pages the second request is the one that carries everything. */
export async function judge(call: Call, sdk: Side, node: Side): Promise<Outcome> {
	const { id } = call.endpoint;
	const [expected] = sdk.requests;
	const actual = node.requests.at(-1);
	if (!expected || !actual) {
		const error = expected ? node.result.error : sdk.result.error;
		return { id, verdict: 'impossible', differences: [], error: error ?? 'No request was made' };
	}
	const wire = await wireOf(expected);
	const found = differences(wire, await wireOf(actual));
	const pages = pagesOf(call.endpoint);
	const count = pages ? 2 : 1;
	if (node.requests.length !== count) found.push({ what: 'requests', sdk: count, node: node.requests.length });
	else if (pages) found.push(...differences(firstPage(wire, pages), await wireOf(node.requests[0] as Recorded)));
	if (call.endpoint.download && !isDeepStrictEqual(sdk.result.bytes, node.result.bytes)) {
		found.push({ what: 'answer', sdk: shown(sdk.result), node: shown(node.result) });
	}
	if (node.result.error !== undefined) found.push({ what: 'answer', sdk: 'taken', node: node.result.error });
	if (node.result.missingFields?.length) found.push({ what: 'form', sdk: 'all', node: node.result.missingFields });
	return { id, verdict: found.length > 0 ? 'different' : 'equal', differences: found };
}

/** What asks for the first page: no token, or an empty one where the endpoint insists on it. */
function firstPage(wire: Wire, { part, token, isTokenRequired }: PageNames): Wire {
	if (part === 'query') {
		const others = wire.query.filter((pair) => !pair.startsWith(`${token}=`));
		return { ...wire, query: isTokenRequired ? [...others, `${token}=`].sort() : others };
	}
	const { [token]: _token, ...body } = wire.body as Record<string, unknown>;
	return { ...wire, body: isTokenRequired ? { ...body, [token]: '' } : body };
}

function shown({ bytes, error }: Result): string {
	return bytes ? `${bytes.length} bytes` : (error ?? 'no file');
}
