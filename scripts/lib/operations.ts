import { basename } from 'node:path';
import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import type { OperationRow } from '../../nodes/shared/operation/operationSet';
import { withGenerated } from './generatedPart';

export interface NodeOperations {
	description: INodeTypeDescription;
	operations: readonly OperationRow[];
	/** Of a node without operations: what its items hold. */
	schema?: OperationRow['schema'];
}

interface NodeClass {
	new (): { description: INodeTypeDescription };
	operations?: readonly OperationRow[];
	schema?: OperationRow['schema'];
}

/** `dist/nodes/Feishu/Feishu.node.js` → `Feishu`: n8n finds the class by the file name up to its first dot. */
export const classNameOf = (file: string): string => basename(file).replace(/\..*$/, '');

/**
 * Loads every node class and its list of operations. Trigger nodes have no operations and give an empty list.
 *
 * @param files what package.json lists under `n8n.nodes`
 * @param load gives the module of such a file, from `dist/` or from the sources
 * @throws when a module doesn't export the class that n8n would look for
 */
export function readNodes(files: readonly string[], load: (file: string) => unknown): NodeOperations[] {
	return files.map((file) => {
		const NodeType = (load(file) as Record<string, NodeClass | undefined>)[classNameOf(file)];
		if (!NodeType) throw new Error(`${file} doesn't export a class named ${classNameOf(file)}`);
		const { operations = [], schema } = NodeType;
		return { description: new NodeType().description, operations, ...(schema && { schema }) };
	});
}

const optionsOf = (property: INodeProperties | undefined) =>
	(property?.options ?? []).filter((option): option is INodePropertyOptions => 'value' in option);

const cell = (text: string) => text.replace(/\|/g, '\\|');

/** Gives the name of a resource, as the node's panel shows it. */
export function resourceNamer({ description }: Pick<NodeOperations, 'description'>): (value: string) => string {
	const resources = optionsOf(description.properties.find(({ name }) => name === 'resource'));
	return (value) => resources.find((option) => option.value === value)?.name ?? value;
}

function nodeTable({ description, operations }: NodeOperations): string {
	const resourceName = resourceNamer({ description });
	const rows = operations.map(({ resource, name, action, endpoint }) =>
		[resourceName(resource), name, action, endpoint === 'local' ? 'No call' : `\`${endpoint}\``].map(cell).join(' | '),
	);
	return [
		`### ${description.displayName}`,
		'',
		'| Resource | Operation | What it does | Endpoint |',
		'| --- | --- | --- | --- |',
		...rows.map((row) => `| ${row} |`),
	].join('\n');
}

/** The Markdown tables, one a node that has operations, in the order of package.json. */
export const operationsMarkdown = (nodes: readonly NodeOperations[]): string =>
	nodes
		.filter(({ operations }) => operations.length > 0)
		.map(nodeTable)
		.join('\n\n');

/** Documents that show the tables between the two markers. */
export const OPERATION_DOCUMENTS = ['README.md', 'README.zh-CN.md', 'docs/operations.md'] as const;

/** The document with the tables between its markers. @throws when it has no place for them */
export const withOperations = (document: string, markdown: string): string =>
	withGenerated(document, 'operations', markdown);
