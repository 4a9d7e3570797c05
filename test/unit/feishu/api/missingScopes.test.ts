import { batchImport, isCoarse, missingScopes, scopesToAdd, type Asked } from '../../../../feishu/api/missingScopes';
import type { OperationNeeds } from '../../../../feishu/api/scopeNeeds';
import { knownScopes } from '../../../../simulator/accounts/knownScopes';
import needs from '../../../../catalog/operations.json';
import fc from '../../../support/generated';

const SEND: Asked = {
	title: 'Send',
	as: 'tenant',
	needs: [
		{ oneOf: ['im:message:send_as_bot', 'im:message'] },
		{ oneOf: ['im:message.send_as_user'], of: 'user' },
		{ oneOf: ['contact:user.id:readonly'], of: 'tenant', sometimes: true },
	],
};
const GET: Asked = { title: 'Get', as: 'tenant', needs: [{ oneOf: ['im:message:readonly', 'im:message'] }] };

const scopes = (...args: Parameters<typeof missingScopes>) => missingScopes(...args).map(({ scope }) => scope);

test('what is missing is named with who needs it, and what would do as well', () => {
	expect(missingScopes([SEND], { granted: { tenant: ['contact:user.id:readonly'], user: [] } })).toEqual([
		{
			scope: 'im:message:send_as_bot',
			of: 'tenant',
			waiting: false,
			always: true,
			needed_by: [{ operation: 'Send', alternatives: ['im:message'] }],
		},
	]);
});

test('one of an operation’s scopes suffices', () => {
	expect(scopes([SEND], { granted: { tenant: ['im:message', 'contact:user.id:readonly'] } })).toEqual([]);
});

test('what is granted to people helps the app nothing', () => {
	expect(scopes([GET], { granted: { tenant: [], user: ['im:message'] } })).toEqual(['im:message:readonly']);
});

test('what only some choices need is told apart', () => {
	expect(missingScopes([SEND], { granted: { tenant: ['im:message'] } })).toMatchObject([
		{ scope: 'contact:user.id:readonly', always: false },
	]);
});

test('one scope for several operations comes before one for each', () => {
	expect(missingScopes([SEND, GET], { granted: { tenant: ['contact:user.id:readonly'] } })).toMatchObject([
		{
			scope: 'im:message',
			needed_by: [
				{ operation: 'Send', alternatives: ['im:message:send_as_bot'] },
				{ operation: 'Get', alternatives: ['im:message:readonly'] },
			],
		},
	]);
});

test('an operation stands once with a scope, and with what would do for all of it', () => {
	const needs = [{ oneOf: ['a:read', 'a', 'b'] }, { oneOf: ['a', 'c', 'b'], sometimes: true as const }];
	expect(missingScopes([{ title: 'Both', as: 'tenant', needs }], { granted: {} })).toMatchObject([
		{ scope: 'a', always: true, needed_by: [{ operation: 'Both', alternatives: ['b'] }] },
	]);
});

test('of as good ones, that which asks for least is taken', () => {
	expect(scopes([GET, { ...GET, title: 'Get Many' }], { granted: {} })).toEqual(['im:message:readonly']);
});

test('a scope that others make superfluous is left out', () => {
	const need = (...oneOf: string[]): Asked => ({ title: oneOf.join(), as: 'tenant', needs: [{ oneOf }] });
	// Broad mends four at once, and those that the rest takes mend the same four.
	const asked = [
		need('b', 'm'),
		need('c', 'm'),
		need('b', 'm', 'x'),
		need('c', 'm', 'y'),
		need('b', 'z'),
		need('c', 'w'),
	];
	expect(scopes(asked, { granted: {} })).toEqual(['b', 'c']);
});

test('a person needs what people grant, and nothing that only apps have', () => {
	expect(missingScopes([{ ...SEND, as: 'user' }], { granted: {} })).toMatchObject([
		{ scope: 'im:message', of: 'user', needed_by: [{ alternatives: [] }] },
		{ scope: 'im:message.send_as_user', of: 'user' },
	]);
});

test('what waits for the administrator is missing, and not added once more', () => {
	const missing = missingScopes([SEND], {
		granted: { tenant: ['contact:user.id:readonly'] },
		waiting: { tenant: ['im:message'] },
	});
	expect(missing).toMatchObject([{ scope: 'im:message', waiting: true }]);
	expect(scopesToAdd(missing)).toEqual({ tenant: [], user: [] });
});

test('a platform that knows coarse scopes alone is asked for those', () => {
	const standing = { granted: {}, coarse: true };
	const missing = missingScopes([SEND], standing);
	expect(missing.map(({ scope }) => scope)).toEqual(['im:message', 'contact:user.id:readonly']);
	expect(scopesToAdd(missing, standing)).toEqual({ tenant: ['im:message'], user: [] });
});

test('the text for the console has both lists', () => {
	expect(JSON.parse(batchImport({ tenant: ['im:message'], user: [] }))).toEqual({
		scopes: { tenant: ['im:message'], user: [] },
	});
});

describe('for the operations of the nodes', () => {
	const all = needs as OperationNeeds[];
	const holder = fc.constantFrom('tenant' as const, 'user' as const);
	const some = fc.array(fc.tuple(fc.constantFrom(...all), holder), { maxLength: 20 });
	const known = [...new Set(all.flatMap((row) => row.needs.flatMap(({ oneOf }) => oneOf)))];
	const askedOf = (rows: ReadonlyArray<readonly [OperationNeeds, 'tenant' | 'user']>): Asked[] =>
		rows.map(([row, as]) => ({ ...row, as }));

	test('with what is to be added nothing is missing, and each of it exists for its holder', () => {
		fc.assert(
			fc.property(some, fc.subarray(known), fc.boolean(), (rows, tenant, coarse) => {
				const asked = askedOf(rows);
				const missing = missingScopes(asked, { granted: { tenant }, coarse });
				const added = scopesToAdd(missing);
				expect(missingScopes(asked, { granted: { tenant: [...tenant, ...added.tenant], user: added.user } })).toEqual(
					[],
				);
				for (const who of ['tenant', 'user'] as const)
					for (const scope of added[who]) expect([scope, knownScopes().get(scope)?.has(who)]).toEqual([scope, true]);
				expect(scopesToAdd(missing, { coarse: true }).tenant.filter((scope) => !isCoarse(scope))).toEqual([]);
			}),
		);
	});

	test('none of it could be left out', () => {
		fc.assert(
			fc.property(some, (rows) => {
				const asked = askedOf(rows);
				const missing = missingScopes(asked, { granted: {} });
				for (const { scope, of } of missing) {
					const rest = missing.filter((one) => one.of === of && one.scope !== scope).map((one) => one.scope);
					expect(missingScopes(asked, { granted: { [of]: rest } }).some((one) => one.of === of)).toBe(true);
				}
			}),
		);
	});
});
