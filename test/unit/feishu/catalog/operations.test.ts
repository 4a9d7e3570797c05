/** What the operations say about their endpoints, against what the catalog knows. */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';

import { findEndpoint } from '../../../../feishu/catalog';
import { LOCAL, type Operation } from '../../../../nodes/shared/operation/operation';
import type { Resource } from '../../../../nodes/shared/operation/operationSet';
import { root } from '../../../support/package/sources';
import { WITHOUT_PAGE } from '../../../support/package/withoutPage';

/** Every resource of every node, wherever a folder of one stands. */
const resources = globSync('nodes/*/resources/*/index.ts', { cwd: root }).flatMap((file) =>
	Object.values(require(resolve(root, file)) as Record<string, Resource>),
);
const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => [`${resource.name}: ${operation.name}`, operation] as const),
);

/** Of persons, by their pages; apps were seen to be answered in some organizations. */
const FOR_APPS_ALL_THE_SAME: ReadonlySet<string> = new Set(['POST /open-apis/suite/docs-api/search/object']);

const endpointsOf = ({ endpoint, alsoCalls = [] }: Operation) => [
	endpoint,
	...alsoCalls.map((call) => (typeof call === 'string' ? call : call.endpoint)),
];

/** Operations that call whatever the person names, or nothing. */
const isAny = ({ endpoint }: Operation) => endpoint.startsWith('ANY ') || endpoint === LOCAL;

test('there are operations to check', () => {
	expect(operations.filter(([, operation]) => !isAny(operation)).length).toBeGreaterThan(15);
});

describe.each(operations.filter(([, operation]) => !isAny(operation)))('%s', (_, operation) => {
	test('calls endpoints that the catalog has', async () => {
		const ids = endpointsOf(operation);
		const missing = [];
		for (const id of ids) if (!WITHOUT_PAGE.includes(id) && !(await findEndpoint(id))) missing.push(id);
		expect(missing).toEqual([]);
	});

	test('takes the token of who may carry it out, and names scopes of its endpoints only', async () => {
		const endpoints = await Promise.all(endpointsOf(operation).map(findEndpoint));
		const tokens = endpoints.slice(0, 1).flatMap((endpoint) => endpoint?.tokens ?? []);
		const taken = operation.identity === 'user' ? 'user' : 'tenant';
		if (tokens.length > 0 && !FOR_APPS_ALL_THE_SAME.has(operation.endpoint)) expect(tokens).toContain(taken);
		const known = endpoints.flatMap((endpoint) => endpoint?.scopes ?? []);
		// Where the documentation lists no scopes, the operation's stand alone.
		const unknown = (operation.scopes ?? []).filter((scope) => known.length > 0 && !known.includes(scope));
		expect(unknown).toEqual([]);
	});
});
