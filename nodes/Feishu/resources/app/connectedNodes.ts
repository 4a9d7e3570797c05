import { NodeConnectionTypes, type IExecuteFunctions, type NodeTypeAndVersion } from 'n8n-workflow';

import type { Holder } from '../../../../feishu/api/scopeNeeds';
import { object, text } from '../../../../feishu/json';

/** What of n8n tells about other nodes: those that come before and after a node, and no others. */
type Neighbours = Pick<IExecuteFunctions, 'getNode' | 'getParentNodes' | 'getChildNodes'>;

/** A node of this package in the workflow. */
export interface OwnNode {
	/** Its type, without the package: `feishuChat`. */
	node: string;
	resource: string;
	operation: string;
	/** Of Call Endpoint: which one, unless an expression says it. */
	endpoint: string;
	/** For whom it acts. */
	as: Holder;
}

/** As a tool of an AI agent, and as one that asks a person first. */
const AS_TOOL = /(Hitl)?Tool$/;

/** The nodes of this package that are connected with this one, however far and whichever way. n8n tells of no others. */
export function connectedNodes(context: Neighbours, own: Holder): OwnNode[] {
	const self = context.getNode();
	const family = self.type.slice(0, self.type.lastIndexOf('.') + 1);
	const ownAuthentication = self.parameters.authentication;
	return neighbours(context, self.name)
		.filter(({ type, disabled }) => type.startsWith(family) && !type.slice(family.length).includes('.') && !disabled)
		.map(({ type, parameters }) => {
			const { resource, operation, endpoint, authentication } = object(parameters);
			const isPerson = authentication === ownAuthentication ? own === 'user' : authentication === 'person';
			return {
				node: type.slice(family.length).replace(AS_TOOL, ''),
				resource: text(resource),
				operation: text(operation),
				endpoint: text(object(endpoint).value),
				as: isPerson ? 'user' : 'tenant',
			};
		});
}

function neighbours(context: Neighbours, start: string): NodeTypeAndVersion[] {
	const found = new Map<string, NodeTypeAndVersion>();
	const options = { includeNodeParameters: true };
	const open = [start];
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		for (const node of [
			...context.getParentNodes(name, options),
			...context.getParentNodes(name, { ...options, connectionType: NodeConnectionTypes.AiTool }),
			...context.getChildNodes(name, options),
		]) {
			if (node.name === start || found.has(node.name)) continue;
			found.set(node.name, node);
			open.push(node.name);
		}
	}
	return [...found.values()];
}
