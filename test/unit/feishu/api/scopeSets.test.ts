/** The scopes of a login: each is the catalog's, and the expression asks for no more than the platform takes. */
import { runInNewContext } from 'node:vm';

import needs from '../../../../catalog/operations.json';
import { missingScopes } from '../../../../feishu/api/missingScopes';
import type { OperationNeeds } from '../../../../feishu/api/scopeNeeds';
import { allScopesOf, OFFLINE, SCOPE_USES, scopeExpression, scopesOf } from '../../../../feishu/api/scopeSets';
import { USER_SCOPES_FILE, userScopesJson } from '../../../../scripts/lib/userScopes';
import { knownScopes } from '../../../../simulator/accounts/knownScopes';
import { readText } from '../../../support/package/sources';

const operations = needs as OperationNeeds[];

/** Runs the expression as n8n does, of whose helpers it uses none. */
function scopes(self: { useFor?: string[]; moreScopes?: string; region?: string }): string[] {
	const code = scopeExpression()
		.replace(/^=\{\{/, '')
		.replace(/\}\}$/, '');
	return String(runInNewContext(code, { $self: { region: 'feishu', ...self } })).split(' ');
}

const ALL = SCOPE_USES.map(({ value }) => value);

/** In any order. */
const sorted = (list: readonly string[]) => [...list].sort();

test('the lists are those of the operations (npm run operations -- --write)', () => {
	expect(readText(USER_SCOPES_FILE)).toBe(userScopesJson(operations));
});

test.each(ALL)('%s asks for its scopes and for a login that lasts', (value) => {
	expect(sorted(scopes({ useFor: [value] }))).toEqual(sorted([...allScopesOf(value), OFFLINE]));
});

test('every node of a product has its use', () => {
	const nodes = new Set(operations.filter(({ needs }) => needs.length > 0).map(({ node }) => node));
	// Of whose endpoints each takes other scopes.
	nodes.delete('feishuOpenApi');
	expect(sorted(SCOPE_USES.flatMap((use) => use.nodes))).toEqual(sorted([...nodes]));
});

test.each(SCOPE_USES.filter(({ nodes }) => nodes.length > 0))(
	'with $name every operation works that a person may do, on a private deployment as well',
	({ value, nodes }) => {
		const asked = operations.filter(({ node }) => nodes.includes(node)).map((row) => ({ ...row, as: 'user' as const }));
		for (const region of ['feishu', 'custom'])
			expect(missingScopes(asked, { granted: { user: scopes({ useFor: [value], region }) } })).toEqual([]);
	},
);

test('an app that imports the JSON of a node has all that the login asks for', () => {
	const document = readText('docs/scopes.md');
	for (const { name, value } of SCOPE_USES.filter(({ nodes }) => nodes.length > 0)) {
		const [, text = ''] = document.split(`*Use For → ${name}*`);
		const [, json = '{}'] = /```json\s+([^`]+)```/.exec(text) ?? [];
		const imported = JSON.parse(json) as { scopes: { user: string[] } };
		expect([name, sorted(imported.scopes.user)]).toEqual([name, sorted(scopes({ useFor: [value] }))]);
	}
});

test('what a person adds stands behind, with blanks or commas, and once', () => {
	expect(scopes({ useFor: [], moreScopes: ' a:b, c:d，e:f\n a:b' })).toEqual(['a:b', 'c:d', 'e:f', OFFLINE]);
	expect(scopes({ useFor: [], moreScopes: 'offline_access' })).toEqual([OFFLINE]);
	expect(scopes({ useFor: ['unknown'] })).toEqual([OFFLINE]);
	expect(scopes({ useFor: ['contact'], moreScopes: 'contact:user:search' }).slice(-2)).toEqual([
		'contact:user:search',
		OFFLINE,
	]);
});

test('where nothing is chosen or named, messages and people are asked for, as the form says', () => {
	const usual = scopes({ useFor: ['message', 'contact'] });
	expect(scopes({ useFor: [] })).toEqual(usual);
	expect(scopes({})).toEqual(usual);
	expect(scopes({ useFor: [], moreScopes: ' , ' })).toEqual(usual);
});

test.each(['feishu', 'custom'])('all together keep to 50, what is added among them (%s)', (region) => {
	const asked = scopes({ useFor: ALL, moreScopes: 'a:b c:d', region });
	expect(asked).toHaveLength(50);
	expect(new Set(asked).size).toBe(asked.length);
	expect(asked.slice(-3)).toEqual(['a:b', 'c:d', OFFLINE]);
});

test.each(['fine', 'coarse'] as const)('what operations always need goes before what some choices need: %s', (kind) => {
	const always = new Set(ALL.flatMap((use) => scopesOf(use, kind).always));
	expect(always.size).toBeGreaterThan(40);
	const asked = scopes({ useFor: ALL, region: kind === 'fine' ? 'feishu' : 'custom' });
	expect(asked).toEqual(expect.arrayContaining([...always]));
	for (const use of ALL)
		expect([use, scopesOf(use, kind).always.filter((scope) => !asked.includes(scope))]).toEqual([use, []]);
});

test('a private deployment is asked for the coarse ones', () => {
	const asked = scopes({ useFor: ['calendar'], region: 'custom' });
	expect(asked).toEqual(
		expect.arrayContaining(['calendar:calendar', 'calendar:calendar:readonly', 'im:chat:readonly']),
	);
	expect(asked).not.toContain('im:chat.members:read');
});

test('n8n reads the expression to its end', () => {
	expect(scopeExpression().slice(3, -2)).not.toMatch(/\{\{|\}\}/);
});

test('each is a scope that people can grant', () => {
	const all = ALL.flatMap((use) => [...allScopesOf(use), ...allScopesOf(use, 'coarse')]);
	expect(all.filter((scope) => !knownScopes().get(scope)?.has('user'))).toEqual([]);
});
