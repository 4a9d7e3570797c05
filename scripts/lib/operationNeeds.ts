import type { Holder, OperationNeeds, ScopeNeed } from '../../feishu/api/scopeNeeds';
import type { Endpoint } from '../../feishu/catalog';
import type { OperationRow } from '../../nodes/shared/operation/operationSet';
import { type NodeOperations, resourceNamer } from './operations';

/** Where the scopes of all operations stand for Check Setup to read. */
export const NEEDS_FILE = 'catalog/operations.json';

/**
 * What these endpoints ask for beside the scope of the gateway, and refuse with 230027.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/list
 */
const AS_PERSON: ScopeNeed = { oneOf: ['im:message.send_as_user'], of: 'user' };
const OF_GROUPS: readonly ScopeNeed[] = [
	{ oneOf: ['im:message.group_msg', 'im:message.group_msg:readonly'], of: 'tenant', sometimes: true },
	{ oneOf: ['im:message.group_msg:get_as_user'], of: 'user', sometimes: true },
	{ oneOf: ['im:message.p2p_msg:get_as_user'], of: 'user', sometimes: true },
];
const BESIDES: Readonly<Record<string, readonly ScopeNeed[]>> = {
	'POST /open-apis/im/v1/messages': [AS_PERSON],
	'POST /open-apis/im/v1/messages/:message_id/reply': [AS_PERSON],
	'GET /open-apis/im/v1/messages': OF_GROUPS,
	'GET /open-apis/im/v1/messages/:message_id': OF_GROUPS,
};

/** Where no operation names the scopes, and the catalog's first asks for more than what is called takes. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
	// About the app itself; the other is for all apps of the organization.
	'GET /open-apis/application/v6/applications/:app_id': ['application:application:self_manage'],
};

/** An endpoint of the catalog by its id. */
export type Find = (id: string) => Promise<Pick<Endpoint, 'tokens' | 'scopes'> | undefined>;

/**
 * What each operation of the nodes takes: the scopes that it names, always, and for some choices those of what it may
 * call besides, which are the scopes that another operation names for that, or the catalog's.
 */
export async function operationNeeds(nodes: readonly NodeOperations[], find: Find): Promise<OperationNeeds[]> {
	const rows = nodes.flatMap((node) => {
		const resourceName = resourceNamer(node);
		return node.operations.map((row) => ({ row, node, resourceName: resourceName(row.resource) }));
	});
	const named = new Map(rows.map(({ row }) => [row.endpoint, row.scopes] as const).filter(([, scopes]) => scopes));
	return await Promise.all(
		rows.map(async ({ row, node: { description }, resourceName }) => ({
			node: description.name,
			resource: row.resource,
			operation: row.operation,
			title: `${description.displayName}: ${resourceName} → ${row.name}`,
			needs: await needsOf(row, named, find),
		})),
	);
}

async function needsOf(
	row: OperationRow,
	named: ReadonlyMap<string, readonly string[] | undefined>,
	find: Find,
): Promise<ScopeNeed[]> {
	// Where an endpoint is for one of them, the other is served by one of the further calls.
	const holder = row.identity === 'either' ? holderOf((await find(row.endpoint))?.tokens ?? []) : {};
	const own: ScopeNeed[] = [{ oneOf: row.scopes ?? [], ...holder }, ...(BESIDES[row.endpoint] ?? [])];
	const further = await Promise.all(
		row.calls
			.filter((call) => call !== row.endpoint)
			.map(async (call) => {
				const endpoint = await find(call);
				const oneOf = named.get(call) ?? NARROWER[call] ?? endpoint?.scopes ?? [];
				return [{ oneOf, ...holderOf(endpoint?.tokens ?? []) }, ...(BESIDES[call] ?? [])];
			}),
	);
	const sometimes = further.flat().map((need) => ({ ...need, sometimes: true as const }));
	return withoutRepeats([...own, ...sometimes].flatMap((need) => forIdentity(need, row.identity)));
}

const holderOf = (tokens: readonly string[]): { of?: Holder } => {
	const [app, user] = [tokens.includes('tenant'), tokens.includes('user')];
	return app === user ? {} : { of: app ? 'tenant' : 'user' };
};

/** The need of an operation that only an app, or only a person, carries out. */
function forIdentity(need: ScopeNeed, identity: OperationRow['identity']): ScopeNeed[] {
	if (need.oneOf.length === 0) return [];
	if (identity !== 'app' && identity !== 'user') return [need];
	const only: Holder = identity === 'app' ? 'tenant' : 'user';
	return need.of !== undefined && need.of !== only ? [] : [{ ...need, of: only }];
}

/** Without what an earlier need brings along; what is needed always stands before the rest. */
const withoutRepeats = (needs: readonly ScopeNeed[]): ScopeNeed[] =>
	needs.filter((need, index) => !needs.slice(0, index).some((earlier) => brings(earlier, need)));

/** Whether whoever has what the one needs, has what the other needs. */
const brings = (one: ScopeNeed, other: ScopeNeed): boolean =>
	(one.of === undefined || one.of === other.of) && one.oneOf.every((scope) => other.oneOf.includes(scope));

/** One operation a line, so that a change reads well in a diff. */
export const needsJson = (operations: readonly OperationNeeds[]): string =>
	`[\n${operations.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
