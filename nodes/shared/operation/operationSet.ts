import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { mergeResourceFields } from './mergeFields';
import { callsOf, methodsOf, type Field as SelfReadingField, type NodeMethods } from './field';
import type { Field, Identity, Operation } from './operation';
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
		private readonly commonFields: ReadonlyArray<Field | SelfReadingField> = [],
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
			...mergeResourceFields(
				this.resources.map(({ value, operations }) => ({
					resource: value,
					operations: operations.map((operation) => ({ value: operation.value, fields: shown(operation.fields) })),
				})),
			),
			...shown(this.commonFields),
		];
	}

	/** `methods` of the node: what its fields bring. */
	methods(): NodeMethods {
		const fields = [
			...this.resources.flatMap((resource) => resource.operations.flatMap((operation) => operation.fields)),
			...this.commonFields,
		];
		return methodsOf(fields.flatMap((field) => (readsItself(field) ? [field] : withNested(field).map(methodsOfOld))));
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

function callsOfOperation({ endpoint, alsoCalls = [], fields }: Operation): string[] {
	return [...new Set([endpoint, ...alsoCalls, ...callsOf(fields.filter(readsItself))])];
}

/** What n8n is shown of the fields. */
function shown(fields: ReadonlyArray<Field | SelfReadingField>): INodeProperties[] {
	return fields.flatMap((field) => (readsItself(field) ? field.properties : [withoutMethods(field)]));
}

function readsItself(field: Field | SelfReadingField): field is SelfReadingField {
	return 'properties' in field;
}

function methodsOfOld({ searches = {}, mappers = {} }: Field): Pick<SelfReadingField, 'methods'> {
	return { methods: { listSearch: searches, resourceMapping: mappers } };
}

/** The field as n8n knows it, nested ones too. */
export function withoutMethods(field: Field): INodeProperties {
	const { searches: _searches, mappers: _mappers, ...property } = field;
	if (!property.options) return property;
	return {
		...property,
		options: property.options.map((option) =>
			'values' in option
				? { ...option, values: option.values.map(withoutMethods) }
				: 'type' in option
					? withoutMethods(option)
					: option,
		) as INodeProperties['options'],
	};
}

/** A field and what is nested in it. */
function withNested(field: Field): Field[] {
	const nested = [...(field.options ?? [])].flatMap((option) =>
		'values' in option ? option.values : 'type' in option ? [option] : [],
	);
	return [field, ...nested.flatMap((one) => withNested(one as Field))];
}
