import { batchImport, missingScopes, scopesToAdd } from '../../feishu/api/missingScopes';
import type { OperationNeeds, ScopeNeed } from '../../feishu/api/scopeNeeds';
import { OFFLINE, SCOPE_USES } from '../../feishu/api/scopeSets';
import { firstDayScopes, FURTHER } from './firstDay';
import { withGenerated } from './generatedPart';
import { userScopes } from './userScopes';

/** Documents with a part about scopes, each with its text. */
export const SCOPE_DOCUMENTS: Readonly<Record<string, (operations: readonly OperationNeeds[]) => string>> = {
	'README.md': firstDayJson,
	'README.zh-CN.md': firstDayJson,
	'docs/scopes.md': scopesMarkdown,
};

/** @throws Error when the document has no place for it */
export const withScopes = (document: string, text: string): string => withGenerated(document, 'scopes', text);

const code = (json: string) => `\`\`\`json\n${json}\n\`\`\``;

/** In a step of a numbered list. */
function firstDayJson(operations: readonly OperationNeeds[]): string {
	const json = code(batchImport({ tenant: firstDayScopes(operations), user: [] }));
	return json.replace(/^(?=.)/gm, '   ');
}

function scopesMarkdown(operations: readonly OperationNeeds[]): string {
	const nodes = new Map<string, OperationNeeds[]>();
	for (const row of operations) nodes.set(row.node, [...(nodes.get(row.node) ?? []), row]);
	const named = [...nodes.values()].filter((rows) => rows.some(({ needs }) => needs.length > 0));
	return [firstDay(operations), ...named.map((rows) => section(rows, operations))].join('\n\n');
}

const firstDay = (operations: readonly OperationNeeds[]): string =>
	[
		'### To begin with',
		'',
		'What the README asks for: few scopes, with which messages, files, people and groups are read and written. These are for no call:',
		'',
		'| Scope | What it is for |',
		'| --- | --- |',
		...FURTHER.map(([scope, what]) => `| \`${scope}\` | ${what} |`),
		'',
		code(batchImport({ tenant: firstDayScopes(operations), user: [] })),
	].join('\n');

function section(rows: readonly OperationNeeds[], operations: readonly OperationNeeds[]): string {
	const [name = ''] = rows[0]?.title.split(':') ?? [];
	const app = scopesToAdd(
		missingScopes(
			rows.map((row) => ({ ...row, as: 'tenant' })),
			{ granted: {} },
		),
	);
	const use = SCOPE_USES.find(({ nodes }) => nodes.includes(rows[0]?.node ?? ''));
	const { always, sometimes } = use ? userScopes(use, operations) : { always: [], sometimes: [] };
	return [
		`### ${name}`,
		'',
		'| Operation | Always | For some choices |',
		'| --- | --- | --- |',
		...rows.map((row) => `| ${row.title.slice(name.length + 2)} | ${cell(row, false)} | ${cell(row, true)} |`),
		'',
		'All of it, for an app:',
		'',
		code(batchImport(app)),
		...(use
			? [
					'',
					`For an app in which people sign in with *Use For → ${use.name}*, besides:`,
					'',
					code(batchImport({ tenant: [], user: [...always, ...sometimes, OFFLINE] })),
				]
			: []),
	].join('\n');
}

/** Each need with the scopes of which one suffices. */
function cell({ needs }: OperationNeeds, sometimes: boolean): string {
	const isOfOne = needs.every(({ of }) => of === needs[0]?.of);
	const texts = needs.filter((need) => (need.sometimes ?? false) === sometimes).map((need) => words(need, isOfOne));
	return texts.length > 0 ? texts.join('; ') : '–';
}

function words({ oneOf, of }: ScopeNeed, isOfOne: boolean): string {
	const scopes = oneOf.map((scope) => `\`${scope}\``).join(' or ');
	return isOfOne || of === undefined ? scopes : `${scopes} (${of === 'tenant' ? 'app' : 'person'})`;
}
