import { randomUUID } from 'node:crypto';

import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { FeishuClient } from './client';
import { toNodeError } from './errors';
import { requestOptions, type RunOptions } from './fields/requestOptions';
import { FileOutput, type Operation, type OperationOutput } from './operation';
import { Params } from './params';
import type { OperationSet } from './resource';
import { runSchedule } from './schedule';

/** Executes the chosen operation for all items. Outputs keep the order of the inputs. */
export async function runOperations(
	context: IExecuteFunctions,
	operations: OperationSet,
): Promise<INodeExecutionData[][]> {
	const resource = context.getNodeParameter('resource', 0) as string;
	const name = context.getNodeParameter('operation', 0) as string;
	const operation = operations.find(resource, name);
	if (!operation) {
		throw new NodeOperationError(context.getNode(), `The operation '${name}' of '${resource}' does not exist`, {
			description: 'Choose the operation again; the workflow may come from another version of the node',
		});
	}
	return [await new Run(context, operation).execute()];
}

class Run {
	private readonly options: RunOptions;

	private readonly feishu: FeishuClient;

	private readonly outputs: INodeExecutionData[][] = [];

	private failure: Error | undefined;

	private failedItem = Infinity;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Operation,
	) {
		this.options = requestOptions(context);
		this.feishu = new FeishuClient(context, this.options.client);
	}

	async execute(): Promise<INodeExecutionData[]> {
		const count = this.context.getInputData().length;
		await runSchedule({
			count,
			atOnce: this.options.itemsAtOnce,
			keyOf: (index) => this.orderKey(index),
			goOn: () => this.failure === undefined,
			run: async (index) => await this.serve(index),
		});
		if (this.failure) throw this.failure;
		return this.outputs.flat();
	}

	private async serve(itemIndex: number): Promise<void> {
		let { scopes } = this.operation;
		try {
			const output = await this.operation.run({
				param: this.params(itemIndex),
				feishu: this.feishu,
				context: this.context,
				itemIndex,
				uuid: randomUUID(),
				needs: (needed) => {
					scopes = needed;
				},
			});
			this.outputs[itemIndex] = toItems(output, itemIndex);
		} catch (error) {
			await this.fail(error, itemIndex, scopes);
		}
	}

	/** With Continue On Fail an item that says why; else the run ends, with the error of the first failed item. */
	private async fail(error: unknown, itemIndex: number, scopes: readonly string[] | undefined): Promise<void> {
		const nodeError = toNodeError(this.context.getNode(), error, {
			itemIndex,
			scopes,
			consoleUrl: await this.consoleUrl(),
		});
		if (this.context.continueOnFail()) {
			// Exactly these keys: n8n takes an item with others for a success and keeps it off the error output.
			this.outputs[itemIndex] = [
				{ json: { error: nodeError.message, details: nodeError.description ?? '' }, pairedItem: { item: itemIndex } },
			];
		} else if (itemIndex < this.failedItem) {
			this.failedItem = itemIndex;
			this.failure = nodeError;
		}
	}

	private orderKey(itemIndex: number): string | undefined {
		try {
			return this.operation.orderBy?.(this.params(itemIndex));
		} catch {
			// What is wrong with the item is told when it runs.
			return undefined;
		}
	}

	private params(itemIndex: number): Params {
		return new Params(this.context, itemIndex, this.operation.fields);
	}

	private async consoleUrl(): Promise<string | undefined> {
		try {
			return await this.feishu.consoleUrl();
		} catch {
			return undefined;
		}
	}
}

function toItems(output: OperationOutput, item: number): INodeExecutionData[] {
	const records = Array.isArray(output)
		? (output as ReadonlyArray<Exclude<OperationOutput, readonly unknown[]>>)
		: [output];
	return records.map((record) =>
		record instanceof FileOutput
			? { json: record.json, binary: record.binary, pairedItem: { item } }
			: { json: record as INodeExecutionData['json'], pairedItem: { item } },
	);
}
