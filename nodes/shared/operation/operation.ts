import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeProperties,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { FeishuClient } from '../client/client';
import type { Params } from './params';

/** A search that fills the list of a resource locator. */
export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Gives the fields of a resource mapper. */
export type MapperFields = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/**
 * A field of the panel. A resource locator brings the searches that fill its list, a resource mapper what gives its
 * fields, under the names they use.
 */
export interface Field extends INodeProperties {
	searches?: Readonly<Record<string, ListSearch>>;
	mappers?: Readonly<Record<string, MapperFields>>;
}

/** What an operation gets for one item. */
export interface OperationContext {
	/** The fields as filled in for this item. */
	param: Params;
	/** The platform. */
	feishu: FeishuClient;
	/** The item's own data, for the rare operation that needs more than its fields. */
	context: IExecuteFunctions;
	itemIndex: number;
	/** Idempotency key of this item: the same for every try of a send, another for every item and run. */
	uuid: string;
	/** Scopes of which this call needs one, where the operation has none of its own: errors name them. */
	needs(scopes: readonly string[]): void;
	/** Words for the error that may come, such as what has been done before; the last ones count. */
	note(words: string): void;
}

/** A record that carries files. */
export class FileOutput {
	constructor(
		readonly json: IDataObject,
		readonly binary: Record<string, IBinaryData>,
	) {}
}

export type OperationOutput = IDataObject | FileOutput | ReadonlyArray<IDataObject | FileOutput>;

/** The endpoint of an operation that makes no call. */
export const LOCAL = 'local';

/**
 * One operation: everything about it in one object. The dropdown entry, the fields' visibility, the
 * route, the documentation's row and the checks against the catalog come from here.
 */
export interface Operation {
	/** Stable for ever: saved workflows hold it. */
	value: string;
	/** Title Case, without the resource: 'Get Many'. */
	name: string;
	/** Sentence case, for the node panel: 'Get many messages'. */
	action: string;
	description: string;
	/** `METHOD /open-apis/…/:name`, or LOCAL. */
	endpoint: string;
	/** Further endpoints that it may call. */
	alsoCalls?: readonly string[];
	/** Scopes of which one suffices, as the documentation of the endpoint says. */
	scopes?: readonly string[];
	fields: readonly Field[];
	/** Items with the same key run one after the other; without it, all run side by side. */
	orderBy?(param: Params): string | undefined;
	/** Serves one item. Lists return an array: each record becomes an item. */
	run(context: OperationContext): Promise<OperationOutput>;
}

/** Gives an operation its type; `this` inside it is the operation. */
export function defineOperation<const T extends Operation>(operation: T & ThisType<T>): Operation {
	return operation;
}
