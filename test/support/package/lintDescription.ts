import { Linter, type ESLint } from 'eslint';
import { parser } from 'typescript-eslint';
import type { INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

const plugin = require('eslint-plugin-n8n-nodes-base') as {
	rules: ESLint.Plugin['rules'];
	configs: { nodes: { rules: Linter.RulesRecord } };
};

const OFF = [
	// Off in n8n's own lint of community nodes: some endpoints do have a maximum.
	'n8n-nodes-base/node-param-type-options-max-value-present',
	// The fields of a row stand in the order in which people fill them in: the type first, then what it asks for.
	'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items',
];

/** The rules about parameters. Those about the class itself see it as a literal in the source, by the ordinary lint. */
const parameterRules = Object.entries(plugin.configs.nodes.rules).filter(
	([rule]) => rule.startsWith('n8n-nodes-base/node-param-') && !OFF.includes(rule),
);

const config: Linter.Config[] = [
	{
		files: ['**/*.ts'],
		languageOptions: { parser },
		plugins: { 'n8n-nodes-base': { rules: plugin.rules } },
		rules: Object.fromEntries(parameterRules),
	},
];

const shortened = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** A longer list of choices is data of the platform (its events, say): names as they are there, in the order of use. */
const WRITTEN_BY_HAND = 50;

const withoutData = (name: string, value: unknown) =>
	name === 'options' && Array.isArray(value) && value.length > WRITTEN_BY_HAND ? undefined : value;

/** What people choose first stands in the order of use: n8n's rules ask for the alphabet of hand-written lists only. */
const byAlphabet = (description: INodeTypeDescription): INodeTypeDescription => ({
	...description,
	properties: description.properties.map((property) =>
		['resource', 'operation'].includes(property.name)
			? {
					...property,
					options: [...((property.options ?? []) as INodePropertyOptions[])].sort((a, b) =>
						a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }),
					),
				}
			: property,
	),
});

/** An object literal as a person would write it: the rules look for identifiers as keys. */
function literal(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(literal).join(',\n')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
	const key = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));
	const entries = Object.entries(value).filter(([name, entry]) => withoutData(name, entry) !== undefined);
	return `{${entries.map(([name, entry]) => `${key(name)}: ${literal(entry)}`).join(',\n')}}`;
}

/**
 * Runs n8n's rules for parameters over a finished description. In the sources they see literals only, so whatever
 * comes out of a field builder would pass unseen.
 *
 * @returns `rule: message (the line it is about)` for every finding
 */
export function lintDescription(className: string, description: INodeTypeDescription): string[] {
	const source = [
		`export class ${className} implements INodeType {`,
		`description: INodeTypeDescription = ${literal(byAlphabet(description))};`,
		'}',
	].join('\n');
	const lines = source.split('\n');
	return new Linter({ configType: 'flat' })
		.verify(source, config, { filename: `nodes/${className}/${className}.node.ts` })
		.map(({ ruleId, message, line }) => {
			const place = lines[line - 1]?.trim() ?? '';
			return `${ruleId ?? 'parser'}: ${shortened(message)} (${shortened(place)})`;
		});
}
