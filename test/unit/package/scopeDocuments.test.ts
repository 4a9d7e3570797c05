import needs from '../../../catalog/operations.json';
import { missingScopes } from '../../../feishu/api/missingScopes';
import type { OperationNeeds } from '../../../feishu/api/scopeNeeds';
import { firstDayScopes, FURTHER } from '../../../scripts/lib/firstDay';
import { SCOPE_DOCUMENTS, withScopes } from '../../../scripts/lib/scopeDocuments';
import { knownScopes } from '../../../simulator/accounts/knownScopes';
import { readText } from '../../support/package/sources';

const operations = needs as OperationNeeds[];

test.each(Object.entries(SCOPE_DOCUMENTS))(
	'%s shows what the operations take (npm run operations -- --write)',
	(file, textOf) => {
		const document = readText(file);
		expect(document).toBe(withScopes(document, textOf(operations)));
	},
);

/** What stands in the console's form in a document. */
const importsIn = (file: string) =>
	[...readText(file).matchAll(/```json\s+(\{\s+"scopes"[^`]+)```/g)].map(
		([, json = '']) => (JSON.parse(json) as { scopes: { tenant: string[]; user: string[] } }).scopes,
	);

test('both READMEs ask for the same scopes, once', () => {
	expect(importsIn('README.md')).toEqual([{ tenant: firstDayScopes(operations), user: [] }]);
	expect(importsIn('README.zh-CN.md')).toEqual(importsIn('README.md'));
});

test('every scope to paste exists, for whom it stands', () => {
	const all = importsIn('docs/scopes.md');
	expect(all.length).toBeGreaterThan(5);
	for (const lists of all)
		for (const holder of ['tenant', 'user'] as const)
			expect(lists[holder].filter((scope) => !knownScopes().get(scope)?.has(holder))).toEqual([]);
});

test('a node’s JSON gives an app all that its operations take', () => {
	const document = readText('docs/scopes.md');
	for (const [name, node] of [
		['Feishu', 'feishu'],
		['Feishu Chat', 'feishuChat'],
		['Feishu Contact', 'feishuContact'],
	]) {
		const json = /```json\s+([^`]+)```/.exec(document.slice(document.indexOf(`### ${name}\n`)))?.[1] ?? '{}';
		const { scopes } = JSON.parse(json) as { scopes: { tenant: string[] } };
		const asked = operations.filter((row) => row.node === node).map((row) => ({ ...row, as: 'tenant' as const }));
		expect([name, missingScopes(asked, { granted: scopes })]).toEqual([name, []]);
	}
});

test('what is for no call stands beside what calls take, and not twice', () => {
	const scopes = firstDayScopes(operations);
	expect(scopes).toHaveLength(new Set(scopes).size);
	for (const [scope] of FURTHER) expect(scopes).toContain(scope);
});

test('an operation that is no more can’t be for the first day', () => {
	const fewer = operations.filter(({ operation }) => operation !== 'recall');
	expect(() => firstDayScopes(fewer)).toThrow('feishu/message/recall');
});
