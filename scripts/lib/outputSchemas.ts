import { dirname, join } from 'node:path';

import { readNodes } from './operations';

type Nodes = ReturnType<typeof readNodes>;
type Description = Nodes[number]['description'];
type Schema = NonNullable<Nodes[number]['operations'][number]['schema']>;

export interface SchemaFile {
	/** Below the package: `dist/nodes/Feishu/__schema__/v1.0.0/message/send.json`. */
	path: string;
	schema: Schema;
}

/**
 * The files from which n8n offers the fields of an operation's output before its first run: beside the node, by version,
 * resource and operation, of which a node that has no such parameters leaves out both.
 * @param files what package.json lists under `n8n.nodes`
 * @param load gives the module of such a file
 * @see resolveOutputSchemaPath in n8n-core
 */
export function schemaFiles(files: readonly string[], load: (file: string) => unknown): SchemaFile[] {
	return readNodes(files, load).flatMap(({ description, operations, schema: whole }, index) => {
		const folder = join(dirname(files[index] ?? ''), '__schema__');
		const at = (choices: string[], schema: Schema) =>
			versionsOf(description).map((version) => ({ path: `${join(folder, version, ...choices)}.json`, schema }));
		const ofOperations = operations.flatMap(({ resource, operation, schema }) =>
			schema ? at(choicesOf(description, { resource, operation }), schema) : [],
		);
		return [...ofOperations, ...(whole ? at([], whole) : [])];
	});
}

/** The folder of each version: `v1.0.0` of 1, `v1.1.0` of 1.1. */
function versionsOf({ version }: Description): string[] {
	return [version].flat().map((one) => `v${[...String(one).split('.'), '0', '0'].slice(0, 3).join('.')}`);
}

/** What the panel's dropdowns hold; nothing for one that the panel doesn't have. */
function choicesOf({ properties }: Description, chosen: { resource: string; operation: string }): string[] {
	const names = ['resource', 'operation'] as const;
	return names.filter((name) => properties.some((property) => property.name === name)).map((name) => chosen[name]);
}
