import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { mergeResourceFields } from './mergeFields';
import type { Field, ListSearch, MapperFields, Operation } from './operation';

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
			...mergeResourceFields(this.resources.map(({ value, operations }) => ({ resource: value, operations }))).map(
				withoutMethods,
			),
			...this.commonFields.map(withoutMethods),
		];
	}

	/** `methods` of the node: what its fields bring. */
	methods(): { listSearch: Record<string, ListSearch>; resourceMapping: Record<string, MapperFields> } {
		const fields = this.resources.flatMap((resource) => resource.operations.flatMap((operation) => operation.fields));
		const all = fields.flatMap(withNested);
		return {
			listSearch: Object.assign({}, ...all.map(({ searches }) => searches)) as Record<string, ListSearch>,
			resourceMapping: Object.assign({}, ...all.map(({ mappers }) => mappers)) as Record<string, MapperFields>,
		};
	}

	/** `methods.listSearch` of the node. */
	listSearch(): Record<string, ListSearch> {
		return this.methods().listSearch;
	}

	rows(node: string): OperationRow[] {
		return this.resources.flatMap((resource) =>
			resource.operations.map(({ value, name, action, endpoint }) => ({
				node,
				resource: resource.value,
				operation: value,
				name,
				action,
				endpoint,
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
