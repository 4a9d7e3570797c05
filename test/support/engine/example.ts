/** A ready workflow in n8n's own engine: its Feishu nodes as they are, what comes before them by what it puts out. */
import './environment';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { WorkflowExecute } from 'n8n-core';
import { Workflow, type IDataObject, type INode, type INodeType, type IWorkflowBase } from 'n8n-workflow';

import { additionalData, NODES, type CredentialRef } from './execute';
import { sourceNode } from './source';
import { witness } from './witness';

const FOLDER = join(__dirname, '../../../examples');
const PACKAGE = 'n8n-nodes-feishu-openapi.';

export interface ExampleRun {
	/** What each node put out. */
	items(node: string): IDataObject[];
	error?: Error;
}

const exampleOf = (name: string) => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as IWorkflowBase;

/** A node of an example, by its name. */
export function stepOf(example: string, name: string): INode {
	const step = exampleOf(example).nodes.find((node) => node.name === name);
	if (!step) throw new Error(`${example} has no step ${name}`);
	return step;
}

/**
 * Runs an example to its end.
 * @param credential chosen in each of its nodes
 * @param given what its nodes of other packages put out, by their names; one empty item unless given
 */
export async function runExample(
	name: string,
	credential: CredentialRef & { type: string },
	given: Readonly<Record<string, readonly IDataObject[]>> = {},
): Promise<ExampleRun> {
	const { nodes, connections } = exampleOf(name);
	const steps = nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
	const types: Record<string, INodeType> = {};
	const placed = steps.map((node): INode => {
		const own = NODES[node.type.replace(PACKAGE, '') as keyof typeof NODES];
		types[own ? node.type : node.name] = own ?? sourceNode((given[node.name] ?? [{}]).map((json) => ({ json })));
		if (!own) return { ...node, type: node.name, parameters: {} };
		return { ...node, credentials: { [credential.type]: { id: credential.id, name: 'Feishu' } } };
	});
	const byName = (type: string) => {
		const known = types[type];
		if (!known) throw new Error(`Unknown node type ${type}`);
		return known;
	};
	const workflow = new Workflow({
		id: `example-${name}`,
		active: false,
		nodes: placed,
		connections,
		nodeTypes: { getByName: byName, getByNameAndVersion: byName, getKnownTypes: () => ({}) },
		settings: { executionOrder: 'v1' },
	});
	const engine = new WorkflowExecute(additionalData(credential.helper, workflow), 'manual');
	const { data } = await engine.run({ workflow, startNode: workflow.getNode(steps[0]?.name ?? '') ?? undefined });
	witness(data.resultData.runData, data.resultData.error);
	return {
		items: (node) => (data.resultData.runData[node]?.[0]?.data?.main?.[0] ?? []).map(({ json }) => json),
		error: data.resultData.error,
	};
}
