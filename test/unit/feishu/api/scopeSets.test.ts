/** The scopes of a login: each is the catalog's, and the expression asks for no more than the platform takes. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { scopeExpression, USER_SCOPE_SETS } from '../../../../feishu/api/scopeSets';
import { root } from '../../../support/package/sources';

/** Runs the expression as n8n does, of whose helpers it uses none. */
function scopes(self: { useFor?: string[]; moreScopes?: string; region?: string }): string[] {
	const code = scopeExpression()
		.replace(/^=\{\{/, '')
		.replace(/\}\}$/, '');
	return String(runInNewContext(code, { $self: { region: 'feishu', ...self } })).split(' ');
}

const ALL = USER_SCOPE_SETS.map(({ value }) => value);

test.each(ALL)('%s asks for its scopes and for a login that lasts', (value) => {
	const set = USER_SCOPE_SETS.find((one) => one.value === value);
	expect(scopes({ useFor: [value] })).toEqual([...(set?.fine ?? []), 'offline_access']);
});

test('what a person adds stands behind, with blanks or commas, and once', () => {
	expect(scopes({ useFor: [], moreScopes: ' a:b, c:d，e:f\n a:b' })).toEqual(['a:b', 'c:d', 'e:f', 'offline_access']);
	expect(scopes({ useFor: [], moreScopes: 'offline_access' })).toEqual(['offline_access']);
	expect(scopes({ useFor: ['unknown'] })).toEqual(['offline_access']);
});

test('where nothing is chosen or named, messages and people are asked for, as the form says', () => {
	const usual = scopes({ useFor: ['message', 'contact'] });
	expect(scopes({ useFor: [] })).toEqual(usual);
	expect(scopes({})).toEqual(usual);
	expect(scopes({ useFor: [], moreScopes: ' , ' })).toEqual(usual);
});

test('all together keep to 50', () => {
	const asked = scopes({ useFor: ALL });
	expect(asked.length).toBeLessThanOrEqual(50);
	expect(new Set(asked).size).toBe(asked.length);
	expect(asked).toContain('bitable:app');
});

test('a private deployment is asked for the coarse ones', () => {
	expect(scopes({ useFor: ['calendar'], region: 'custom' })).toEqual([
		'calendar:calendar',
		'vc:room:readonly',
		'offline_access',
	]);
});

test('n8n reads the expression to its end', () => {
	expect(scopeExpression().slice(3, -2)).not.toMatch(/\{\{|\}\}/);
});

/** Not of an endpoint: what an app may read of a person, and what people write as. */
const BESIDE_ENDPOINTS = [
	'im:message.send_as_user',
	'im:message.group_msg:get_as_user',
	'im:message.p2p_msg:get_as_user',
	'contact:user.email:readonly',
];

test('each is a scope that an endpoint for a person names', () => {
	const text = globSync('catalog/endpoints/*.json', { cwd: root })
		.map((file) => readFileSync(join(root, file), 'utf8'))
		.join('');
	const unknown = USER_SCOPE_SETS.flatMap(({ fine, coarse }) => [...fine, ...coarse]).filter(
		(scope) => !BESIDE_ENDPOINTS.includes(scope) && !text.includes(`"${scope}"`),
	);
	expect(unknown).toEqual([]);
});
