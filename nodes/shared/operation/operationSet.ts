import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { mergeResourceFields } from './mergeFields';
import { noticesFor } from '../client/authentication';
import { propertiesOf } from '../fields/nested';
import { callsOf, methodsOf, type Field, type NodeMethods } from './field';
import type { Identity, Operation } from './operation';
import type { JsonSchema } from './output';

/** A group of operations under one entry of the Resource dropdown. */
export interface Resource {
	/** Stable for ever. */
	value: string;
	/** Singular, Title Case. */
	name: string;
	operations: readonly Operation[];
	/** The operation that a fresh node shows. */
	defaultOperation: string;
}

export function defineResource(resource: Resource): Resource {
	return resource;
}

/** A row of the operations table. */
export interface OperationRow {
	node: string;
	/** The resource's value. */
	resource: string;
	operation: string;
	name: string;
	action: string;
	endpoint: string;
	/** All that it may call. */
	calls: readonly string[];
	/** Of which one suffices. */
	scopes?: readonly string[];
	identity?: Identity;
	/** What one item of its output holds. */
	schema?: JsonSchema;
}

/** Everything that an action node's description and execution need, from its resources. */
export class OperationSet {
	private readonly byKey = new Map<string, Operation>();

	constructor(
		private readonly resources: readonly Resource[],
		/** Fields that every operation has, at the end of the panel. */
		private readonly commonFields: readonly Field[] = [],
		/** The resource that a fresh node shows; the first one unless given. */
		private readonly defaultResource = resources[0]?.value ?? '',
	) {
		for (const resource of resources) {
			for (const operation of resource.operations) this.byKey.set(`${resource.value}:${operation.value}`, operation);
		}
	}

	find(resource: string, operation: string): Operation | undefined {
		return this.byKey.get(`${resource}:${operation}`);
	}

	/** The panel: Resource, Operation, then the fields of each operation. */
	properties(): INodeProperties[] {
		return [
			dropdown(
				{ displayName: 'Resource', name: 'resource', type: 'options', noDataExpression: true, default: '' },
				this.resources.map(({ name, value }) => ({ name, value })),
				this.defaultResource,
			),
			...this.resources.map(operationProperty),
			// Small ones first: a field joins the one that stands already, and the order of a large resource keeps many apart.
			...mergeResourceFields(
				[...this.resources]
					.sort((a, b) => a.operations.length - b.operations.length)
					.map(({ value, operations }) => ({
						resource: value,
						operations: operations.map((operation) => ({
							value: operation.value,
							fields: [...noticesFor(operation.identity), ...propertiesOf(operation.fields)],
						})),
					})),
			),
			...propertiesOf(this.commonFields),
		];
	}

	/** `methods` of the node: what its fields bring. */
	methods(): NodeMethods {
		const fields = [
			...this.resources.flatMap((resource) => resource.operations.flatMap((operation) => operation.fields)),
			...this.commonFields,
		];
		return methodsOf(fields);
	}

	rows(node: string): OperationRow[] {
		return this.resources.flatMap((resource) =>
			resource.operations.map((operation) => ({
				node,
				resource: resource.value,
				operation: operation.value,
				name: operation.name,
				action: operation.action,
				endpoint: operation.endpoint,
				calls: callsOfOperation(operation),
				scopes: operation.scopes,
				identity: operation.identity,
				schema: operation.output?.schema,
			})),
		);
	}

	/** Every operation with its resource, for checks that walk them all. */
	all(): ReadonlyArray<{ resource: Resource; operation: Operation }> {
		return this.resources.flatMap((resource) => resource.operations.map((operation) => ({ resource, operation })));
	}
}

function operationProperty(resource: Resource): INodeProperties {
	return dropdown(
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource.value] } },
			default: '',
		},
		resource.operations.map(({ name, value, action, description }) => ({ name, value, action, description })),
		resource.defaultOperation,
	);
}

function dropdown(property: INodeProperties, options: INodePropertyOptions[], chosen: string): INodeProperties {
	return { ...property, options, default: chosen };
}

/** What is another identity's is not called where only one carries the operation out. */
function callsOfOperation({ endpoint, alsoCalls = [], fields, identity }: Operation): string[] {
	const other = { app: 'user', user: 'app', either: undefined }[identity ?? 'either'];
	const calls = [...alsoCalls, ...callsOf(fields)].filter((call) => typeof call === 'string' || call.of !== other);
	return [...new Set([endpoint, ...calls.map((call) => (typeof call === 'string' ? call : call.endpoint))])];
}
