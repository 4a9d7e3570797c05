import { needsJson, NEEDS_FILE, operationNeeds, type Find } from '../../../scripts/lib/operationNeeds';
import { readNodes, type NodeOperations } from '../../../scripts/lib/operations';
import { findEndpoint } from '../../../feishu/catalog';
import type { OperationNeeds } from '../../../feishu/api/scopeNeeds';
import { loadSource, manifest, readText } from '../../support/package/sources';

const nodes = readNodes(manifest.n8n.nodes, loadSource);
const rows = JSON.parse(readText(NEEDS_FILE)) as OperationNeeds[];
const needsOf = (key: string) =>
	rows.find(({ node, resource, operation }) => `${node}/${resource}/${operation}` === key)?.needs;

test(`${NEEDS_FILE} holds what the operations say (npm run operations -- --write)`, async () => {
	expect(readText(NEEDS_FILE)).toBe(needsJson(await operationNeeds(nodes, findEndpoint)));
});

test('what an operation names stands first, what its fields may call after it', () => {
	expect(needsOf('feishu/message/reply')).toEqual([
		{ oneOf: ['im:message:send_as_bot', 'im:message'] },
		{ oneOf: ['im:message.send_as_user'], of: 'user' },
		{ oneOf: ['im:resource:upload', 'im:resource'], sometimes: true },
		{ oneOf: ['contact:user.id:readonly'], of: 'tenant', sometimes: true },
		{ oneOf: ['contact:user:search'], of: 'user', sometimes: true },
		{
			oneOf: ['contact:contact.base:readonly', 'contact:contact:access_as_app', 'contact:contact:readonly_as_app'],
			of: 'tenant',
			sometimes: true,
		},
		{ oneOf: ['contact:contact.base:readonly'], sometimes: true },
	]);
});

test('the messages of groups take a scope of their own, of apps and of people', () => {
	expect(needsOf('feishu/message/get')?.map(({ oneOf, of, sometimes }) => [oneOf[0], of, sometimes])).toEqual([
		['im:message:readonly', undefined, undefined],
		['im:message.group_msg', 'tenant', true],
		['im:message.group_msg:get_as_user', 'user', true],
		['im:message.p2p_msg:get_as_user', 'user', true],
	]);
});

// What the catalog says of an endpoint alone would leave an operation without a word about its scopes.
test('an operation whose endpoint takes a scope names it', async () => {
	const silent: string[] = [];
	for (const { operations } of nodes) {
		for (const { node, resource, operation, endpoint, scopes } of operations) {
			const known = (await findEndpoint(endpoint))?.scopes ?? [];
			if (known.length > 0 && !scopes?.some((scope) => known.includes(scope)))
				silent.push(`${node} ${resource} ${operation}`);
		}
	}
	expect(silent).toEqual([]);
});

describe('operationNeeds', () => {
	const description = { name: 'some', displayName: 'Some', properties: [] } as unknown as NodeOperations['description'];
	const row = {
		node: 'Some',
		resource: 'thing',
		name: 'Get',
		action: '',
		endpoint: 'GET /a',
		calls: ['GET /a', 'GET /b'],
	};
	const find: Find = async () => ({ tokens: ['tenant', 'user'], scopes: ['b:read', 'b'] });
	const of = async (more: Partial<(typeof nodes)[number]['operations'][number]>, found = find) => {
		const operations = [{ ...row, operation: 'get', ...more }];
		return (await operationNeeds([{ description, operations }], found)).map(({ needs }) => needs)[0];
	};

	test('leaves out what is needed anyway', async () => {
		expect(await of({ scopes: ['b'] })).toEqual([{ oneOf: ['b'] }]);
		expect(await of({ scopes: ['a', 'b'] })).toEqual([
			{ oneOf: ['a', 'b'] },
			{ oneOf: ['b:read', 'b'], sometimes: true },
		]);
	});

	test('takes the scopes of what may be called from the operation that is for that', async () => {
		const operations = [
			{ ...row, operation: 'get', scopes: ['a'] },
			{ ...row, operation: 'list', endpoint: 'GET /b', scopes: ['b'] },
		];
		const [get] = await operationNeeds([{ description, operations }], find);
		expect(get?.needs[1]).toEqual({ oneOf: ['b'], sometimes: true });
	});

	test('says who needs it where only one may call', async () => {
		const ofPerson: Find = async () => ({ tokens: ['user'], scopes: ['b'] });
		expect(await of({ scopes: ['a'] }, ofPerson)).toEqual([
			{ oneOf: ['a'] },
			{ oneOf: ['b'], of: 'user', sometimes: true },
		]);
		expect(await of({ scopes: ['a'], identity: 'app' }, ofPerson)).toEqual([{ oneOf: ['a'], of: 'tenant' }]);
	});
});
