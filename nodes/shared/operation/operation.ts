import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { FeishuClient } from '../client/client';
import type { ErrorContext } from '../client/errors';
import type { Field, FieldCall, Reader } from './field';
import type { Output } from './output';

/** What an operation gets for one item. */
export interface OperationContext<F extends Field = Field> extends Reader<F> {
	/** The platform. */
	feishu: FeishuClient;
	/** The item's own data, for the rare operation that needs more than its fields. */
	context: IExecuteFunctions;
	itemIndex: number;
	/** Idempotency key of this item: the same for every try of a send, another for every item and run. */
	uuid: string;
	/** What the item's error is to say besides; may be filled on the way. */
	errorContext: ErrorContext;
}

/** What an operation gets that works on many items in one request. */
export interface BatchContext {
	feishu: FeishuClient;
	context: IExecuteFunctions;
	/** Idempotency key of this request. */
	uuid: string;
	errorContext: ErrorContext;
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

/** Who may carry an operation out. */
export type Identity = 'app' | 'user' | 'either';

interface Described {
	/** Stable for ever: saved workflows hold it. */
	value: string;
	/** Title Case, without the resource: 'Get Many'. */
	name: string;
	/** Sentence case, for the node panel: 'Get many messages'. */
	action: string;
	description: string;
	/** `METHOD /open-apis/…/:name`, or LOCAL. */
	endpoint: string;
	/** Further endpoints that it may call, besides those that its fields bring. */
	alsoCalls?: readonly FieldCall[];
	/** Scopes of which one suffices, as the documentation of the endpoint says. */
	scopes?: readonly string[];
	/** Whose token its endpoints take; a test compares it with the catalog. */
	identity?: Identity;
	/** What one item of its output holds. */
	output?: Output;
}

/** Serves each item by itself, or the first one for all. */
interface Single<F extends Field> {
	/** Items with the same key run one after the other; without it, all run side by side. */
	orderBy?(context: Reader<F>): string | undefined;
	/** Set where one run serves all items: the fields are those of the first. */
	once?: true;
	/** Serves one item. Lists return an array: each record becomes an item. */
	run(context: OperationContext<F>): Promise<OperationOutput>;
}

/** Serves many items with one request. */
interface Batched<F extends Field, P> {
	/** What of one item goes into the request. What it refuses is that item's failure, and the others go on. */
	prepare(context: OperationContext<F>): P | Promise<P>;
	batch: {
		/** Items in one request at most. */
		most: number;
		/** Items of one key go together, and their requests one after the other. */
		by(prepared: P): string;
	};
	/** Serves these items: for each, in their order, its output, or the error that it met. @throws what all of them met */
	runAll(prepared: readonly P[], context: BatchContext): Promise<ReadonlyArray<OperationOutput | Error>>;
}

type Spec<F extends readonly unknown[], S> = Described & { fields: F } & S;

/**
 * One operation: everything about it in one object. The dropdown entry, the fields' visibility, the route, what n8n
 * shows before a run, the documentation's row and the checks against the catalog come from here.
 */
export type Operation = Described & { fields: readonly Field[] } & Partial<Single<Field>> &
	Partial<Batched<Field, unknown>>;

/** Gives an operation its types: it can read the fields that it lists, and no others; `this` inside it is the operation. */
export function defineOperation<const F extends readonly Field[]>(
	operation: Spec<F, Single<F[number]>> & ThisType<Described>,
): Operation {
	return operation as unknown as Operation;
}

/** The same for an operation that serves many items with one request. */
export function defineBatchOperation<const F extends readonly Field[], P>(
	operation: Spec<F, Batched<F[number], P>> & ThisType<Described>,
): Operation {
	return operation as unknown as Operation;
}
